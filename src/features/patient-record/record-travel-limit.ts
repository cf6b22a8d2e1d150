import type { ActionFunctionArgs } from 'react-router'
import { travelReach, travelReachText } from '#domain/eligibility/travel-limit.ts'
import { postPatientItem, type Refused, refused } from './post-patient-item.ts'
import { readTravelLimit, travelLimitFields } from './read-travel-limit.ts'

export type TravelLimitResult = { readonly kind: 'recorded'; readonly words: string } | Refused

/** Records how far the patient would travel, in the place of what was recorded before. */
export async function recordTravelLimit({ params, request }: ActionFunctionArgs): Promise<TravelLimitResult> {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const reading = readTravelLimit(text)
  if (reading.kind === 'faulty') return refused(reading.faults)
  const result = await postPatientItem({
    patientId: params.patientId ?? '',
    idempotencyKey: text('idempotencyKey'),
    item: reading.item,
    fields: travelLimitFields,
  })
  return result.kind === 'recorded' ? { kind: 'recorded', words: travelReachText(travelReach(reading.item)) } : result
}
