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

/** Counts some patients. Those whose cancer the trial surely does not take, and those who have died, are left out. */
export function tallyCaseload(trial: HeldTrial, caseload: readonly PatientFacts[], asOf: CalendarDate): CaseloadTally {
  const recruiting = asRecruiting(trial)
  const assessed = caseload
    .filter((facts) => candidacyOf({ ...recruiting.record, isOpen: true }, facts).kind !== 'notCandidate')
    .map((facts) => assessTrial(facts, recruiting, asOf))
  const count = (outcome: Outcome) => assessed.filter((each) => each.outcome === outcome).length
  return {
    considered: assessed.length,
    outcomes: {
      noFailuresFound: count('noFailuresFound'),
      needsClinician: count('needsClinician'),
      needsData: count('needsData'),
      notYet: count('notYet'),
      notMatched: count('notMatched'),
    },
    ...countAnswers(trial.record.criteria.length, assessed.map(criterionAnswers)),
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

/** Every patient is counted at each criterion up to the first that stops him or her. */
function countAnswers(length: number, patients: readonly (readonly CriterionAnswer[])[]) {
  const removed = new Array<number>(length).fill(0)
  const notYet = new Array<number>(length).fill(0)
  const undecided = new Array<number>(length).fill(0)
  const addOne = (list: number[], index: number) => list.splice(index, 1, (list[index] ?? 0) + 1)
  for (const answers of patients) {
    for (const [index, answer] of answers.entries()) {
      if (answer === 'undecided') addOne(undecided, index)
      if (answer === 'stopsForNow') addOne(notYet, index)
      if (answer === 'stops' || answer === 'stopsForNow') {
        addOne(removed, index)
        break
      }
    }
  }
  return { removed, notYet, undecided }
}

function addLists(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((number, index) => number + (b[index] ?? 0))
}
