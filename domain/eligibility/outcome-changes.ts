import type { Outcome } from './outcome-label.ts'

/** A trial and what was found of it for one patient. */
export interface ScreenedOutcome {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  readonly outcome: Outcome
  /** Clinicians' verdicts count in it. */
  readonly isSetByClinician: boolean
  /** Of a trial that is put off: from when it can be met, in words; `null` of any other, and where nobody can tell any more. */
  readonly meetingDay: string | null
}

/** A trial whose outcome is another one now, or that is put off until another day. Named after the contract's schema. */
export interface OutcomeChange {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  /** `null`: the trial was not offered before. */
  readonly from: Outcome | null
  /** `null`: the trial is not offered any more. */
  readonly to: Outcome | null
  /** Clinicians' verdicts count in the outcome now. */
  readonly isSetByClinician: boolean
  /** Of a trial that is put off: from when it can be met now, in words. */
  readonly meetingDay: string | null
}

/** The trials that something recorded has changed, in the order of their names in the registry. */
export function outcomeChanges(
  before: readonly ScreenedOutcome[],
  after: readonly ScreenedOutcome[],
): readonly OutcomeChange[] {
  const was = new Map(before.map((trial) => [trial.trialId, trial]))
  const is = new Map(after.map((trial) => [trial.trialId, trial]))
  return [...new Map([...was, ...is]).values()]
    .filter(({ trialId }) => hasChanged(was.get(trialId), is.get(trialId)))
    .map(({ trialId, registryId, title }) => ({
      trialId,
      registryId,
      title,
      from: was.get(trialId)?.outcome ?? null,
      to: is.get(trialId)?.outcome ?? null,
      isSetByClinician: is.get(trialId)?.isSetByClinician ?? false,
      meetingDay: is.get(trialId)?.meetingDay ?? null,
    }))
    .toSorted((a, b) => a.registryId.localeCompare(b.registryId) || a.trialId.localeCompare(b.trialId))
}

/** Of a trial that stays put off, the day is what a clinic is planned by; where the one before is not known, none is told. */
function hasChanged(before: ScreenedOutcome | undefined, after: ScreenedOutcome | undefined): boolean {
  if (before?.outcome !== after?.outcome) return true
  const [was, is] = [before?.meetingDay ?? null, after?.meetingDay ?? null]
  return was !== null && is !== null && was !== is
}
