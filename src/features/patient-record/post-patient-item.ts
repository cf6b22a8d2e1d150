import type { components } from '#api/schema.ts'
import type { NewPatientItem } from '#domain/eligibility/new-patient-item.ts'
import { api } from '../../data/api-client.ts'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import type { EntryFault } from './read-entry.ts'

export type Refused = {
  readonly kind: 'refused'
  readonly title: string
  readonly faults: readonly EntryFault[]
  readonly remedy: string | null
}

export type PostResult = Done | Refused

/** What recording did: the trials that changed, and what the record holds against it. */
export type Done = { readonly kind: 'recorded' } & Pick<components['schemas']['RecordedChange'], 'changes' | 'opposing'>

type Post = {
  readonly patientId: string
  /** The same key sent twice records once. */
  readonly idempotencyKey: string
  readonly item: NewPatientItem
  /** The fields of the form: a fault at any other stands for the whole form. */
  readonly fields: readonly string[]
}

/** Sends one item to be recorded, corrected or taken back. */
export async function postPatientItem({ patientId, idempotencyKey, item, fields }: Post): Promise<PostResult> {
  const answer = await attempt(
    api.POST('/patients/{patientId}/items', {
      params: { path: { patientId }, header: { 'idempotency-key': idempotencyKey } },
      body: item,
    }),
  )
  if (answer.ok) return done(answer.data)
  return refusedBy(answer.problem, (field, message) => ({ field: fields.includes(field) ? field : null, message }))
}

export function done({ changes, opposing }: Omit<Done, 'kind'>): Done {
  return { kind: 'recorded', changes, opposing }
}

/** A refusal of the server with every fault at its field; `faultAt` says which field of the form that is. */
export function refusedBy(problem: ApiProblem, faultAt: (field: string, message: string) => EntryFault): Refused {
  const { title, detail, remedy } = problem
  const faults = Object.entries(fieldErrors(problem)).map(([field, message]) => faultAt(field, message))
  return refused(faults.length > 0 ? faults : [{ field: null, message: detail }], title, remedy)
}

export function refused(
  faults: readonly EntryFault[],
  title: string = 'There is a problem',
  remedy: string | null = null,
): Refused {
  return { kind: 'refused', title, faults, remedy }
}
