import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { pathTo } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'
import { readOpening } from './read-opening.ts'

/** Opens the record and goes to it. The number and the reason travel in the body, so that no address holds them. */
export async function openRecord({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const reading = readOpening({
    nhsNumber: text('nhsNumber'),
    bornOn: text('bornOn'),
    reasonCode: text('reasonCode'),
    reason: text('reason'),
  })
  if (reading.kind === 'faulty') return reading
  const header = { 'idempotency-key': text('idempotencyKey') }
  const opened = await attempt(api.POST('/emergency-accesses', { params: { header }, body: reading.body }))
  if (!opened.ok) return { kind: 'refused', problem: opened.problem } as const
  return redirect(pathTo.patient(opened.data.patientId))
}
