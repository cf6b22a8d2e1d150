import type { AttritionStep } from './attrition.ts'

type CountedStep = Pick<AttritionStep, 'text' | 'ruleText' | 'removed' | 'undecided' | 'remaining'>

/**
 * The finding in one sentence: "Of 34 patients whose cancer fits or could fit, 6 remain. Stage II or III removes most
 * (11). ECOG at most 1 cannot be decided for 9." `countText` writes a number, a suppressed one included. Text without a
 * rule is left out of the last part: it is undecided for everybody.
 */
export function attritionSentence(
  { considered, steps }: { readonly considered: number | null; readonly steps: readonly CountedStep[] },
  countText: (count: number | null) => string,
): string {
  const first = `Of ${countText(considered)} ${considered === 1 ? 'patient' : 'patients'} whose cancer fits or could fit`
  const last = steps.at(-1)
  if (last === undefined) return `${first}, all remain, because no criteria are held`
  const remain = `${first}, ${countText(last.remaining)} ${last.remaining === 1 ? 'remains' : 'remain'}`
  const strictest = largest(steps, 'removed')
  const leastKnown = largest(
    steps.filter(({ ruleText }) => ruleText !== null),
    'undecided',
  )
  return [
    remain,
    ...(strictest === null ? [] : [`“${nameOf(strictest)}” removes most (${countText(strictest.removed)})`]),
    ...(leastKnown === null
      ? []
      : [`“${nameOf(leastKnown)}” cannot be decided for ${countText(leastKnown.undecided)}`]),
  ].join('; ')
}

/** The first step with the largest number; null where it is zero or suppressed everywhere, as it then names nothing. */
function largest(steps: readonly CountedStep[], name: 'removed' | 'undecided'): CountedStep | null {
  const most = steps.reduce((max, step) => Math.max(max, step[name] ?? 0), 0)
  return most === 0 ? null : (steps.find((step) => step[name] === most) ?? null)
}

const longestName = 80

/** The protocol's own wording, cut at a word where it is long. */
function nameOf({ text }: CountedStep): string {
  if (text.length <= longestName) return text.replace(/[.;]$/u, '')
  return `${text.slice(0, longestName).replace(/\s+\S*$/u, '')} …`
}
