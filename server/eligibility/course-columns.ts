import type { Insertable } from 'kysely'
import { countLines } from '#domain/eligibility/count-lines.ts'
import type { BestResponseLeaf } from '#domain/eligibility/leaf.ts'
import { isProgression, isUnassessed, lastLookOf, responseTo } from '#domain/eligibility/leaves/evaluate-course.ts'
import type { PatientFacts, TreatmentFact } from '#domain/eligibility/patient-facts.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import { spanOfLine } from '#domain/eligibility/trial-events.ts'
import type { ScreeningColumns } from '../database/tables/screening-columns.ts'
import type { LineBounds, TreatmentEntry } from '../database/tables/screening-documents.ts'
import { documentOf } from './document-of.ts'
import { settingsOfLines } from './line-count-index.ts'

/** Treatments, lines and responses, and what is confirmed to be complete. */
export function courseColumns(facts: PatientFacts): Insertable<Partial<ScreeningColumns>> {
  const { assertions, treatments, diseaseStatuses, progressions } = facts
  const first = spanOfLine('firstLine', facts)
  const last = spanOfLine('lastLine', facts)
  return {
    treatment_history_complete_on: assertions['treatment-history-complete']?.on ?? null,
    comorbidities_reviewed_on: assertions['comorbidities-reviewed']?.on ?? null,
    medicines_reviewed_on: assertions['medicines-reviewed']?.on ?? null,
    infection_status_reviewed_on: assertions['infection-status-reviewed']?.on ?? null,
    first_line_is_ongoing: first?.isOngoing ?? null,
    first_line_started_on: first?.startedOn ?? null,
    first_line_ended_on: first?.endedOn ?? null,
    last_line_is_ongoing: last?.isOngoing ?? null,
    last_line_started_on: last?.startedOn ?? null,
    last_line_ended_on: last?.endedOn ?? null,
    best_response: bestResponse(undefined, facts),
    best_response_first_line: bestResponse('firstLine', facts),
    best_response_last_line: bestResponse('lastLine', facts),
    disease_statuses: documentOf(
      diseaseStatuses.map(({ on, value }) => ({ day: on, word: comparableWord(String(value)) })),
    ),
    progressions:
      progressions.length === 0 ? null : JSON.stringify(progressions.filter(isProgression).map(({ on }) => on)),
    progression_looked_on: progressions[0] === undefined ? null : lastLookOf(facts, progressions[0]),
    treatments: documentOf(treatments.map(treatmentEntry)),
    treatment_words: treatments.length === 0 ? null : [...new Set(treatments.flatMap(wordsOf))],
    line_counts: treatments.length === 0 ? null : JSON.stringify(lineCounts(facts)),
  }
}

function bestResponse(to: BestResponseLeaf['to'], facts: PatientFacts): string | null {
  const reading = responseTo(to, facts)
  if (reading === undefined || isUnassessed(reading)) return null
  return comparableWord(String(reading.value))
}

function treatmentEntry(treatment: TreatmentFact, place: number): TreatmentEntry {
  const { rowId, kind, classes, hasAllClasses, setting, site, cycles, procedure, margin } = treatment
  return {
    place,
    id: rowId,
    kind,
    classes,
    has_all_classes: hasAllClasses,
    setting,
    site,
    cycles,
    half_life_days: treatment.halfLifeDays,
    started_on: treatment.startedOn,
    ended_on: treatment.endedOn,
    is_ongoing: treatment.isOngoing,
    said_on: treatment.saidToGoOn,
    is_for_index: treatment.isForIndexCancer,
    procedure,
    margin,
  }
}

/** The word of a treatment that may be of further classes than are recorded. */
export const unclassified = 'unclassified'

function wordsOf({ kind, classes, hasAllClasses }: TreatmentFact): readonly string[] {
  if (kind === 'surgery') return [...classes, kind]
  return [...classes, kind === 'systemic' ? 'systemic-any' : kind, ...(hasAllClasses ? [] : [unclassified])]
}

function lineCounts(facts: PatientFacts): readonly LineBounds[] {
  return settingsOfLines.map((settings) => {
    const { least, most } = countLines(facts, settings)
    return [least, Number.isFinite(most) ? most : null]
  })
}
