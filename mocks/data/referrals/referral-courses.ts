import type { ClockState } from '#domain/referral/referral-clock.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'

/** One way a referral can go, and how many of the demonstration went it. */
export interface ReferralCourse {
  readonly count: number
  readonly path: readonly ReferralStatus[]
  /** Reasons for the last step, taken in turn; empty where it needs none. */
  readonly reasons: readonly string[]
  /** How it stands against its clock today; `null` once nobody is waited for. */
  readonly clock: Exclude<ClockState['state'], 'none'> | null
}

const sent = ['referral-draft', 'sent'] as const
const received = [...sent, 'received'] as const
const preScreening = [...received, 'pre-screening'] as const
const passed = [...preScreening, 'pre-screen-pass'] as const
const approached = [...passed, 'approached'] as const
const consented = [...approached, 'consented'] as const
const eligible = [...consented, 'eligible'] as const

/**
 * The whole funnel: 110 sent, 78 suitable at pre-screen, 52 consented, 34 enrolled, 16 failed in screening (5 blood and
 * organ function, 3 imaging, 2 performance status, 2 clinical, 2 biomarker, 2 other), besides 8 that were never sent.
 * Of the 40 that wait for somebody, 24 are on time, 6 due, 8 overdue and 2 escalated. Only the ten-day clock of an
 * approach and the calendar clock of screening can be due on a weekend, so those are the ones that are.
 */
export const referralCourses: readonly ReferralCourse[] = [
  course(34, [...eligible, 'enrolled'], null),
  course(1, eligible, 'onTime'),
  course(1, consented, 'due'),
  course(16, [...consented, 'screen-failed'], null, [
    'SF07',
    'SF08',
    'SF04',
    'SF03',
    'SF05',
    'SF09',
    'SF11',
    'SF16',
    'SF07',
    'SF02',
    'SF06',
    'SF15',
    'SF08',
    'SF22',
    'SF03',
    'SF25',
  ]),
  course(2, approached, 'onTime'),
  course(5, approached, 'due'),
  course(4, passed, 'onTime'),
  course(1, passed, 'overdue'),
  course(5, preScreening, 'onTime'),
  course(2, preScreening, 'overdue'),
  course(1, preScreening, 'escalated'),
  course(3, received, 'onTime'),
  course(2, received, 'overdue'),
  course(4, sent, 'onTime'),
  course(2, sent, 'overdue'),
  course(1, sent, 'escalated'),
  course(5, ['referral-draft'], 'onTime'),
  course(1, ['referral-draft'], 'overdue'),
  course(9, [...approached, 'declined'], null, [
    'PD04',
    'PD01',
    'PD05',
    'PD04',
    'PD02',
    'PD07',
    'PD10',
    'PD08',
    'PD14',
  ]),
  course(2, [...passed, 'pre-screen-fail'], null, ['SF22', 'OT02']),
  course(3, [...passed, 'cancelled'], null, ['OT04', 'OT08', 'OT03']),
  course(7, [...preScreening, 'pre-screen-fail'], null, ['SF05', 'SF03', 'SF12', 'SF01', 'SF14', 'SF16', 'SF02']),
  course(3, [...received, 'declined'], null, ['PD04', 'PD01', 'PD09']),
  course(2, [...sent, 'cancelled'], null, ['OT04', 'OT14']),
  course(2, ['referral-draft', 'cancelled'], null, ['OT08', 'OT14']),
]

function course(
  count: number,
  path: readonly ReferralStatus[],
  clock: ReferralCourse['clock'],
  reasons: readonly string[] = [],
): ReferralCourse {
  return { count, path, clock, reasons }
}
