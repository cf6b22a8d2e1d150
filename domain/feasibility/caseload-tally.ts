import type { VerdictOverride } from '../eligibility/applied-override.ts'
import { assessTrial, type HeldTrial } from '../eligibility/assess-trial.ts'
import { candidacyOf } from '../eligibility/candidate.ts'
import { countEach } from '../eligibility/count-outcomes.ts'
import type { Outcome } from '../eligibility/outcome-label.ts'
import type { PatientFacts } from '../eligibility/patient-facts.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { mayBeOffered } from '../patient-wishes/research-wish.ts'
import { type CriterionAnswer, criterionAnswers } from './criterion-answer.ts'
import { type JudgedPatients, judgedAnswers, judgedOutcome } from './judged-patients.ts'
import { asRecruiting } from './recruiting-trial.ts'

/** Exact numbers of patients of one trial over some part of a caseload. The lists have one entry a criterion. */
export interface CaseloadTally {
  /** Living patients whose cancer type the trial takes or could take, and who may be told of it. */
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

/** Counts some patients. Left out are those whose cancer the trial surely does not take, who have died, or who do not want to hear about it. */
export function tallyCaseload(
  trial: HeldTrial,
  caseload: readonly CaseloadPatient[],
  asOf: CalendarDate,
): CaseloadTally {
  const recruiting = asRecruiting(trial)
  const { criteria } = trial.record
  const considered = caseload.filter(
    ({ facts }) =>
      mayBeOffered(facts.researchRefusals, trial.trialId) &&
      candidacyOf({ ...recruiting.record, isOpen: true }, facts).kind !== 'notCandidate',
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
    outcomes: countEach(count),
    ...countAnswers(
      criteria.length,
      answers.map((each) => ({ answers: each, patients: 1 })),
    ),
  }
}

/** Counts patients of whom only that is known. All of them live, and the trial takes their cancer or could take it. */
export function tallyJudged(trial: HeldTrial, groups: readonly JudgedPatients[]): CaseloadTally {
  const { criteria } = trial.record
  const found = groups.map((group) => ({ outcome: judgedOutcome(criteria, group), patients: group.patients }))
  const count = (outcome: Outcome) => sumOf(found.filter((each) => each.outcome === outcome))
  return {
    considered: sumOf(groups),
    outcomes: countEach(count),
    ...countAnswers(
      criteria.length,
      groups.map((group) => ({ answers: judgedAnswers(criteria, group), patients: group.patients })),
    ),
  }
}

/** The tally of two parts of a caseload together. */
export function addTallies(a: CaseloadTally, b: CaseloadTally): CaseloadTally {
  return {
    considered: a.considered + b.considered,
    outcomes: countEach((outcome) => a.outcomes[outcome] + b.outcomes[outcome]),
    removed: addLists(a.removed, b.removed),
    notYet: addLists(a.notYet, b.notYet),
    undecided: addLists(a.undecided, b.undecided),
  }
}

function sumOf(groups: readonly { readonly patients: number }[]): number {
  return groups.reduce((sum, { patients }) => sum + patients, 0)
}

interface AnsweredPatients {
  readonly answers: readonly CriterionAnswer[]
  readonly patients: number
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
