import { byCohort } from './by-cohort.ts'
import { criterionName } from './criterion-name.ts'
import { type JoinedSteps, joinSteps } from './joined-steps.ts'
import type { SuppressedStep } from './suppressed-steps.ts'
import { textToRead } from './text-to-read.ts'

/**
 * The finding outside the care team in one sentence, of rounded numbers only: "Of about 30 patients whose cancer fits or
 * could fit, no rule stops about 20. “Stage II or III” removes most (6 to 14)." Patients who remain do not fit for that:
 * text without a rule stops nobody, and is counted. `countText` writes a number, a hidden one included.
 */
export function joinedStepsSentence(
  { considered, steps }: { readonly considered: number | null; readonly steps: readonly SuppressedStep[] },
  countText: (count: number | null) => string,
): string {
  const about = (count: number | null) => `${count === null ? '' : 'about '}${countText(count)}`
  const first = `Of ${about(considered)} patients whose cancer fits or could fit`
  const last = steps.at(-1)
  if (last === undefined) return `${first}, all remain, because no criteria are held`
  const strictest = strictestOf(joinSteps(considered, steps))
  const ends = [byCohort(steps), textToRead(steps)].filter((end) => end !== null)
  return [
    `${first}, no rule stops ${about(last.remaining)}`,
    ...(strictest === null
      ? []
      : [
          `“${criterionName(strictest.steps[0])}” removes most (${strictest.removed.least} to ${strictest.removed.most})`,
        ]),
    ...ends,
  ].join('; ')
}

/** Null where no criterion is known to remove anybody. */
function strictestOf(joined: readonly JoinedSteps[]): JoinedSteps | null {
  const most = Math.max(0, ...joined.map(({ removed }) => removed.least))
  return most === 0 ? null : (joined.find(({ removed }) => removed.least === most) ?? null)
}
