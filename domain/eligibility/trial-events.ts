import type { CalendarDate } from '../identity/calendar-date.ts'
import { isFollowedByRelapse } from './count-lines.ts'
import { factNameInside } from './fact-name.ts'
import { isOfClass } from './is-of-class.ts'
import type { PatientFacts, TreatmentFact } from './patient-facts.ts'
import { treatmentSettings } from './treatment-words.ts'
import { anyTri, type Tri, triOf } from './tri.ts'
import { listed } from './word-list.ts'

/** The treatments of the first line: numbered 1, or given as first-line where no number is recorded. */
function firstLine(facts: PatientFacts): readonly TreatmentFact[] {
  return ofIndexCancer(facts).filter(({ line, setting }) => line === 1 || (line === null && setting === 'first-line'))
}

/**
 * What says that there was a first line, or may be it, where none is certain: a later line, or systemic treatment without a
 * number. Treatment around an operation is one only where relapse followed it, which may not be known.
 */
function possibleFirstLine(facts: PatientFacts): readonly TreatmentFact[] {
  if (firstLine(facts).length > 0) return []
  return ofIndexCancer(facts).filter((treatment) =>
    treatment.line === null ? mayBeLine(facts, treatment) : treatment.line > 1,
  )
}

function mayBeLine(facts: PatientFacts, treatment: TreatmentFact): boolean {
  const isAroundOperation = treatment.setting === 'neoadjuvant' || treatment.setting === 'adjuvant'
  return !isAroundOperation || isFollowedByRelapse(facts, treatment) !== false
}

/** The treatments of the highest numbered line, or the latest systemic treatment where none is numbered. */
function lastLine(facts: PatientFacts): readonly TreatmentFact[] {
  const systemic = ofIndexCancer(facts)
  const highest = Math.max(...systemic.map(({ line }) => line ?? Number.NEGATIVE_INFINITY))
  return Number.isFinite(highest) ? systemic.filter(({ line }) => line === highest) : systemic.slice(0, 1)
}

/** Systemic treatment without a number, beside the last line: it may be a later one. */
function possibleLastLine(facts: PatientFacts): readonly TreatmentFact[] {
  const last = lastLine(facts)
  return ofIndexCancer(facts).filter((treatment) => treatment.line === null && !last.includes(treatment))
}

function ofIndexCancer({ treatments }: PatientFacts): readonly TreatmentFact[] {
  return treatments.filter(({ kind, isForIndexCancer }) => kind === 'systemic' && isForIndexCancer)
}

/** The treatments of a line, and what may belong to it or come after it. */
export function treatmentsOfLine(line: 'firstLine' | 'lastLine', facts: PatientFacts): TreatmentsOfEvent {
  return line === 'firstLine'
    ? { certain: firstLine(facts), possible: possibleFirstLine(facts) }
    : { certain: lastLine(facts), possible: possibleLastLine(facts) }
}

/** One that would make the last day another, if it belonged to the event; none while what belongs to it goes on. */
export function doubtfulTreatment({ certain, possible }: TreatmentsOfEvent): TreatmentFact | undefined {
  const span = spanOf(certain)
  if (span !== null && span.endedOn === null) return undefined
  const end = span?.endedOn ?? null
  return possible.find(({ isOngoing, endedOn }) => isOngoing || endedOn === null || end === null || endedOn > end)
}

/** The days of a line: `null` where there is none, without days where another treatment may be it or end later. */
export function spanOfLine(line: 'firstLine' | 'lastLine', facts: PatientFacts): TreatmentSpan | null {
  const treatments = treatmentsOfLine(line, facts)
  const isOpen = doubtfulTreatment(treatments) !== undefined
  return isOpen ? { startedOn: null, endedOn: null, isOngoing: false } : spanOf(treatments.certain)
}

/** First and last day of treatments taken together. */
export interface TreatmentSpan {
  readonly startedOn: CalendarDate | null
  readonly endedOn: CalendarDate | null
  readonly isOngoing: boolean
}

/** `null` where there are no treatments. The end is known only if every end is. */
export function spanOf(treatments: readonly TreatmentFact[]): TreatmentSpan | null {
  if (treatments.length === 0) return null
  const starts = treatments.map(({ startedOn }) => startedOn)
  const ends = treatments.map(({ endedOn }) => endedOn)
  const isOngoing = treatments.some((treatment) => treatment.isOngoing)
  return {
    startedOn: starts.includes(null)
      ? null
      : (starts
          .filter((day) => day !== null)
          .sort()
          .at(0) ?? null),
    endedOn:
      isOngoing || ends.includes(null)
        ? null
        : (ends
            .filter((day) => day !== null)
            .sort()
            .at(-1) ?? null),
    isOngoing,
  }
}

