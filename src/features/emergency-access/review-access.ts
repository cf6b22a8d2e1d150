import { type ActionFunctionArgs, data } from 'react-router'
import type { components } from '#api/schema.ts'
import type { ReviewOutcome } from '#domain/access/emergency-access.ts'
import { api } from '../../data/api-client.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { fewestCharacters } from './read-opening.ts'

type Schemas = components['schemas']

export type ReviewResult =
  | { readonly kind: 'reviewed'; readonly access: Schemas['EmergencyAccess'] }
  | { readonly kind: 'faulty'; readonly faults: readonly (FieldFault & { readonly fieldId: string })[] }
  /** `now` is what a colleague has said meanwhile. */
  | { readonly kind: 'refused'; readonly problem: ApiProblem; readonly now: Schemas['AccessReview'] | null }

/** Records whether an opening was justified. A refusal leaves the list as it is, with what was typed. */
export async function reviewAccess({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [accessId, note] = [text('accessId'), text('note')]
  const outcome = outcomes.find((each) => each === text('outcome'))
  if (outcome === undefined || note.length < fewestCharacters) {
    return refusal({
      kind: 'faulty',
      faults: [
        ...(outcome === undefined ? [{ fieldId: 'outcome', message: 'Say whether it was justified' }] : []),
        ...(note.length < fewestCharacters
          ? [{ fieldId: 'note', message: `Say in at least ${fewestCharacters} characters what you found` }]
          : []),
      ],
    })
  }
  const params = { path: { accessId } }
  const reviewed = await attempt(api.POST('/emergency-accesses/{accessId}/review', { params, body: { outcome, note } }))
  if (reviewed.ok) return { kind: 'reviewed', access: reviewed.data } satisfies ReviewResult
  const { problem } = reviewed
  return refusal({ kind: 'refused', problem, now: problem.isConflict ? await reviewNow(accessId) : null })
}

const outcomes: readonly ReviewOutcome[] = ['justified', 'notJustified']

/** With the status of a refusal the list is not read again: the row, and what was typed, would be gone. */
function refusal(result: ReviewResult) {
  return data(result, { status: 400 })
}

async function reviewNow(accessId: string): Promise<Schemas['AccessReview'] | null> {
  const found = await attempt(api.GET('/emergency-accesses', { params: { query: { reviewed: 'all', limit: 100 } } }))
  return found.ok ? (found.data.items.find((access) => access.accessId === accessId)?.review ?? null) : null
}
