/** Any treatment of one of the classes. With a window it is a washout when it excludes. */
export interface TherapyLeaf {
  readonly op: 'therapy'
  readonly any: readonly string[]
  readonly forCurrentCancer?: boolean
  readonly setting?: readonly string[]
  readonly site?: string
  readonly withinDays?: number
  readonly orHalfLives?: number
  readonly whichever?: 'longer' | 'shorter'
  readonly cyclesMin?: number
  readonly cyclesMax?: number
}

/** Count of systemic lines in the settings; "any" counts every line. */
export interface LinesOfTherapyLeaf {
  readonly op: 'linesOfTherapy'
  readonly setting: readonly string[]
  readonly min?: number
  readonly max?: number
}

export interface SurgeryLeaf {
  readonly op: 'surgery'
  readonly procedure: string
  readonly margin?: readonly string[]
  readonly withinDays?: number
}

/** `only`: no other medicine of the same class is taken. Doses are mg of prednisolone or equivalent per day. */
export interface MedicationLeaf {
  readonly op: 'medication'
  readonly concept: string
  readonly status?: 'active'
  readonly only?: boolean
  readonly withinDays?: number
  readonly doseMgPredEqMin?: number
  readonly doseCmp?: '>' | '>='
}

/** Without `status` and window: it was ever there. */
export interface ConditionLeaf {
  readonly op: 'condition'
  readonly concept: string
  readonly status?: 'active' | 'history'
  readonly withinDays?: number
  readonly needsSystemicTherapy?: boolean
  /** A class on its own ordered scale, for example "MGFA-IV". */
  readonly severityMin?: string
}

export interface InfectionLeaf {
  readonly op: 'infection'
  readonly agent: string
  readonly result: string
  readonly withinDays?: number
}

/** CTCAE toxicity. `term` "any" means whatever term; `onlyTerms`: every present toxicity is one of the list. */
export interface ToxicityLeaf {
  readonly op: 'toxicity'
  readonly term?: string
  readonly onlyTerms?: readonly string[]
  readonly gradeMin?: number
  /** At any time, also when it has since resolved. */
  readonly ever?: boolean
  readonly withinDays?: number
}

/** Another cancer beside the index one; `onlyTypes`: every other cancer is one of the list. */
export interface OtherMalignancyLeaf {
  readonly op: 'otherMalignancy'
  readonly onlyTypes?: readonly string[]
  readonly withinDays?: number
}

/** Calendar days from an event to the anchor. `from` is for example "surgery.primary-resection" or "firstLine.end". */
export interface IntervalLeaf {
  readonly op: 'interval'
  readonly from: string
  readonly to: 'anchor'
  readonly minDays?: number
  readonly maxDays?: number
}
