import { assessTrial, type HeldTrial, type TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import {
  type CandidateCounts,
  candidatePart,
  candidateParts,
  countCandidateTrials,
} from '#domain/eligibility/candidate-counts.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { type OverrideEntry, standingOverrides } from '#domain/eligibility/override-entry.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { isSetByClinician } from '#domain/eligibility/set-by-clinician.ts'
import { type WorklistFacts, worklistFacts } from '#domain/eligibility/worklist-facts.ts'
import type { CaseloadPatient } from '#domain/feasibility/caseload-tally.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { patientSearchForm } from '#domain/identity/patient-search.ts'
import type { DemonstrationPatient } from '../data/demonstration-data.ts'

/** A patient with what follows from the record; each part is worked out when it is first asked for. */
export interface HeldPatient extends DemonstrationPatient {
  facts(): PatientFacts
  worklist(): WorklistFacts
  /** What a trial, open or not or a draft, is assessed from: the facts, and clinicians' verdicts on its criteria. */
  forTrial(trial: Pick<HeldTrial, 'trialId'>): CaseloadPatient
  /** The open trials offered to the patient, assessed for a day. */
  screening(asOf: CalendarDate): readonly ScreenedTrial[]
  /** Since when the team looks after the patient; `null` where there is none, or the day is not known. */
  readonly teamSince: CalendarDate | null
  /** What typed text is looked for in. */
  readonly search: string
  /** When the record last changed. */
  readonly updatedAt: Date
  readonly overrides: OverrideHistories
}

/** What clinicians set and withdrew on the criteria of each trial, in that order, by trial. */
export type OverrideHistories = ReadonlyMap<string, readonly OverrideEntry[]>

export interface ScreenedTrial {
  readonly trialId: string
  /** For many cancers: such trials are not counted among a patient's candidates. */
  readonly isBasket: boolean
  readonly assessment: TrialAssessment
}

export function holdPatient(
  patient: DemonstrationPatient & Pick<HeldPatient, 'teamSince'> & { readonly overrides?: OverrideHistories },
  openTrials: readonly HeldTrial[],
  updatedAt: Date,
): HeldPatient {
  const facts = once(() => deriveFacts(patient.record))
  const overrides = patient.overrides ?? new Map()
  const screenings = new Map<CalendarDate, readonly ScreenedTrial[]>()
  return {
    ...patient,
    facts,
    worklist: once(() => worklistFacts(facts())),
    forTrial: ({ trialId }) => ({ facts: facts(), overrides: standingOverrides(overrides.get(trialId) ?? []) }),
    screening(asOf) {
      const known = screenings.get(asOf) ?? screen(facts(), openTrials, overrides, asOf)
      screenings.set(asOf, known)
      return known
    },
    search: patientSearchForm(patient),
    updatedAt,
    overrides,
  }
}

function screen(
  facts: PatientFacts,
  trials: readonly HeldTrial[],
  overrides: OverrideHistories,
  asOf: CalendarDate,
): readonly ScreenedTrial[] {
  const { specific, baskets } = offeredTrials(facts, trials)
  return [...specific, ...baskets].map((trial) => ({
    trialId: trial.trialId,
    isBasket: baskets.includes(trial),
    assessment: assessTrial(facts, trial, asOf, standingOverrides(overrides.get(trial.trialId) ?? [])),
  }))
}

/** How many of the trials for the patient's own cancer have each outcome, those with criteria to read apart. */
export function countCandidates(patient: HeldPatient, asOf: CalendarDate): CandidateCounts {
  return countCandidateTrials(ownAssessments(patient, asOf))
}

/** Of those counted with the best answer, one has it with verdicts of clinicians. */
export function isBestSetByClinician(patient: HeldPatient, asOf: CalendarDate): boolean {
  const own = ownAssessments(patient, asOf)
  const best = candidateParts.find((part) => own.some((each) => candidatePart(each) === part))
  return own.some((each) => candidatePart(each) === best && isSetByClinician(each.criteria))
}

function ownAssessments(patient: HeldPatient, asOf: CalendarDate): readonly TrialAssessment[] {
  return patient.screening(asOf).flatMap(({ isBasket, assessment }) => (isBasket ? [] : [assessment]))
}

function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | null = null
  return () => {
    value ??= make()
    return value
  }
}
