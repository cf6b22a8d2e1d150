import type { components } from '#api/schema.ts'
import { dutyLabel, everyDuty } from '#domain/access/duty.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { parseDateInput } from '../../format/date-input.ts'
import type { LogResult } from './log-result.ts'

type Reading =
  | { readonly kind: 'ok'; readonly line: components['schemas']['NewDelegation'] }
  | Extract<LogResult, { kind: 'faulty' }>

/** Puts somebody on the log for a duty and some days. */
export async function addDelegation(trialId: string, form: FormData): Promise<LogResult> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const reading = readDelegation(text)
  if (reading.kind === 'faulty') return reading
  const { line } = reading
  const params = { path: { trialId }, header: { 'idempotency-key': text('idempotencyKey') } }
  const added = await attempt(api.POST('/trials/{trialId}/delegation-log', { params, body: line }))
  if (!added.ok) return { kind: 'refused', problem: added.problem }
  const person = added.data.items.find(({ accountId }) => accountId === line.accountId)?.name ?? 'The person'
  return { kind: 'done', words: `${person} is on the log: ${dutyLabel(line.duty)}.` }
}

function readDelegation(text: (name: string) => string): Reading {
  const accountId = text('accountId')
  const duty = everyDuty.find((each) => each === text('duty'))
  const startsOn = parseDateInput(text('startsOn'))
  const endsOn = text('endsOn') === '' ? null : parseDateInput(text('endsOn'))
  const isEndRead = text('endsOn') === '' || endsOn !== null
  if (accountId !== '' && duty !== undefined && startsOn !== null && isEndRead) {
    return { kind: 'ok', line: { accountId, duty, startsOn, endsOn } }
  }
  return {
    kind: 'faulty',
    faults: [
      ...(accountId === '' ? [{ fieldId: 'accountId', message: 'Choose a person' }] : []),
      ...(duty === undefined ? [{ fieldId: 'duty', message: 'Choose what the person is to do' }] : []),
      ...(startsOn === null ? [{ fieldId: 'startsOn', message: dayFault(text('startsOn')) }] : []),
      ...(isEndRead ? [] : [{ fieldId: 'endsOn', message: dayFault(text('endsOn')) }]),
    ],
  }
}

function dayFault(typed: string): string {
  return typed === '' ? 'Enter the first day' : `"${typed}" is not a date: write day, month and year`
}
