import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'
import { parseDateInput } from '../../format/date-input.ts'

/** Publishes an entry, or one that puts another right. What was typed comes back with a refusal. */
export async function enterRelease({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const values = {
    releasedOn: text('releasedOn'),
    released: text('released'),
    recipient: text('recipient'),
    purpose: text('purpose'),
    legalBasis: text('legalBasis'),
    expectedBenefit: text('expectedBenefit'),
    reason: text('reason'),
  }
  const releaseId = text('corrects')
  const releasedOn = parseDateInput(values.releasedOn)
  const faults = faultsOf(values, releaseId !== '')
  if (releasedOn === null || faults.length > 0) return { values, faults, problem: null }
  const header = { 'idempotency-key': text('idempotencyKey') }
  const { reason, ...texts } = values
  const entry = { ...texts, releasedOn }
  const entered = await attempt(
    releaseId === ''
      ? api.POST('/releases', { params: { header }, body: entry })
      : api.POST('/releases/{releaseId}/correction', {
          params: { path: { releaseId }, header },
          body: { ...entry, reason },
        }),
  )
  if (!entered.ok) return { values, faults: [], problem: entered.problem }
  return redirect(withSearch(paths.releases, { entered: entered.data.releaseId }))
}

type Values = Readonly<Record<keyof typeof missing, string>>

function faultsOf(values: Values, isCorrection: boolean): { readonly fieldId: string; readonly message: string }[] {
  return Object.entries(missing)
    .filter(([name]) => name !== 'reason' || isCorrection)
    .flatMap(([name, message]) => {
      const value = values[name as keyof Values]
      const isFaulty = name === 'releasedOn' ? parseDateInput(value) === null : value === ''
      return isFaulty ? [{ fieldId: name, message }] : []
    })
}

/** What is said of a field that is empty, in the order of the form. */
const missing = {
  releasedOn: 'Enter the date of release, for example 27 March 2026',
  released: 'Enter what was released',
  recipient: 'Enter who received it',
  purpose: 'Enter what it was released for',
  legalBasis: 'Enter the legal basis',
  expectedBenefit: 'Enter the benefit that is expected',
  reason: 'Enter what was wrong with the entry',
}
