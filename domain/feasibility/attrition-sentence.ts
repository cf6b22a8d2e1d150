import type { AttritionStep } from './attrition.ts'
import { byCohort } from './by-cohort.ts'
import { criterionName } from './criterion-name.ts'
import { textToRead } from './text-to-read.ts'

type CountedStep = Pick<AttritionStep, 'text' | 'ruleText' | 'isByCohort' | 'removed' | 'undecided' | 'remaining'>

/**
 * The finding in one sentence: "Of 34 patients whose cancer fits or could fit, no rule stops 6. Stage II or III removes
 * most (11). ECOG at most 1 cannot be decided for 9. 2 of 5 criteria are text, which stops nobody until it is read."
 * `countText` writes a number. Whoever no rule stops does not fit for that, so text without a rule is counted apart.
 */
export function attritionSentence(
  { considered, steps }: { readonly considered: number | null; readonly steps: readonly CountedStep[] },
  countText: (count: number | null) => string,
): string {
  const first = `Of ${countText(considered)} ${considered === 1 ? 'patient' : 'patients'} whose cancer fits or could fit`
  const last = steps.at(-1)
  if (last === undefined) return `${first}, all remain, because no criteria are held`
  const ends = [byCohort(steps), textToRead(steps)].filter((end) => end !== null)
  const strictest = largest(steps, 'removed')
  const leastKnown = largest(
    steps.filter(({ ruleText }) => ruleText !== null),
    'undecided',
  )
  return [
    `${first}, no rule stops ${countText(last.remaining)}`,
    ...(strictest === null ? [] : [`“${criterionName(strictest)}” removes most (${countText(strictest.removed)})`]),
    ...(leastKnown === null
      ? []
      : [`“${criterionName(leastKnown)}” cannot be decided for ${countText(leastKnown.undecided)}`]),
    ...ends,
  ].join('; ')
}

/** The first step with the largest number; null where it is zero or suppressed everywhere, as it then names nothing. */
function largest(steps: readonly CountedStep[], name: 'removed' | 'undecided'): CountedStep | null {
  const most = steps.reduce((max, step) => Math.max(max, step[name] ?? 0), 0)
  return most === 0 ? null : (steps.find((step) => step[name] === most) ?? null)
}
