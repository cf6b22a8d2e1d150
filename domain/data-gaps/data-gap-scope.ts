import type { Role } from '../access/role.ts'

/** Whose gaps somebody may see. */
export type DataGapScope =
  | { readonly kind: 'refused' }
  /** Null: every organisation together. */
  | { readonly kind: 'allowed'; readonly organisationId: string | null; readonly isSuppressed: boolean }

/**
 * Clinicians see the exact numbers of their own organisation, a trust lead the suppressed ones of it, a national lead
 * the suppressed ones of any organisation or of all.
 */
export function dataGapScope(
  caller: { readonly role: Role; readonly organisationId: string | null },
  asked: string | undefined,
): DataGapScope {
  if (caller.role === 'national-lead') return { kind: 'allowed', organisationId: asked ?? null, isSuppressed: true }
  const isOwn = asked === undefined || asked === caller.organisationId
  if (caller.organisationId === null || !isOwn) return { kind: 'refused' }
  const isClinician = caller.role === 'oncologist' || caller.role === 'nurse'
  return { kind: 'allowed', organisationId: caller.organisationId, isSuppressed: !isClinician }
}
