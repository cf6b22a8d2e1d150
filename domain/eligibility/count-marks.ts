import type { CriterionClass } from './criterion.ts'

/** How a criterion is marked. `notKnown`: for want of data or of a person's answer; `contradictory`: two records deny each other. */
export type CriterionMark = 'met' | 'notMet' | 'notKnown' | 'contradictory' | 'toRead'

/**
 * How many criteria count as what. Advisory criteria are shown with the others and counted by none, because they decide
 * nothing; but text has to be read, whatever it decides. What two records deny each other counts as not known.
 */
export function countMarks(
  criteria: readonly { readonly class: CriterionClass; readonly mark: CriterionMark }[],
): Readonly<Record<Exclude<CriterionMark, 'contradictory'>, number>> {
  const count = (mark: CriterionMark) =>
    criteria.filter((each) => each.mark === mark && (mark === 'toRead' || each.class !== 'advisory')).length
  return {
    met: count('met'),
    notMet: count('notMet'),
    notKnown: count('notKnown') + count('contradictory'),
    toRead: count('toRead'),
  }
}
