import type { CriterionClass } from './criterion.ts'

/** How a criterion counts where criteria are counted. `notKnown`: for want of data or of a person's answer. */
export type CriterionMark = 'met' | 'notMet' | 'notKnown' | 'toRead'

/**
 * How many criteria have each mark. Advisory criteria are shown with the others and counted by none, because they decide
 * nothing; but text has to be read, whatever it decides.
 */
export function countMarks(
  criteria: readonly { readonly class: CriterionClass; readonly mark: CriterionMark }[],
): Readonly<Record<CriterionMark, number>> {
  const count = (mark: CriterionMark) =>
    criteria.filter((each) => each.mark === mark && (mark === 'toRead' || each.class !== 'advisory')).length
  return { met: count('met'), notMet: count('notMet'), notKnown: count('notKnown'), toRead: count('toRead') }
}
