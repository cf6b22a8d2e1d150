import type { Assertion, Diagnosis, Observation, PatientRecord, Provenance, Treatment } from './patient-record.ts'
import { isNegativeFinding } from './recorded-word.ts'

type Rows = Pick<PatientRecord, 'diagnoses' | 'observations' | 'treatments' | 'assertions'>

/**
 * The confirmations, by row, that a category was complete and that were not: something of the category from that day or
 * before it, or of no known day, has been recorded since. Whoever confirmed it did not know of it, and may not have known
 * of more. A correction of a row that was there already shows nothing of the kind. Give the rows that stand.
 */
export function disprovedAssertions({ diagnoses, observations, treatments, assertions }: Rows): ReadonlySet<string> {
  const events: readonly Event[] = [
    ...treatments.map((row) => ({ row, category: 'treatment-history-complete', on: beginOf(row) }) as const),
    ...diagnoses
      .filter(isOther)
      .map((row) => ({ row, category: 'comorbidities-reviewed', on: row.diagnosedOn }) as const),
    // What was looked for and not found was no gap in what was confirmed.
    ...observations.flatMap((row) => {
      const category = categories[row.kind]
      return category === undefined || isNegativeFinding(row.value) ? [] : [{ row, category, on: row.observedOn }]
    }),
  ]
  return new Set(
    assertions.filter((assertion) => events.some((event) => isUnknownTo(assertion, event))).map(({ id }) => id),
  )
}

interface Event {
  readonly row: Provenance
  readonly category: Assertion['category']
  readonly on: string | null
}

function isUnknownTo({ category, assertedOn, recordedAt }: Assertion, { row, ...event }: Event): boolean {
  return (
    event.category === category &&
    row.replaces === null &&
    Date.parse(row.recordedAt) > Date.parse(recordedAt) &&
    (event.on === null || event.on <= assertedOn)
  )
}

const categories: Readonly<Partial<Record<Observation['kind'], Assertion['category']>>> = {
  condition: 'comorbidities-reviewed',
  toxicity: 'comorbidities-reviewed',
  'other-malignancy': 'comorbidities-reviewed',
  medication: 'medicines-reviewed',
  infection: 'infection-status-reviewed',
}

function beginOf({ startedOn, endedOn }: Treatment): string | null {
  return startedOn ?? endedOn
}

function isOther({ isIndex }: Diagnosis): boolean {
  return !isIndex
}
