import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import type { SeededRandom } from '../random/seeded-random.ts'

/** For each step of the path the days since it was recorded, when the last one was `endedDaysAgo` days ago. */
export function stepDaysAgo(
  path: readonly ReferralStatus[],
  endedDaysAgo: number,
  random: SeededRandom,
): readonly number[] {
  const gaps = path.map((status, place) => (place === path.length - 1 ? 0 : random.integer(...usualStayDays[status])))
  return path.map((_, place) => endedDaysAgo + gaps.slice(place).reduce((sum, gap) => sum + gap, 0))
}

/** The most days that `stepDaysAgo` can put between the first and the last step. */
export function longestCourseDays(path: readonly ReferralStatus[]): number {
  return path.slice(0, -1).reduce((sum, status) => sum + usualStayDays[status][1], 0)
}

/** Calendar days that a referral usually stays in a status, from and to. */
const usualStayDays: Readonly<Record<ReferralStatus, readonly [number, number]>> = {
  'referral-draft': [0, 3],
  sent: [1, 3],
  received: [1, 3],
  'pre-screening': [3, 8],
  'pre-screen-pass': [2, 7],
  approached: [5, 14],
  consented: [8, 24],
  eligible: [2, 6],
  enrolled: [0, 0],
  'pre-screen-fail': [0, 0],
  declined: [0, 0],
  'screen-failed': [0, 0],
  cancelled: [0, 0],
}
