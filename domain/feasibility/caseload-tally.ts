import type { VerdictOverride } from '../eligibility/applied-override.ts'
import { assessTrial, type HeldTrial } from '../eligibility/assess-trial.ts'
import { candidacyOf } from '../eligibility/candidate.ts'
import type { Outcome } from '../eligibility/outcome-label.ts'
import type { PatientFacts } from '../eligibility/patient-facts.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { type CriterionAnswer, criterionAnswers } from './criterion-answer.ts'

/** Exact numbers of patients of one trial over some part of a caseload. The lists have one entry a criterion. */
export interface CaseloadTally {
  /** Living patients whose cancer type the trial takes or could take. */
  readonly considered: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Whom the criterion is the first to stop, for good or for now. */
  readonly removed: readonly number[]
  /** Of those, stopped only for now. */
  readonly notYet: readonly number[]
  /** Of those whom nothing has stopped up to and with this criterion, the ones it cannot decide. */
  readonly undecided: readonly number[]
}

/** One patient as a trial meets him or her. */
export interface CaseloadPatient {
  readonly facts: PatientFacts
  /** Clinicians' verdicts that stand on the criteria of this trial. Nobody can have judged those of a draft. */
  readonly overrides: readonly VerdictOverride[]
}

/** Counts some patients. Those whose cancer the trial surely does not take, and those who have died, are left out. */
export function tallyCaseload(
  trial: HeldTrial,
  caseload: readonly CaseloadPatient[],
  asOf: CalendarDate,
): CaseloadTally {
  const recruiting = asRecruiting(trial)
  const { criteria } = trial.record
  const considered = caseload.filter(
    ({ facts }) => candidacyOf({ ...recruiting.record, isOpen: true }, facts).kind !== 'notCandidate',
  )
  const answers = considered.map(({ facts, overrides }) => criterionAnswers(criteria, facts, asOf, overrides))
  // Whoever one criterion stops for good does not fit, whatever the others say.
  const outcomes = considered.map(
    ({ facts, overrides }, index): Outcome =>
      answers[index]?.at(-1) === 'stops' ? 'notMatched' : assessTrial(facts, recruiting, asOf, overrides).outcome,
  )
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length
  return {
    considered: considered.length,
    outcomes: {
      noFailuresFound: count('noFailuresFound'),
      needsClinician: count('needsClinician'),
      needsData: count('needsData'),
      notYet: count('notYet'),
      notMatched: count('notMatched'),
    },
    ...countAnswers(
      criteria.length,
      answers.map((each) => ({ answers: each, patients: 1 })),
    ),
  }
}

/** Patients whose cancer fits or could fit, with the same answers up to and with the first that stops for good. */
export interface AnsweredPatients {
  readonly answers: readonly CriterionAnswer[]
  readonly patients: number
}

/** Counts patients of whom only that is known, and each of whom some criterion stops for good. */
export function tallyStopped(trial: HeldTrial, stopped: readonly AnsweredPatients[]): CaseloadTally {
  const considered = stopped.reduce((sum, { patients }) => sum + patients, 0)
  return {
    considered,
    outcomes: { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, notMatched: considered },
    ...countAnswers(trial.record.criteria.length, stopped),
  }
}

/** The tally of two parts of a caseload together. */
export function addTallies(a: CaseloadTally, b: CaseloadTally): CaseloadTally {
  return {
    considered: a.considered + b.considered,
    outcomes: {
      noFailuresFound: a.outcomes.noFailuresFound + b.outcomes.noFailuresFound,
      needsClinician: a.outcomes.needsClinician + b.outcomes.needsClinician,
      needsData: a.outcomes.needsData + b.outcomes.needsData,
      notYet: a.outcomes.notYet + b.outcomes.notYet,
      notMatched: a.outcomes.notMatched + b.outcomes.notMatched,
    },
    removed: addLists(a.removed, b.removed),
    notYet: addLists(a.notYet, b.notYet),
    undecided: addLists(a.undecided, b.undecided),
  }
}

/** Of a trial none of whose cohorts is open, the question is what it would find once they are. */
function asRecruiting(trial: HeldTrial): HeldTrial {
  const { cohorts } = trial.record
  const isAnyOpen = cohorts.some(({ recruitmentStatus }) => recruitmentStatus === 'open')
  return isAnyOpen ? trial : { ...trial, record: { ...trial.record, cohorts: [] } }
}

/** Every patient is counted at each criterion up to the first that stops him or her, for good or for now. */
function countAnswers(length: number, groups: readonly AnsweredPatients[]) {
  const removed = new Array<number>(length).fill(0)
  const notYet = new Array<number>(length).fill(0)
  const undecided = new Array<number>(length).fill(0)
  for (const { answers, patients } of groups) {
    const add = (list: number[], index: number) => list.splice(index, 1, (list[index] ?? 0) + patients)
    for (const [index, answer] of answers.entries()) {
      if (answer === 'undecided') add(undecided, index)
      if (answer === 'stopsForNow') add(notYet, index)
      if (answer === 'stops' || answer === 'stopsForNow') {
        add(removed, index)
        break
      }
    }
  }
  return { removed, notYet, undecided }
}

function addLists(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((number, index) => number + (b[index] ?? 0))
}
