import { displayDate } from '../identity/date-words.ts'
import type { JudgedCourse, LineCount, LineRange } from './count-lines.ts'
import { whenGiven } from './explain-treatment.ts'
import type { TreatmentFact } from './patient-facts.ts'
import { listed } from './word-list.ts'

/** A count of lines in words, and the latest course that is named in it with its day; `null` where there is none. */
export interface ExplainedLines {
  readonly words: string
  readonly latest: TreatmentFact | null
}

/**
 * "line 1: carboplatin until 01-Jan-2026; not counted: tamoxifen, for another condition; from SACT": what a
 * consultant checks a count by. Of many, the latest lines and a few of the rest stand for all, and the sentence says how
 * many more there are. Words are "" where there is no systemic treatment at all.
 */
export function explainLines({ courses, missing }: LineCount): ExplainedLines {
  const that = (counts: JudgedCourse['counts']) => courses.filter((course) => course.counts === counts)
  const lines = linesOf(that('met'))
  const shownLines = lines.slice(-mostLines)
  const open = that('unknown').slice(0, mostOthers)
  const left = that('notMet').slice(0, mostOthers)
  const words = [
    ...shownLines.map(lineWords),
    ...more(lines.length - shownLines.length),
    ...missingWords(missing),
    ...headed('may count', open.map(openWords), that('unknown').length),
    ...headed('not counted', left.map(leftWords), that('notMet').length),
  ]
  const dated = [...shownLines.flat(), ...open]
  const sources = new Set([...dated, ...left].map(({ treatment }) => treatment.source))
  return {
    words: words.length === 0 ? '' : [...words, `from ${listed([...sources], 'and')}`].join('; '),
    latest: latestOf(courses, shownLines.length > 0 ? shownLines.flat() : open),
  }
}

const mostLines = 3
const mostOthers = 2

type Line = readonly JudgedCourse[]

/** Courses of one number are one line. Lines without a number come last, the latest at the end. */
function linesOf(courses: readonly JudgedCourse[]): readonly Line[] {
  const numbered = courses.filter(({ treatment }) => treatment.line !== null)
  const byNumber = [...Map.groupBy(numbered, ({ treatment }) => treatment.line ?? 0)]
  const unnumbered = courses.filter(({ treatment }) => treatment.line === null).toReversed()
  return [...byNumber.toSorted(([a], [b]) => a - b).map(([, line]) => line), ...unnumbered.map((course) => [course])]
}

/** "line 1: carboplatin and paclitaxel until 01-Jan-2026": the latest day of all its courses, which come first. */
function lineWords(line: Line): string {
  const [latest] = line
  if (latest === undefined) return ''
  const names = [...new Set(line.map(({ treatment }) => treatment.name))]
  const named = names.length > mostLines ? [...names.slice(0, mostLines), 'others'] : names
  const because = line.every((course) => course.because === latest.because) ? reason(latest) : ''
  const number = latest.treatment.line === null ? 'line not numbered' : `line ${latest.treatment.line}`
  return `${number}: ${listed(named, 'and')}${given(latest.treatment)}${because}`
}

/** "line 1 not recorded", "lines 1 and 3 to 5 not recorded". */
function missingWords(missing: readonly LineRange[]): readonly string[] {
  const [first] = missing
  if (first === undefined) return []
  const isOne = missing.length === 1 && first.from === first.to
  const ranges = missing.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`))
  return [`${isOne ? 'line' : 'lines'} ${listed(ranges, 'and')} not recorded`]
}

function openWords(course: JudgedCourse): string {
  return `${course.treatment.name}${given(course.treatment)}${reason(course)}`
}

/** " until 01-Jan-2026", ", going on since 02-May-2026". */
function given(treatment: TreatmentFact): string {
  const { endedOn, isOngoing } = treatment
  return isOngoing || endedOn === null ? `, ${whenGiven(treatment)}` : ` until ${displayDate(endedOn)}`
}

function leftWords(course: JudgedCourse): string {
  return `${course.treatment.name}${reason(course)}`
}

function reason({ because }: JudgedCourse): string {
  return because === null ? '' : `, ${because}`
}

function headed(head: string, words: readonly string[], count: number): readonly string[] {
  const [first, ...others] = words
  return first === undefined ? [] : [`${head}: ${first}`, ...others, ...more(count - words.length)]
}

function more(count: number): readonly string[] {
  return count > 0 ? [`${count} more`] : []
}

/** Courses come latest first. */
function latestOf(courses: readonly JudgedCourse[], among: readonly JudgedCourse[]): TreatmentFact | null {
  return courses.find((course) => among.includes(course))?.treatment ?? null
}
