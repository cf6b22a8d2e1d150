import type { TrialOutcome } from './trial-outcome.ts'
import type { SettlingItem } from './verdict.ts'

/** One thing to find out, and how far it would help over the trials looked at. */
export interface SettlingValue {
  readonly item: SettlingItem
  /** Trials where it is the only undecided item that can still change the outcome. */
  readonly settlesAlone: readonly string[]
  /** Trials where it is one of the undecided items. */
  readonly contributesTo: readonly string[]
}

/**
 * What to find out first: items that settle most trials alone, then those that contribute to most, then by name. Trials
 * that already do not fit are left out, as are advisory criteria. Text that software cannot check keeps a trial
 * undecided whatever is found out, so nothing settles such a trial alone.
 */
export function whatWouldSettle(trials: readonly TrialOutcome[]): readonly SettlingValue[] {
  const open = trials
    .filter(({ outcome }) => outcome !== 'notMatched')
    .map((trial) => ({ trial, items: openItems(trial) }))
  const byKey = new Map(open.flatMap(({ items }) => [...items.values()].map((item) => [item.key, item] as const)))
  return [...byKey.values()]
    .map((item): SettlingValue => {
      const involved = open.filter(({ items }) => items.has(item.key))
      const alone = involved.filter(({ trial, items }) => items.size === 1 && trial.counts.toRead === 0)
      return { item, settlesAlone: idsOf(alone), contributesTo: idsOf(involved) }
    })
    .toSorted(
      (a, b) =>
        b.settlesAlone.length - a.settlesAlone.length ||
        b.contributesTo.length - a.contributesTo.length ||
        a.item.key.localeCompare(b.item.key),
    )
}

function openItems({ criteria }: TrialOutcome): ReadonlyMap<string, SettlingItem> {
  const deciding = criteria.filter(({ criterion }) => criterion.class !== 'advisory')
  return new Map(deciding.flatMap(({ items }) => items.map((item) => [item.key, item] as const)))
}

function idsOf(entries: readonly { readonly trial: TrialOutcome }[]): readonly string[] {
  return entries.map(({ trial }) => trial.trialId)
}
