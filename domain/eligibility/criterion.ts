import type { Leaf } from './leaf.ts'

/** One numbered sentence of a protocol, and the rule that says the same in a form the software can check. */
export interface Criterion {
  readonly id: string
  readonly kind: 'inclusion' | 'exclusion'
  /** The protocol's own wording, never edited. */
  readonly text: string
  readonly class: CriterionClass
  /** An exclusion holds the *excluding* condition. `null`: nobody has written a rule for this text yet. */
  readonly expr: Expr | null
  /** Names of the cohorts that the criterion binds; left out means every cohort. */
  readonly appliesTo?: readonly string[]
}

/**
 * What failing the criterion means. hard: no; correctable: perhaps after treatment or a repeat; washout: later;
 * timeLimited: only until a date; judgement and gate: a person decides; advisory: shown, never decides.
 */
export type CriterionClass = 'hard' | 'correctable' | 'washout' | 'timeLimited' | 'judgement' | 'advisory' | 'gate'

/** Everything about a trial that deciding for one patient needs. */
export interface TrialCriteria {
  readonly trialId: string
  readonly protocolVersion?: string
  /** The event that windows count back from. While it has no date, today stands for it. */
  readonly anchor: 'registration' | 'randomisation' | 'firstDose'
  readonly criteria: readonly Criterion[]
  /** The cohorts that take patients at present. None listed: the trial has no cohorts, or all of them are open. */
  readonly openCohorts?: readonly string[]
}

/** The criteria language. `op` is the tag; a truth value is met, notMet or unknown (Kleene's strong logic). */
export type Expr = Branch | Leaf

export type Branch =
  | AllExpr
  | AnyExpr
  | NotExpr
  | AtLeastExpr
  | UnlessExpr
  | ExceptWhenExpr
  | IfThenExpr
  | CaseWhenExpr
  | MeasuredAnyExpr
  | CohortExpr
  | InCohortExpr

export interface AllExpr {
  readonly op: 'all'
  readonly of: readonly Expr[]
}

export interface AnyExpr {
  readonly op: 'any'
  readonly of: readonly Expr[]
}

export interface NotExpr {
  readonly op: 'not'
  readonly of: Expr
}

/** At least `n` of the parts are met. */
export interface AtLeastExpr {
  readonly op: 'atLeast'
  readonly n: number
  readonly of: readonly Expr[]
}

/** Rule or exception: "bilirubin up to 1.5 x ULN unless Gilbert's". */
export interface UnlessExpr {
  readonly op: 'unless'
  readonly rule: Expr
  readonly exception: Expr
}

/** Rule and not exception: "anticoagulation, except low molecular weight heparin". */
export interface ExceptWhenExpr {
  readonly op: 'exceptWhen'
  readonly rule: Expr
  readonly exception: Expr
}

/** Not `if`, or `then`: "if HIV positive, then CD4 at least 200". */
export interface IfThenExpr {
  readonly op: 'ifThen'
  readonly if: Expr
  readonly then: Expr
}

/** The first case whose `when` is met decides. An unknown `when` leaves its own and all later outcomes possible. */
export interface CaseWhenExpr {
  readonly op: 'caseWhen'
  readonly cases: readonly CaseBranch[]
  readonly else: Expr
}

export interface CaseBranch {
  readonly when: Expr
  readonly then: Expr
}

/** At least `min` are measured, and all that are measured pass; a result that cannot be compared leaves it open. */
export interface MeasuredAnyExpr {
  readonly op: 'measuredAny'
  readonly min: number
  readonly of: readonly Expr[]
}

/** Which cohorts the patient would belong to; met when there is at least one. */
export interface CohortExpr {
  readonly op: 'cohort'
  readonly assign: readonly CohortAssignment[]
}

export interface CohortAssignment {
  readonly cohort: string
  readonly when: Expr
}

/** Asked only of patients of the cohort: in an exclusion, nobody else can be excluded by it. */
export interface InCohortExpr {
  readonly op: 'inCohort'
  readonly cohort: string
  readonly expr: Expr
}
