import type { Insertable } from 'kysely'
import { sitesOf, stateOfSite } from '#domain/eligibility/leaves/brain-and-cns.ts'
import { severityOf } from '#domain/eligibility/leaves/evaluate-condition.ts'
import { evaluateMetastasis } from '#domain/eligibility/leaves/evaluate-metastasis.ts'
import { type Stability, stabilityOn, treatmentSaidOn } from '#domain/eligibility/leaves/site-state.ts'
import { medicineRecords, recordedClass } from '#domain/eligibility/medicine-records.ts'
import type { PatientFacts, Reading } from '#domain/eligibility/patient-facts.ts'
import { comparableWord, presenceOf } from '#domain/eligibility/recorded-word.ts'
import { gradeSpan } from '#domain/eligibility/toxicity-grade.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { earliestDay, latestDay } from '#domain/identity/partial-date.ts'
import type { ScreeningColumns } from '../database/tables/screening-columns.ts'
import type {
  ConditionEntry,
  DatedWord,
  MedicationEntry,
  MetastasisEntry,
  OtherMalignancyEntry,
  ToxicityEntry,
} from '../database/tables/screening-documents.ts'
import { documentOf } from './document-of.ts'
import { columnOf } from './tumour-columns.ts'

/** Dated states by name: metastases, conditions, infections, medicines, toxicities and other cancers. */
export function stateColumns(facts: PatientFacts): Insertable<Partial<ScreeningColumns>> {
  return {
    metastases: documentOf(metastases(facts)),
    conditions: documentOf(conditions(facts)),
    infections: documentOf(infections(facts)),
    medications: documentOf(medications(facts)),
    toxicities: documentOf(toxicities(facts)),
    other_malignancies: documentOf(otherMalignancies(facts)),
  }
}

/** The evaluator is asked on the day of the record that decides, when it is fresh. */
function metastases(facts: PatientFacts): Record<string, MetastasisEntry> {
  return Object.fromEntries(
    sitesOf(facts).flatMap((site) => {
      const state = stateOfSite(site, facts)
      if (state === null) return []
      const days = { day: state.latest.on, stability_on: stabilityOn(state), treatment_on: treatmentSaidOn(state) }
      const ask = (status: 'present' | 'treated', on: CalendarDate) =>
        columnOf(evaluateMetastasis({ op: 'metastasis', site, status }, facts, on).verdict)
      const present = ask('present', days.day)
      // What another record denies is not known.
      const stability: Stability = present === null ? { kind: 'unknown' } : state.stability
      const isStable = stability.kind === 'stable'
      const entry: MetastasisEntry = {
        ...days,
        present,
        treated: ask('treated', days.treatment_on),
        stable: isStable ? true : stability.kind === 'notMet' ? false : null,
        stable_since: isStable ? stability.since : null,
        is_since_exact: isStable && stability.isExact,
      }
      return [[site, entry]]
    }),
  )
}

function conditions(facts: PatientFacts): Record<string, readonly ConditionEntry[]> {
  const entry = ({ on, value, detail }: Reading, place: number): ConditionEntry => {
    const severity = typeof detail.severity === 'string' ? severityOf(detail.severity) : null
    return {
      place,
      day: on,
      presence: presenceOf(value),
      needs_therapy: typeof detail.needsSystemicTherapy === 'boolean' ? detail.needsSystemicTherapy : null,
      scale: severity?.scale ?? null,
      rank: severity?.rank ?? null,
    }
  }
  return Object.fromEntries(
    Object.entries(facts.conditions).map(([concept, readings]) => [concept, readings.map(entry)]),
  )
}

function infections(facts: PatientFacts): Record<string, DatedWord> {
  return Object.fromEntries(
    Object.entries(facts.infections).flatMap(([agent, [latest]]) =>
      latest === undefined ? [] : [[agent, { day: latest.on, word: comparableWord(String(latest.value)) }]],
    ),
  )
}

function medications(facts: PatientFacts): readonly MedicationEntry[] {
  return medicineRecords(facts).map(({ name, reading, isLatest, wasTaken, countsAs, mayCountAs }, place) => ({
    ...{ place, name, age: isLatest ? 0 : 1, day: reading.on, presence: presenceOf(reading.value) },
    class: recordedClass(reading),
    counts_as: countsAs,
    may_count_as: mayCountAs,
    dose: typeof reading.detail.doseMgPredEq === 'number' ? reading.detail.doseMgPredEq : null,
    was_taken: wasTaken,
  }))
}

function toxicities(facts: PatientFacts): readonly ToxicityEntry[] {
  return Object.entries(facts.toxicities)
    .flatMap(([term, readings]) =>
      readings.map((reading, age) => ({
        ...{ term, age, day: reading.on },
        ...gradeSpan(reading),
        class: reading.detail.class ?? null,
      })),
    )
    .map((entry, place) => ({ place, ...entry }))
}

function otherMalignancies(facts: PatientFacts): readonly OtherMalignancyEntry[] {
  return facts.otherMalignancies.map(({ rowId, type, diagnosedOn }, place) => ({
    ...{ place, id: rowId, type },
    earliest: diagnosedOn === null ? null : earliestDay(diagnosedOn),
    latest: diagnosedOn === null ? null : latestDay(diagnosedOn),
  }))
}
