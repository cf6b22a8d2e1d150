import { addDays } from '../identity/calendar-date.ts'
import { factNameInside } from './fact-name.ts'
import type { PatientFacts, Reading, TreatmentFact } from './patient-facts.ts'
import { isOneOf, yesOrNo } from './recorded-word.ts'
import type { Tri } from './tri.ts'

/** The least and the most that a count can be, equal where it is certain, and of what it is made. */
export interface LineCount {
  readonly least: number
  /** Infinite where lines are missing, because each of them may be of the setting asked for. */
  readonly most: number
  /** Lines before a numbered one that have no treatment on record, of whatever setting. */
  readonly missing: readonly LineRange[]
  /** Every systemic treatment of the record, latest first. */
  readonly courses: readonly JudgedCourse[]
}

/** First and last number of lines that follow one another. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Whether a systemic treatment belongs to the lines asked for, and why or why not. */
export interface JudgedCourse {
  readonly treatment: TreatmentFact
  readonly counts: Tri
  /** `null` where there is no more to say than that it is of the setting asked for. */
  readonly because: string | null
}

/** (Neo)adjuvant treatment is a line of treatment for advanced disease where relapse follows within 6 months. */
const relapseWindowDays = 183

/**
 * Lines of systemic treatment of the index cancer in the settings asked for. "any" counts every setting; "palliative"
 * counts first and later lines for advanced disease. Treatments with the same line number are one line, as are a
 * treatment and its maintenance. Where setting or line number is not recorded, the count has a range. A line recorded
 * without the lines before it says that these were given too, and of what setting they were nobody knows.
 */
export function countLines(facts: PatientFacts, settings: readonly string[]): LineCount {
  const courses = facts.treatments
    .filter(({ kind }) => kind === 'systemic')
    .map((treatment) => judgeCourse(facts, treatment, settings))
  const that = (counts: Tri) => courses.filter((course) => course.counts === counts).map(({ treatment }) => treatment)
  const certain = that('met')
  const numbers = lineNumbers(courses)
  const missing = missingLines(numbers)
  const counted = linesOf(certain, 'least')
  return {
    least: settings.includes('any') ? Math.max(counted, numbers.at(-1) ?? 0) : counted,
    most: missing.length > 0 ? Number.POSITIVE_INFINITY : linesOf([...certain, ...that('unknown')], 'most'),
    missing,
    courses: courses.map((course) => (isLineOfItsOwn(course, certain) ? course : asMaintenance(course))),
  }
}

function judgeCourse(facts: PatientFacts, treatment: TreatmentFact, settings: readonly string[]): JudgedCourse {
  const { setting, isForIndexCancer } = treatment
  const judged = (counts: Tri, because: string | null): JudgedCourse => ({ treatment, counts, because })
  if (!isForIndexCancer) return judged('notMet', 'for another condition')
  if (settings.includes('any')) return judged('met', setting === null ? null : factNameInside(setting))
  if (setting === null) return judged('unknown', 'setting not recorded')
  if (settings.includes(setting)) return judged('met', null)
  if (!settings.includes('palliative')) return judged('notMet', factNameInside(setting))
  if (setting === 'first-line' || setting === 'maintenance') return judged('met', null)
  const isFollowed = isFollowedByRelapse(facts, treatment)
  if (isFollowed === null) return judged('unknown', `${setting}, relapse within 6 months not known`)
  const relapse = isFollowed ? ', relapse within 6 months' : treatment.isOngoing ? '' : ', no relapse within 6 months'
  return judged(isFollowed ? 'met' : 'notMet', `${setting}${relapse}`)
}

/** Of every treatment of the index cancer, in rising order. */
function lineNumbers(courses: readonly JudgedCourse[]): readonly number[] {
  const lines = courses.flatMap(({ treatment: { line, isForIndexCancer } }) =>
    line !== null && line > 0 && isForIndexCancer ? [line] : [],
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}

function missingLines(numbers: readonly number[]): readonly LineRange[] {
  return numbers.flatMap((line, index) => {
    const from = (numbers[index - 1] ?? 0) + 1
    return line > from ? [{ from, to: line - 1 }] : []
  })
}

/** Maintenance without a number goes with the line before it, where there is one. */
function isLineOfItsOwn({ treatment, counts }: JudgedCourse, certain: readonly TreatmentFact[]): boolean {
  return counts !== 'met' || !isMaintenance(treatment) || isOnlyMaintenance(certain)
}

function asMaintenance(course: JudgedCourse): JudgedCourse {
  return { ...course, counts: 'notMet', because: 'maintenance' }
}

/**
 * `null` until somebody has looked at the end of the time or later: no evidence of disease ten days after the treatment
 * says nothing of the months that follow. The extent alone says neither when nor whether it came back.
 */
export function isFollowedByRelapse(facts: PatientFacts, treatment: TreatmentFact): boolean | null {
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
  const unnumbered = treatments.filter((treatment) => treatment.line === null && !isMaintenance(treatment))
  if (bound === 'most') return numbered + unnumbered.length + (isOnlyMaintenance(treatments) ? 1 : 0)
  return numbered === 0 && (unnumbered.length > 0 || isOnlyMaintenance(treatments)) ? 1 : numbered
}

function isOnlyMaintenance(treatments: readonly TreatmentFact[]): boolean {
  return treatments.length > 0 && treatments.every(isMaintenance)
}

function isMaintenance({ line, setting }: TreatmentFact): boolean {
  return line === null && setting === 'maintenance'
}
