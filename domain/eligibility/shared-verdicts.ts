import type { CalendarDate } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { outcomeLabel } from './assemble-candidate.ts'
import { assessTrial, type HeldTrial } from './assess-trial.ts'
import { type CriterionVerdict, criterionVerdicts } from './criterion-verdicts.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'

/** A verdict as a site reads it. `withheld`: it rests on something that the referrer chose not to share. */
export type SharedVerdict = Omit<CriterionVerdict, 'reason' | 'appliesTo' | 'cohort' | 'basis' | 'otherParts'> & {
  readonly reason: CriterionVerdict['reason'] | 'withheld'
}

export interface SharedVerdicts {
  /** Of the whole record: it is what the referrer saw when sending. */
  readonly outcomeLabel: string
  readonly criteria: readonly SharedVerdict[]
}

/**
 * How a patient stands to a trial, fit to leave the hospital with a record of which some rows are held back. A verdict
 * that would read otherwise without those rows says only that it is withheld: its own words would give them away, and
 * a verdict made from the rest could claim what is not so, for example that a condition is absent. What a clinician said
 * of it is withheld with it, because the reason may well name the row.
 */
export function sharedVerdicts({
  record,
  trial,
  withheldRowIds,
  asOf,
  overrides,
}: {
  readonly record: PatientRecord
  readonly trial: HeldTrial
  readonly withheldRowIds: readonly string[]
  readonly asOf: CalendarDate
  readonly overrides: readonly VerdictOverride[]
}): SharedVerdicts {
  const assessment = assessTrial(deriveFacts(record), trial, asOf, overrides)
  const criteria = criterionVerdicts(assessment)
  const label = outcomeLabel(assessment)
  if (withheldRowIds.length === 0) return { outcomeLabel: label, criteria: criteria.map(sharedPart) }

  const remaining = assessTrial(deriveFacts(withoutRows(record, withheldRowIds)), trial, asOf, overrides)
  const fromTheRest = new Map(criterionVerdicts(remaining).map((verdict) => [verdict.criterionId, verdict]))
  return {
    outcomeLabel: label,
    criteria: criteria.map((verdict) =>
      readsTheSame(verdict, fromTheRest.get(verdict.criterionId)) ? sharedPart(verdict) : withheldVerdict(verdict),
    ),
  }
}

/** Without what only setting a verdict needs, and without parts that had no say: one of them may rest on a row held back. */
function sharedPart({
  otherParts: _parts,
  appliesTo: _cohorts,
  cohort: _cohort,
  basis: _basis,
  ...verdict
}: CriterionVerdict): SharedVerdict {
  return verdict
}

function readsTheSame(verdict: CriterionVerdict, other: CriterionVerdict | undefined): boolean {
  return (
    verdict.verdict === other?.verdict &&
    verdict.reason === other.reason &&
    verdict.sentences.join('\n') === other.sentences.join('\n')
  )
}

function withheldVerdict(verdict: CriterionVerdict): SharedVerdict {
  const sentences = ['Rests on an item that the referrer did not share']
  return { ...sharedPart(verdict), verdict: 'unknown', reason: 'withheld', sentences, override: null }
}

/** A record without some rows, and without the earlier rows that those had corrected: they must not come back. */
function withoutRows(record: PatientRecord, rowIds: readonly string[]): PatientRecord {
  const keep = <Row extends Provenance>(rows: readonly Row[]) => {
    const gone = new Set(rowIds.flatMap((id) => [id, ...earlierThan(id, rows)]))
    return rows.filter(({ id }) => !gone.has(id))
  }
  return {
    ...record,
    diagnoses: keep(record.diagnoses),
    observations: keep(record.observations),
    treatments: keep(record.treatments),
    biomarkers: keep(record.biomarkers),
    assertions: keep(record.assertions),
  }
}

/** The rows that led up to one by correction after correction. */
function earlierThan(rowId: string, rows: readonly Provenance[]): readonly string[] {
  const replaced = rows.find(({ id }) => id === rowId)?.replaces ?? null
  if (replaced === null) return []
  // Without the row itself, so that rows that name each other come to an end.
  return [
    replaced,
    ...earlierThan(
      replaced,
      rows.filter(({ id }) => id !== rowId),
    ),
  ]
}
