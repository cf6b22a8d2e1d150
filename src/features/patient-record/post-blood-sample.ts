import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { done, type PostResult, refusedBy } from './post-patient-item.ts'
import { type FilledResult, onePerField, sampleFault } from './read-blood-sample.ts'

type BloodSamplePost = {
  readonly patientId: string
  /** The same key sent twice records once. */
  readonly idempotencyKey: string
  readonly filled: readonly FilledResult[]
}

/** Sends the results of one blood sample, of which all are recorded or none. */
export async function postBloodSample({ patientId, idempotencyKey, filled }: BloodSamplePost): Promise<PostResult> {
  const answer = await attempt(
    api.POST('/patients/{patientId}/item-sets', {
      params: { path: { patientId }, header: { 'idempotency-key': idempotencyKey } },
      body: { items: filled.map(({ item }) => item) },
    }),
  )
  if (answer.ok) return done(answer.data)
  const refused = refusedBy(answer.problem, (place, message) => {
    const [, index = '', field = ''] = /^items\.(\d+)\.(.+)$/u.exec(place) ?? []
    const result = filled[Number.parseInt(index, 10)]?.result
    return result === undefined ? { field: null, message } : sampleFault(result, { field, message })
  })
  return { ...refused, faults: onePerField(refused.faults) }
}
