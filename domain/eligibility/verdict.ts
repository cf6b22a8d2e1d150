import type { CalendarDate } from '../identity/calendar-date.ts'
import type { Expr } from './criterion.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Tri } from './tri.ts'

/** The answer to one expression, with all that is needed to show why and what would settle it. */
export interface Verdict {
  readonly op: Expr['op']
  readonly verdict: Tri
  /** Why it is not known; `null` unless `verdict` is unknown. On a branch, the reason of its first open part. */
  readonly reason: Reason | null
  /** What somebody could find out, do or confirm to settle it; `null` unless unknown. */
  readonly item: SettlingItem | null
  /** The value looked at. On an unknown verdict it is only a hint, for example a result that has gone stale. */
  readonly evidence: Evidence | null
  readonly sentence: string
  /** The sentence without what is asked, where that was put after it. */
  readonly found?: string
  /** What confirming a category as complete would claim of the record: "No platinum is recorded". */
  readonly absence?: string
  /** Of a confirmation that counts no more: when it was given, and how long it counted. */
  readonly hint?: string
  /** First day on which time alone ends this verdict: the day after a washout, the day after a window closes. */
  readonly changesOn: CalendarDate | null
  readonly children: readonly Verdict[]
}

/** What a leaf finds: a verdict without its place in the tree. */
export interface Finding extends Omit<Verdict, 'op' | 'children'> {
  /** Where several things are missing for one answer: each by itself. */
  readonly gaps?: readonly Finding[]
}

export type Reason = (typeof reasons)[number]

export const reasons = [
  /** Nothing is recorded. */
  'missing',
  /** Recorded too long ago to be relied upon. */
  'stale',
  /** Two records say opposite things, and neither overrules the other. */
  'contradictory',
  /** The report does not carry the limit of its reference range. */
  'ulnMissing',
  'llnMissing',
  /** The unit cannot be converted, or a word stands where a number is needed. */
  'unit',
  /** Reported only as below or above a value, so that the result itself may lie on either side of the limit. */
  'onlyBound',
  'notTested',
  'sampleFailed',
  /** The codes allow the diagnosis but do not prove it. */
  'possibleDiagnosis',
  /** The record is silent, and nobody has confirmed that this part of it is complete. */
  'notConfirmedComplete',
  /** Only a person can answer. */
  'attest',
  /** The software cannot work this out; a person must read the text. */
  'notComputed',
] as const

/** Reasons that no data entry can settle: somebody must judge or read. */
export function needsPerson(reason: Reason): boolean {
  return reason === 'attest' || reason === 'notComputed'
}

/** Reasons of what was measured and is current, but cannot be compared with what is asked. */
export function isIncomparable(reason: Reason): boolean {
  return reason === 'ulnMissing' || reason === 'llnMissing' || reason === 'unit' || reason === 'onlyBound'
}

/** An open question of what was measured and is current: it cannot be compared, or two results are opposites. */
export function isMeasuredYetOpen({ op, reason }: Pick<Verdict, 'op' | 'reason'>): boolean {
  return reason !== null && (isIncomparable(reason) || (measurements.includes(op) && reason === 'contradictory'))
}

const measurements: readonly Expr['op'][] = ['biomarker', 'lab', 'observation', 'ps', 'score']

/**
 * One thing to find out. `key` is the same for every criterion it would settle, for example "lab:platelets" or
 * "assertion:treatment-history-complete"; `label` is the same in words.
 */
export interface SettlingItem {
  readonly key: string
  readonly label: string
}

/** The value behind a verdict, from one row. */
export interface Evidence {
  readonly value: string | number | boolean | null
  readonly unit: string | null
  readonly on: string | null
  readonly source: string
  readonly rowId: string
}

/**
 * Today in Europe/London, the planned date of the anchor where it is fixed, the cohort under consideration, and what is
 * known already of the same patient.
 */
export interface EvaluationContext {
  readonly asOf: CalendarDate
  readonly anchorOn?: CalendarDate
  readonly cohort?: string
  readonly answers?: KnownAnswers
}

/**
 * What was found of one patient on one day, by question. Trials ask the same in the same words, so one of these for all
 * trials of a patient has each question answered and put into words once. Keep it no longer than the facts.
 */
export interface KnownAnswers {
  readonly facts: PatientFacts
  readonly anchor: CalendarDate
  readonly byQuestion: Map<number, Verdict>
}
