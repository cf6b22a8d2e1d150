import { conditionDetails } from './condition-details.ts'
import { medicineLabel } from './explain-medicine.ts'
import { explainReading } from './explain-reading.ts'
import { explainTreatment } from './explain-treatment.ts'
import { factName } from './fact-name.ts'
import { isEvent } from './freshness.ts'
import { isOpposed } from './is-opposed.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import { isNegativeFinding, presenceOf } from './recorded-word.ts'
import { gradeSpan } from './toxicity-grade.ts'

/**
 * What confirming a category as reviewed says to go on as it was last recorded, in words: whoever reviews it would have
 * recorded the end of what is over. Empty for an item that is no such confirmation.
 */
export function countsAsGoingOn(facts: PatientFacts, key: string): string[] {
  switch (key) {
    case 'assertion:treatment-history-complete':
      return facts.treatments.filter(({ isOngoing }) => isOngoing).map((treatment) => explainTreatment(treatment))
    case 'assertion:medicines-reviewed':
      return latestOf(facts.medications)
        .filter(([, { value }]) => presenceOf(value) === 'active')
        .map(([code, reading]) => explainReading(medicineLabel(code, reading), reading))
    case 'assertion:comorbidities-reviewed':
      return [
        ...latestOf(facts.conditions)
          .filter(([code, { value }]) => presenceOf(value) === 'active' && !isEvent(code) && code !== 'pregnancy')
          .map(([code, reading]) =>
            [explainReading(`${factName(code)}:`, reading), ...conditionDetails(reading)].join(', '),
          ),
        ...latestOf(facts.toxicities)
          .filter(([, reading]) => gradeSpan(reading).most > 0)
          .map(([term, reading]) => explainReading(`${factName(term)}:${hasGrade(reading) ? ' grade' : ''}`, reading)),
      ]
    case 'assertion:infection-status-reviewed':
      return latestOf(facts.infections)
        .filter(([, { value }]) => !isNegativeFinding(value) && presenceOf(value) !== 'past')
        .map(([agent, reading]) => explainReading(`${agent}:`, reading))
    default:
      return []
  }
}

function hasGrade(reading: Reading): boolean {
  return typeof reading.value === 'number' || isOpposed(reading)
}

function latestOf(readings: Readonly<Record<string, readonly Reading[]>>): readonly (readonly [string, Reading])[] {
  return Object.entries(readings).flatMap(([code, [latest]]) => (latest === undefined ? [] : [[code, latest] as const]))
}
