import { addDays } from '../identity/calendar-date.ts'
import type { PatientFacts, Reading, TreatmentFact } from './patient-facts.ts'
import { isOneOf, yesOrNo } from './recorded-word.ts'

/** The least and the most that a count can be; equal where it is certain. */
export interface LineCount {
  readonly least: number
  readonly most: number
  /** How it was counted, for a clinician to correct: "line 1: carboplatin; adjuvant: cisplatin". */
  readonly counted: readonly string[]
}

/** (Neo)adjuvant treatment is a line of treatment for advanced disease where relapse follows within 6 months. */
const relapseWindowDays = 183

/**
 * Lines of systemic treatment of the index cancer in the settings asked for. "any" counts every setting; "palliative"
 * counts first and later lines for advanced disease. Treatments with the same line number are one line, as are a
 * treatment and its maintenance. Where setting or line number is not recorded, the count has a range.
 */
export function countLines(facts: PatientFacts, settings: readonly string[]): LineCount {
  const systemic = facts.treatments.filter((treatment) => treatment.kind === 'systemic' && treatment.isForIndexCancer)
  const isCertain = (treatment: TreatmentFact) => isInSettings(facts, treatment, settings) === true
  const certain = systemic.filter(isCertain)
  const open = systemic.filter((treatment) => isInSettings(facts, treatment, settings) === null)
  const least = linesOf(certain, 'least')
  return { least, most: linesOf([...certain, ...open], 'most'), counted: certain.map(describe) }
}

function isInSettings(facts: PatientFacts, treatment: TreatmentFact, settings: readonly string[]): boolean | null {
  if (settings.includes('any')) return true
  const { setting } = treatment
  if (setting === null) return null
  if (settings.includes(setting)) return true
  if (!settings.includes('palliative')) return false
  if (setting === 'first-line' || setting === 'maintenance') return true
  return isFollowedByRelapse(facts, treatment)
}

/**
 * `null` until somebody has looked at the end of the time or later: no evidence of disease ten days after the treatment
 * says nothing of the months that follow. The extent alone says neither when nor whether it came back.
 */
function isFollowedByRelapse(facts: PatientFacts, treatment: TreatmentFact): boolean | null {
  const { endedOn } = treatment
  if (endedOn === null) return treatment.isOngoing ? false : null
  const looks = [...facts.progressions, ...facts.diseaseStatuses].filter(
    (reading) => reading.on >= endedOn && (isRelapse(reading) || isWithoutRelapse(reading)),
  )
  const lastDay = addDays(endedOn, relapseWindowDays)
  if (looks.some((reading) => isRelapse(reading) && reading.on <= lastDay)) return true
  return looks.some((reading) => reading.on >= lastDay) ? false : null
}

function isRelapse(reading: Reading): boolean {
  return reading.value === true || isOneOf(reading.value, ['present', 'yes', 'recurrent', 'progressive', 'refractory'])
}

function isWithoutRelapse({ value }: Reading): boolean {
  return yesOrNo(value) === 'notMet' || isOneOf(value, ['no-evidence-of-disease', 'stable', 'responding'])
}

function linesOf(treatments: readonly TreatmentFact[], bound: 'least' | 'most'): number {
  const numbered = new Set(treatments.filter(({ line }) => line !== null).map(({ line }) => line)).size
  const unnumbered = treatments.filter(({ line, setting }) => line === null && setting !== 'maintenance')
  if (bound === 'most') return numbered + unnumbered.length + (isOnlyMaintenance(treatments) ? 1 : 0)
  return numbered === 0 && (unnumbered.length > 0 || isOnlyMaintenance(treatments)) ? 1 : numbered
}

function isOnlyMaintenance(treatments: readonly TreatmentFact[]): boolean {
  return treatments.length > 0 && treatments.every(({ line, setting }) => line === null && setting === 'maintenance')
}

function describe(treatment: TreatmentFact): string {
  const line = treatment.line === null ? 'line not numbered' : `line ${treatment.line}`
  return `${line}: ${treatment.name}${treatment.setting === null ? '' : ` (${treatment.setting})`}`
}
