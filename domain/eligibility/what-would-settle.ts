import type { TrialAssessment } from './assess-trial.ts'
import type { SettlingItem } from './verdict.ts'

/** One thing to find out, and how far it would help over the trials looked at. */
export interface SettlingValue {
  readonly item: SettlingItem
  /** Trials where it is the only undecided item that can still change the outcome. */
  readonly settlesAlone: readonly string[]
  /** Trials whose outcome it can still change, by itself or together with others. */
  readonly contributesTo: readonly string[]
}

/**
 * What to find out first: items that settle most trials alone, then those that contribute to most, then by name. Trials
 * that already do not fit are left out, as are advisory criteria. Text that software cannot check keeps a trial
 * undecided whatever is found out, so nothing settles such a trial alone.
 */
export function whatWouldSettle(
  assessments: readonly Pick<TrialAssessment, 'trial' | 'decisive' | 'hasTextToRead'>[],
): readonly SettlingValue[] {
  const trials = assessments.map(({ trial, decisive, hasTextToRead }) => ({
    trialId: trial.trialId,
    keys: new Set(decisive.map(({ key }) => key)),
    hasTextToRead,
  }))
  const byKey = new Map(assessments.flatMap(({ decisive }) => decisive.map((item) => [item.key, item] as const)))
  return [...byKey.values()]
    .map((item): SettlingValue => {
      const involved = trials.filter(({ keys }) => keys.has(item.key))
      const alone = involved.filter(({ keys, hasTextToRead }) => keys.size === 1 && !hasTextToRead)
      return { item, settlesAlone: idsOf(alone), contributesTo: idsOf(involved) }
    })
    .toSorted(
      (a, b) =>
        b.settlesAlone.length - a.settlesAlone.length ||
        b.contributesTo.length - a.contributesTo.length ||
        a.item.key.localeCompare(b.item.key),
    )
}

function idsOf(trials: readonly { readonly trialId: string }[]): readonly string[] {
  return trials.map(({ trialId }) => trialId)
}
