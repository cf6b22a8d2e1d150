import type { CriterionClass } from './criterion.ts'

type CountedMark = 'met' | 'notMet' | 'notKnown' | 'toRead'

/**
 * How a criterion stands where criteria are counted. `notKnown`: for want of data or of a person's answer; so is what
 * records contradict one another about.
 */
export type CriterionMark = CountedMark | 'contradictory'

/**
 * How many criteria have each mark. Advisory criteria are shown with the others and counted by none, because they decide
 * nothing; but text has to be read, whatever it decides.
 */
export function countMarks(
  criteria: readonly { readonly class: CriterionClass; readonly mark: CriterionMark }[],
): Readonly<Record<CountedMark, number>> {
  const count = (...marks: readonly CriterionMark[]) =>
    criteria.filter((each) => marks.includes(each.mark) && (each.mark === 'toRead' || each.class !== 'advisory')).length
  return {
    met: count('met'),
    notMet: count('notMet'),
    notKnown: count('notKnown', 'contradictory'),
    toRead: count('toRead'),
  }
}
