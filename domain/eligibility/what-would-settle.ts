import type { TrialAssessment } from './assess-trial.ts'
import { countsAsAbsent } from './counts-as-absent.ts'
import { countsAsGoingOn } from './counts-as-going-on.ts'
import { openLeaves } from './open-leaves.ts'
import type { PatientFacts } from './patient-facts.ts'
import { rowOfItem } from './row-of-item.ts'
import type { SettlingItem, Verdict } from './verdict.ts'

/** One thing to find out, and how far it would help over the trials looked at. Named after the contract's schema. */
export interface SettlingValue {
  readonly key: string
  readonly label: string
  /** What is recorded but cannot be relied upon: "ANC 2.1 on 02-Jun-2026 is 63 days old; asked: at most 14 days". */
  readonly hint: string | null
  /** The recorded row that the answer would complete; `null` where it is a row of its own. */
  readonly replaces: string | null
  /** Recorded rows of which one denies another: one of them is corrected or taken back. Empty where nothing is denied. */
  readonly opposing: string[]
  /** Trials where no other undecided item can still change the outcome, and whatever is found out of it does. */
  readonly settlesAlone: string[]
  /** Trials whose outcome it can still change, by itself or together with others. */
  readonly contributesTo: string[]
  /** Trials that are put off until a day which it could put off further. */
  readonly decidesDateOf: string[]
  /** With a confirmation that a category is complete: all that it would claim not to be there. */
  readonly countsAsAbsent: string[]
  /** With such a confirmation: all that it would say to go on as it was recorded. */
  readonly countsAsGoingOn: string[]
}

/**
 * What to find out first: items that settle most trials alone, then those that contribute to most, then that could
 * put off most trials further, then by name. Trials
 * that already do not fit are left out, as are advisory criteria. Nothing settles a trial alone that text which software
 * cannot check keeps undecided, or that is put off: it would still be, unless what is found out is worse.
 */
export function whatWouldSettle(
  facts: PatientFacts,
  assessments: readonly TrialAssessment[],
): readonly SettlingValue[] {
  const open = assessments.map(({ trial, undecided, dateDependsOn, settledBy, criteria }) => ({
    trialId: trial.trialId,
    items: new Map(undecided.map((item) => [item.key, item])),
    ofDate: new Map(dateDependsOn.map((item) => [item.key, item])),
    leaves: Map.groupBy(
      criteria.criteria.flatMap(({ verdict }) => (verdict === null ? [] : openLeaves(verdict))),
      ({ item }) => item?.key,
    ),
    settledBy: settledBy?.key ?? null,
  }))
  const byKey = new Map(open.flatMap(({ items, ofDate }) => [...items, ...ofDate]))
  return [...byKey.values()]
    .map(({ key, label }): SettlingValue => {
      const involved = open.filter(({ items }) => items.has(key))
      const alone = involved.filter(({ settledBy }) => settledBy === key)
      const putOff = open.filter(({ ofDate }) => ofDate.has(key))
      const leaves = [...new Set([...involved, ...putOff])].flatMap((trial) => trial.leaves.get(key) ?? [])
      return {
        key,
        label,
        hint: plainestHint(leaves),
        replaces: rowOfItem(key, facts),
        opposing: [...new Set(leaves.flatMap(deniedRow))],
        settlesAlone: alone.map(({ trialId }) => trialId).sort(),
        contributesTo: involved.map(({ trialId }) => trialId).sort(),
        decidesDateOf: putOff.map(({ trialId }) => trialId).sort(),
        // Whether or not it changes their outcome, the confirmation holds for all trials.
        countsAsAbsent: countsAsAbsent(
          open.map((trial) => trial.leaves.get(key) ?? []),
          key,
        ),
        countsAsGoingOn: countsAsGoingOn(facts, key),
      }
    })
    .toSorted(
      (a, b) =>
        b.settlesAlone.length - a.settlesAlone.length ||
        b.contributesTo.length - a.contributesTo.length ||
        b.decidesDateOf.length - a.decidesDateOf.length ||
        Number(isOfDiagnosis(b)) - Number(isOfDiagnosis(a)) ||
        a.key.localeCompare(b.key),
    )
}

/** Of what weighs the same, what decides whether the trial is for this cancer at all comes first. */
function isOfDiagnosis({ key }: Pick<SettlingItem, 'key'>): boolean {
  return key === 'diagnosis' || key.startsWith('diagnosis:')
}

/** Several criteria say the same of one reading; the shortest says it without what else they ask. */
function plainestHint(leaves: readonly Verdict[]): string | null {
  const hints = leaves.map(hintOf).filter((hint) => hint !== null)
  return hints.toSorted((a, b) => a.length - b.length || a.localeCompare(b))[0] ?? null
}

/** The row that was looked at and that another may deny, or that another of its day could have been compared in place of. */
function deniedRow({ reason, evidence }: Verdict): readonly string[] {
  const mayBeDenied = reason === 'contradictory' || reason === 'unit' || reason === 'onlyBound'
  return mayBeDenied && evidence !== null ? [evidence.rowId] : []
}

/** What was found, without what one of the trials asks of it. */
function hintOf({ item, reason, evidence, sentence, found, hint }: Verdict): string | null {
  if (item?.key.startsWith('assertion:') === true) return hint ?? null
  return reason === 'stale' || evidence !== null ? (found ?? sentence) : null
}
