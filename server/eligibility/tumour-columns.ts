import type { Insertable } from 'kysely'
import { readDiagnosis } from '#domain/cancer/read-diagnosis.ts'
import { contradictionOfExtent } from '#domain/eligibility/contradicting-records.ts'
import { dateAtAge } from '#domain/eligibility/date-at-age.ts'
import { extentHeld, extentText } from '#domain/eligibility/extent-words.ts'
import { extentWindowDays } from '#domain/eligibility/freshness.ts'
import { isOpposed } from '#domain/eligibility/is-opposed.ts'
import { evaluateMeasurableDisease } from '#domain/eligibility/leaves/evaluate-extent.ts'
import { evaluateChildbearingPotential, isOfChildhood } from '#domain/eligibility/leaves/evaluate-person.ts'
import type { PatientFacts, Reading } from '#domain/eligibility/patient-facts.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import { ageInMonths, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { earliestDay, latestDay } from '#domain/identity/partial-date.ts'
import type { ScreeningColumns } from '../database/tables/screening-columns.ts'
import { documentOf } from './document-of.ts'
import { heldStages } from './fact-catalogue.ts'
import { firstDay } from './screening-column.ts'
import { stageLabels } from './stage-labels.ts'

/** What is known of the tumour: its codes, extent and stage, and the age at which it was found. */
export function tumourColumns(facts: PatientFacts): Insertable<Partial<ScreeningColumns>> {
  const { diagnosis } = facts
  return {
    has_diagnosis: diagnosis === null ? null : true,
    topography: diagnosis === null ? null : readDiagnosis(diagnosis).topography,
    is_rare_by_rarecare: diagnosis?.isRareByRarecare ?? null,
    is_rare_by_act2026: diagnosis?.isRareByAct2026 ?? null,
    grade: wordOf(facts.grade),
    ...extentColumns(facts),
    standard_options: wordOf(facts.standardOptions),
    standard_options_on: facts.standardOptions?.on ?? null,
    ...childbearingColumns(facts),
    stage_parts: documentOf(stageParts(facts)),
    ...measurableColumns(facts),
    ...ageColumns(facts),
  }
}

/** True, false, or null for unknown. */
export function columnOf(verdict: Tri): boolean | null {
  return verdict === 'unknown' ? null : verdict === 'met'
}

/** The category with those that it is part of; null where it is not recorded or was not assessed. */
export function stageColumn(system: string, part: 'group' | 't' | 'n' | 'm', facts: PatientFacts): string[] | null {
  const reading = facts.stages[system]
  if (reading !== undefined && isOpposed(reading)) return null
  const category = part === 'group' ? groupOf(reading) : reading?.detail[part]
  if (category === undefined) return null
  const labels = stageLabels(String(category))
  return labels[0]?.endsWith('X') === true ? null : [...labels]
}

function groupOf(reading: Reading | undefined): string | undefined {
  return typeof reading?.value === 'string' && reading.value !== '' ? reading.value : undefined
}

function stageParts(facts: PatientFacts): Record<string, string[]> {
  const all = Object.keys(facts.stages).flatMap((system) => parts.map((part) => ({ system, part })))
  const others = all.filter(
    (asked) => !heldStages.some((held) => held.system === asked.system && held.part === asked.part),
  )
  return Object.fromEntries(
    others.flatMap(({ system, part }) => {
      const labels = stageColumn(system, part, facts)
      return labels === null ? [] : [[`${system} ${part}`, labels]]
    }),
  )
}

const parts = ['group', 't', 'n', 'm'] as const

function wordOf(reading: Reading | null): string | null {
  return reading === null || isOpposed(reading) ? null : comparableWord(String(reading.value))
}

/** The evaluator is asked on the day of the record, when it is fresh; that day is held only where the answer ages. */
function childbearingColumns(facts: PatientFacts) {
  const { childbearingPotential: reading } = facts
  return {
    childbearing_potential: columnOf(evaluateChildbearingPotential(facts, reading?.on ?? firstDay).verdict),
    childbearing_potential_on: reading !== null && isOfChildhood(reading, facts) ? reading.on : null,
  }
}

/** What another record denies is not known. The day is that of a word that ages. */
function extentColumns(facts: PatientFacts) {
  const { diseaseExtent: reading } = facts
  if (reading === null || contradictionOfExtent(facts) !== null)
    return { disease_extent: null, disease_extent_on: null }
  const isAging = extentWindowDays(String(reading.value)) !== null
  return {
    disease_extent: isOpposed(reading) ? null : extentText(extentHeld(facts)),
    disease_extent_on: isAging ? reading.on : null,
  }
}

/** By the criteria it was measured by; the evaluator is asked on the day of the scan, when it is fresh. */
function measurableColumns(facts: PatientFacts) {
  const reading = facts.measurableDisease
  const by = reading?.detail.by
  if (reading === null || typeof by !== 'string') {
    return {
      measurable: null,
      measurable_on: reading?.on ?? null,
      measurable_by: null,
      measurable_unless_irradiated: null,
    }
  }
  const leaf = { op: 'measurableDisease', by } as const
  const unlessIrradiated = { ...leaf, irradiatedLesionRule: 'progressed-only' } as const
  return {
    measurable: columnOf(evaluateMeasurableDisease(leaf, facts, reading.on).verdict),
    measurable_on: reading.on,
    measurable_by: by,
    measurable_unless_irradiated: columnOf(evaluateMeasurableDisease(unlessIrradiated, facts, reading.on).verdict),
  }
}

function ageColumns({ bornOn, diagnosis }: PatientFacts) {
  const on = diagnosis?.diagnosedOn ?? null
  const earliest = on === null ? null : earliestDay(on)
  const latest = on === null ? null : latestDay(on)
  return {
    diagnosis_age_earliest: ageOn(bornOn, earliest, ageInMonths),
    diagnosis_age_earliest_passed: ageOn(bornOn, earliest, passedMonths),
    diagnosis_age_latest: ageOn(bornOn, latest, ageInMonths),
    diagnosis_age_latest_passed: ageOn(bornOn, latest, passedMonths),
  }
}

function ageOn(
  bornOn: CalendarDate | null,
  on: CalendarDate | null,
  count: (bornOn: CalendarDate, on: CalendarDate) => number,
): number | null {
  return bornOn === null || on === null ? null : count(bornOn, on)
}

/** Months that were completed before the day. */
function passedMonths(bornOn: CalendarDate, on: CalendarDate): number {
  const months = ageInMonths(bornOn, on)
  return dateAtAge(bornOn, months, 'months') === on ? months - 1 : months
}
