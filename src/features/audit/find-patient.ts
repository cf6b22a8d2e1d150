import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'

/** Finds the patient who has a number, and opens what the log holds of that one. The number goes in no address. */
export async function findPatient({ request }: ActionFunctionArgs) {
  const number = String((await request.formData()).get('number')).trim()
  if (number === '') return { kind: 'refused', number, fault: 'Enter an NHS number or a hospital number' } as const
  const found = await attempt(api.POST('/audit/patients/search', { body: { number } }))
  if (!found.ok) return { kind: 'failed', number, problem: found.problem } as const
  const { items } = found.data
  const [first, second] = items
  if (first === undefined) {
    return { kind: 'refused', number, fault: 'No patient here has this number. Check it, and enter all of it' } as const
  }
  if (second === undefined) throw redirect(withSearch(paths.accessLog, { patient: first.patientId }))
  return { kind: 'several', number, items } as const
}
