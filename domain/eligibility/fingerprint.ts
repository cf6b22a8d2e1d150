import { canonicalJson } from './canonical-json.ts'
import type { Criterion } from './criterion.ts'
import type { Verdict } from './verdict.ts'

/** Changes when the wording, the direction or the rule of a criterion does, and with nothing else. */
export function criterionFingerprint({ kind, text, expr }: Pick<Criterion, 'kind' | 'text' | 'expr'>): string {
  return fingerprintOf({ kind, text, expr })
}

/**
 * Changes when the software looks at another row, finds another value, unit or date in it, or cannot rely on it, because it
 * is too old or another record denies it. `null`: text without a rule.
 */
export function evidenceFingerprint(verdict: Verdict | null): string {
  const rows = verdict === null ? [] : evidenceOf(verdict)
  return fingerprintOf([...new Set(rows)].sort())
}

function evidenceOf({ evidence, reason, children }: Verdict): readonly string[] {
  if (children.length > 0) return children.flatMap(evidenceOf)
  if (evidence === null) return []
  const { rowId, value, unit, on } = evidence
  const cannotBeReliedUpon = reason === 'stale' || reason === 'contradictory'
  return [JSON.stringify([rowId, value, unit, on, cannotBeReliedUpon])]
}

/** FNV-1a of 64 bits over the JSON with its keys in order, as 16 hexadecimal digits. */
function fingerprintOf(value: unknown): string {
  let hash = 0xcbf29ce484222325n
  for (const character of canonicalJson(value)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
