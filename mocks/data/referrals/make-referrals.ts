import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationPatient, DemonstrationReferral, DemonstrationTrial } from '../demonstration-data.ts'
import { seededRandom } from '../random/seeded-random.ts'
import { entryDaysAgo } from './entry-day.ts'
import { makeReferral } from './make-referral.ts'
import { type ReferralCourse, referralCourses } from './referral-courses.ts'
import { type ReferralPair, referralPairs } from './referral-pairs.ts'
import { longestCourseDays } from './step-days.ts'

/** The caseload that the full number of referrals was counted for. */
const fullCaseload = 240
/** More enrolments than this from referrals would be much for one small trial. */
const mostEnrolledPerTrial = 4

/**
 * Referrals of the first 240 patients along every course; fewer patients have proportionally fewer. No patient is
 * referred twice to the same trial.
 */
export function makeReferrals(
  seed: number,
  asOf: CalendarDate,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
): readonly DemonstrationReferral[] {
  const considered = patients.slice(0, fullCaseload)
  const free = [...referralPairs(seed, considered, trials, asOf)]
  const share = considered.length / fullCaseload
  const enrolledByTrial = new Map<string, number>()
  return referralCourses.flatMap((course) =>
    Array.from({ length: Math.floor(course.count * share) }, (_, place) => {
      const found = takePair(free, course, place, asOf, enrolledByTrial)
      if (found === null) return []
      const { pair, endedDaysAgo } = found
      const reason = course.reasons[place % Math.max(1, course.reasons.length)] ?? null
      const random = seededRandom(`${seed}/referral/${pair.patient.patientId}/${pair.trial.trialId}`)
      return [makeReferral({ pair, path: course.path, reason, endedDaysAgo, asOf, random })]
    }).flat(),
  )
}

interface Found {
  readonly pair: ReferralPair
  /** Days since the last step. */
  readonly endedDaysAgo: number
}

/** Takes the first free pair that can go this course out of the list. */
function takePair(
  free: ReferralPair[],
  course: ReferralCourse,
  place: number,
  asOf: CalendarDate,
  enrolledByTrial: Map<string, number>,
): Found | null {
  const isEnrolment = course.path.at(-1) === 'enrolled'
  const fits = (pair: ReferralPair) =>
    isOpenLongEnough(pair, course, daysAgoFor(pair, course, place, asOf)) &&
    (!isEnrolment || (pair.hasRecentRecruits && (enrolledByTrial.get(pair.trial.trialId) ?? 0) < mostEnrolledPerTrial))
  // Every second open referral is the first organisation's, where most visitors look.
  const isForFirst = course.clock !== null && place % 2 === 0
  const preferred = isForFirst ? free.findIndex((pair) => pair.organisationCode === 'ZZ001' && fits(pair)) : -1
  const index = preferred === -1 ? free.findIndex(fits) : preferred
  const pair = free[index]
  if (pair === undefined) return null
  const endedDaysAgo = daysAgoFor(pair, course, place, asOf)
  if (endedDaysAgo === null) return null
  free.splice(index, 1)
  if (isEnrolment) enrolledByTrial.set(pair.trial.trialId, (enrolledByTrial.get(pair.trial.trialId) ?? 0) + 1)
  return { pair, endedDaysAgo }
}

function isOpenLongEnough(pair: ReferralPair, { path }: ReferralCourse, endedDaysAgo: number | null): boolean {
  return endedDaysAgo !== null && pair.openDays > endedDaysAgo + longestCourseDays(path)
}

function daysAgoFor(pair: ReferralPair, course: ReferralCourse, place: number, asOf: CalendarDate): number | null {
  const status = course.path.at(-1)
  if (course.clock === null || status === undefined) return 4 + ((place * 11) % 150)
  return entryDaysAgo(status, course.clock, pair.trial.record.urgency === 'expedited', asOf)
}
