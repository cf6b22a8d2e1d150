import type { Role } from '#domain/access/role.ts'
import type { CriterionVerdict } from '#domain/eligibility/criterion-verdicts.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'

/** A criterion of a trial for a patient, and how the trial stood to the patient at the time. */
export interface SeenCriterion {
  readonly outcome: Outcome
  readonly verdict: CriterionVerdict
}

/** One thing that a clinician does, always in the evening, after the caseload was screened. */
export interface PlannedEntry {
  readonly role: Extract<Role, 'oncologist' | 'nurse'>
  readonly daysAgo: number
  readonly reason: string
}

/** A verdict of a clinician at the first organisation, on the first criterion that it makes sense for. */
export interface PlannedOverride {
  readonly set: PlannedEntry & { readonly verdict: 'met' | 'notMet' }
  readonly withdrawn: PlannedEntry | null
  /** Whether it makes sense, from the criterion as it was seen then and as it is on the day of the data. */
  readonly makesSense: (then: SeenCriterion, now: SeenCriterion) => boolean
}

const mayFit: readonly Outcome[] = ['noFailuresFound', 'needsClinician', 'needsData']

export const plannedOverrides: readonly PlannedOverride[] = [
  // It stands and counts: only a clinician could say.
  {
    set: {
      role: 'oncologist',
      daysAgo: 1,
      verdict: 'met',
      reason: 'Seen in clinic today. In my judgement fit for either treatment.',
    },
    withdrawn: null,
    makesSense: (then, now) =>
      then.outcome === 'needsClinician' &&
      then.verdict.reason === 'attest' &&
      /^Fit for /.test(then.verdict.text) &&
      now.verdict.basis === then.verdict.basis,
  },
  // Blood results that came in later stop the patient, whatever was said before them.
  {
    set: {
      role: 'oncologist',
      daysAgo: 5,
      verdict: 'met',
      reason: 'Counts taken at the GP practice are within the limits; the printout is in the notes.',
    },
    withdrawn: null,
    makesSense: (then, now) =>
      then.verdict.verdict !== 'met' &&
      now.outcome === 'notYet' &&
      now.verdict.verdict === 'notMet' &&
      now.verdict.basis !== then.verdict.basis &&
      /^Neutrophils /.test(now.verdict.text),
  },
  // What came in later fits, so somebody has to look again at what was said to stop the patient.
  {
    set: {
      role: 'oncologist',
      daysAgo: 5,
      verdict: 'notMet',
      reason: 'Seen in clinic today. On the last scan that I have, the disease is stable.',
    },
    withdrawn: null,
    makesSense: (then, now) =>
      then.verdict.verdict !== 'met' &&
      mayFit.includes(now.outcome) &&
      now.verdict.verdict === 'met' &&
      now.verdict.basis !== then.verdict.basis &&
      /^Progression /.test(now.verdict.text),
  },
  // Set by mistake and taken back.
  {
    set: {
      role: 'nurse',
      daysAgo: 3,
      verdict: 'notMet',
      reason: 'A letter of another hospital, received today, names such a treatment in 2019.',
    },
    withdrawn: {
      role: 'oncologist',
      daysAgo: 1,
      reason: 'That letter is about another patient of the same name; it has been filed where it belongs.',
    },
    makesSense: (then, now) =>
      (then.outcome === 'noFailuresFound' || then.outcome === 'needsData') &&
      now.outcome === then.outcome &&
      then.verdict.kind === 'exclusion' &&
      then.verdict.verdict === 'met' &&
      /^Previous /.test(then.verdict.text),
  },
]
