import type { components } from '#api/schema.ts'
import { api } from '../../data/api-client.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import type { Draft, DraftFault } from './draft.ts'
import { faultsOfAnswer } from './draft-faults.ts'
import { readDraft } from './read-draft.ts'

export type Assessed =
  | {
      readonly kind: 'answer'
      readonly feasibility: components['schemas']['Feasibility']
      /** Whether the draft said where it would take patients. */
      readonly hasPlaces: boolean
    }
  | { readonly kind: 'faults'; readonly faults: readonly DraftFault[] }
  | { readonly kind: 'problem'; readonly problem: ApiProblem }

/** Works a draft out. Nothing is stored, and whatever is wrong stands at its field. */
export async function assessDraft(draft: Draft): Promise<Assessed> {
  const read = readDraft(draft)
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  const answer = await attempt(api.POST('/feasibility', { body: read.body }))
  if (answer.ok) return { kind: 'answer', feasibility: answer.data, hasPlaces: (read.body.places ?? []).length > 0 }
  const { problem } = answer
  if (problem.errors.length === 0) return { kind: 'problem', problem }
  return { kind: 'faults', faults: faultsOfAnswer(draft, problem.errors) }
}
