import type { Outcome } from './outcome-label.ts'

/** A trial and what was found of it for one patient. */
export interface ScreenedOutcome {
  readonly trialId: string
  readonly registryId: string
  readonly title: string
  readonly outcome: Outcome
  /** Clinicians' verdicts count in it. */
  readonly isSetByClinician: boolean
}

/** A trial whose outcome is another one now. Named after the contract's schema. */
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
}

/** The trials that something recorded has changed, in the order of their names in the registry. */
export function outcomeChanges(
  before: readonly ScreenedOutcome[],
  after: readonly ScreenedOutcome[],
): readonly OutcomeChange[] {
  const was = new Map(before.map((trial) => [trial.trialId, trial]))
  const is = new Map(after.map((trial) => [trial.trialId, trial]))
  return [...new Map([...was, ...is]).values()]
    .map(({ trialId, registryId, title }) => ({
      trialId,
      registryId,
      title,
      from: was.get(trialId)?.outcome ?? null,
      to: is.get(trialId)?.outcome ?? null,
      isSetByClinician: is.get(trialId)?.isSetByClinician ?? false,
    }))
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => a.registryId.localeCompare(b.registryId) || a.trialId.localeCompare(b.trialId))
}