/** What an interval counts from, and what may belong to it: a class, a setting or the sort of operation is open. */
export interface TreatmentsOfEvent {
  readonly certain: readonly TreatmentFact[]
  readonly possible: readonly TreatmentFact[]
}

/**
 * The treatments of "surgery.primary-resection" (a procedure), "firstLine.end",
 * "therapy.last(neoadjuvant|adjuvant|chemoradiotherapy).end" (settings or classes). `null`: the wording is not known.
 */
export function treatmentsOfEvent(event: string, facts: PatientFacts): TreatmentsOfEvent | null {
  const asked = readEvent(event)
  switch (asked?.kind) {
    case undefined:
      return null
    case 'firstLine':
    case 'lastLine':
      return treatmentsOfLine(asked.kind, facts)
    case 'surgery':
      return belonging(facts, ({ kind, procedure }) =>
        kind === 'surgery' ? isListed(procedure, [asked.procedure]) : 'notMet',
      )
    case 'therapy': {
      const { settings, classes } = askedOfTherapy(asked.names)
      return belonging(facts, (treatment) => {
        if (treatment.kind === 'surgery') return 'notMet'
        const isOfSetting = settings.length === 0 ? 'notMet' : isListed(treatment.setting, settings)
        return anyTri([isOfClass(classes, treatment), isOfSetting])
      })
    }
  }
}

function belonging(facts: PatientFacts, judge: (treatment: TreatmentFact) => Tri): TreatmentsOfEvent {
  const judged = facts.treatments.map((treatment) => ({ treatment, verdict: judge(treatment) }))
  const withVerdict = (verdict: Tri) => judged.flatMap((each) => (each.verdict === verdict ? [each.treatment] : []))
  return { certain: withVerdict('met'), possible: withVerdict('unknown') }
}

function isListed(value: string | null, list: readonly string[]): Tri {
  return value === null ? 'unknown' : triOf(list.includes(value))
}

/** Settings are words of their own: "adjuvant" is no class. */
export function askedOfTherapy(names: readonly string[]): {
  readonly settings: readonly string[]
  readonly classes: readonly string[]
} {
  const isSetting = (name: string) => treatmentSettings.some((setting) => setting === name)
  return { settings: names.filter(isSetting), classes: names.filter((name) => !isSetting(name)) }
}

/** What the wording of an event asks for; null where it is not known. */
export type EventQuestion =
  | { readonly kind: 'firstLine' }
  | { readonly kind: 'lastLine' }
  | { readonly kind: 'surgery'; readonly procedure: string }
  | { readonly kind: 'therapy'; readonly names: readonly string[] }

export function readEvent(event: string): EventQuestion | null {
  if (event === 'firstLine.end' || event === 'firstLine.start') return { kind: 'firstLine' }
  if (event === 'lastLine.end' || event === 'lastLine.start') return { kind: 'lastLine' }
  const procedure = /^surgery\.([\w-]+)$/u.exec(event)?.[1]
  if (procedure !== undefined) return { kind: 'surgery', procedure }
  const names = /^therapy\.last\(([\w|-]+)\)\.end$/u.exec(event)?.[1]?.split('|')
  return names === undefined ? null : { kind: 'therapy', names }
}

/** The event in words: "the end of first-line treatment". */
export function eventWords(event: string): string {
  if (event === 'firstLine.end') return 'the end of first-line treatment'
  if (event === 'firstLine.start') return 'the start of first-line treatment'
  if (event === 'lastLine.end') return 'the end of the last line of treatment'
  if (event === 'lastLine.start') return 'the start of the last line of treatment'
  const names = /\((.+)\)/u.exec(event)?.[1]
  if (names !== undefined) {
    const words = listed(names.split('|').map(factNameInside), 'or')
    return `the end of the last ${words.replace(/ treatment$/u, '')} treatment`
  }
  const procedure = /^surgery\.(.+)$/u.exec(event)?.[1]
  return procedure === undefined ? event.replaceAll('-', ' ') : `${factNameInside(procedure)} surgery`
}
