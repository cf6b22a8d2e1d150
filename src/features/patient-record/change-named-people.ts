import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { components } from '#api/schema.ts'
import { careRoleLabel, everyCareRole } from '#domain/access/care-role.ts'
import { api } from '../../data/api-client.ts'
import { paths } from '../../data/paths.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import { parseDateInput } from '../../format/date-input.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'

/** What came of a form: done, faults of the form itself with the fields to mend, or the API's refusal. */
export type NamingResult =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'faulty'; readonly faults: readonly (FieldFault & { readonly fieldId: string })[] }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }

/** So many characters are the least from which somebody else learns why. */
export const fewestCharacters = 10

/** Names somebody on the patient, or ends a role. A refusal leaves the form as it is, with what was typed. */
export async function changeNamedPeople({ params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const change = text('namedRoleId') === '' ? namePerson : endRole
  const result = await change(params.patientId ?? '', text)
  // Without the role the record is closed to whoever gave it up.
  if (result.kind === 'done' && text('closesRecord') === 'yes') return redirect(paths.patients)
  return result.kind === 'done' ? result : data<NamingResult>(result, { status: 400 })
}

type Typed = (name: string) => string

async function namePerson(patientId: string, text: Typed): Promise<NamingResult> {
  const naming = readNaming(text)
  if ('kind' in naming) return naming
  const params = { path: { patientId }, header: { 'idempotency-key': text('idempotencyKey') } }
  const added = await attempt(api.POST('/patients/{patientId}/named-roles', { params, body: naming }))
  if (!added.ok) return { kind: 'refused', problem: added.problem }
  const person = added.data.items.find(({ accountId }) => accountId === naming.accountId)?.name ?? 'The person'
  return { kind: 'done', words: `${person} is named: ${careRoleLabel(naming.careRole)}.` }
}

async function endRole(patientId: string, text: Typed): Promise<NamingResult> {
  const reason = text('reason')
  if (reason.length < fewestCharacters) return faulty([reasonFault('reason', 'it ends')])
  const params = { path: { patientId, namedRoleId: text('namedRoleId') } }
  const body = { reason }
  const ended = await attempt(api.POST('/patients/{patientId}/named-roles/{namedRoleId}/end', { params, body }))
  return ended.ok ? { kind: 'done', words: `Ended: ${text('what')}.` } : { kind: 'refused', problem: ended.problem }
}

function readNaming(text: Typed): components['schemas']['NewNamedRole'] | NamingResult {
  const [accountId, reason] = [text('accountId'), text('reason')]
  const careRole = everyCareRole.find((each) => each === text('careRole'))
  const startsOn = parseDateInput(text('startsOn'))
  const endsOn = text('endsOn') === '' ? null : parseDateInput(text('endsOn'))
  const isEndRead = text('endsOn') === '' || endsOn !== null
  const isReasonGiven = reason.length >= fewestCharacters
  if (accountId !== '' && careRole !== undefined && startsOn !== null && isEndRead && isReasonGiven) {
    return { accountId, careRole, startsOn, endsOn, reason }
  }
  return faulty([
    ...(accountId === '' ? [{ fieldId: 'accountId', message: 'Choose a person' }] : []),
    ...(careRole === undefined ? [{ fieldId: 'careRole', message: 'Choose what the person is to the patient' }] : []),
    ...(startsOn === null ? [{ fieldId: 'startsOn', message: dayFault(text('startsOn')) }] : []),
    ...(isEndRead ? [] : [{ fieldId: 'endsOn', message: dayFault(text('endsOn')) }]),
    ...(isReasonGiven ? [] : [reasonFault('reason', 'the person is named')]),
  ])
}

function faulty(faults: Extract<NamingResult, { kind: 'faulty' }>['faults']): NamingResult {
  return { kind: 'faulty', faults }
}

function reasonFault(fieldId: string, what: string) {
  return { fieldId, message: `Say in at least ${fewestCharacters} characters why ${what}` }
}

function dayFault(typed: string): string {
  return typed === '' ? 'Enter the first day' : `"${typed}" is not a date: write day, month and year`
}
