import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import type { IntervalLeaf, LinesOfTherapyLeaf, SurgeryLeaf, TherapyLeaf } from '../event-leaf.ts'
import type { Treatment } from '../patient-record.ts'
import { confirmed, treatmentOf } from '../sample-record.ts'
import { daysBack } from './disease-fragments.ts'
import type { Fragment } from './fragment.ts'

/** Treatments at both ends of the window, with and without the history confirmed complete, and none at all. */
export function treatmentFragments(
  leaf: IntervalLeaf | LinesOfTherapyLeaf | SurgeryLeaf | TherapyLeaf,
  asOf: CalendarDate,
): readonly Fragment[] {
  const assertions = [confirmed('treatment-history-complete', asOf)]
  const courses = coursesOf(leaf, asOf)
  return [
    ...courses.map((treatments) => ({ treatments })),
    { assertions },
    ...courses.map((treatments) => ({ treatments, assertions })),
  ]
}

function coursesOf(
  leaf: IntervalLeaf | LinesOfTherapyLeaf | SurgeryLeaf | TherapyLeaf,
  asOf: CalendarDate,
): readonly (readonly Treatment[])[] {
  const day = (daysAgo: number) => addDays(asOf, -daysAgo)
  switch (leaf.op) {
    case 'therapy':
      return therapyDays(leaf).map((days) => [therapyOf(leaf, day(days))])
    case 'surgery':
      return daysBack(leaf.withinDays ?? undefined).flatMap((days) =>
        (leaf.margin === undefined ? ([null] as const) : (['R0', 'R1', 'R2', null] as const)).map((margin) => [
          treatmentOf(`resection ${margin ?? ''}`, {
            kind: 'surgery',
            procedure: leaf.procedure,
            margin,
            endedOn: day(days),
          }),
        ]),
      )
    case 'linesOfTherapy':
      return [...new Set([leaf.min ?? 0, leaf.max ?? 1, (leaf.max ?? 1) + 1])].map((count) =>
        Array.from({ length: count }, (_, index) =>
          treatmentOf(`regimen ${index + 1}`, {
            classes: ['chemotherapy', 'platinum'],
            setting: index === 0 ? 'first-line' : 'palliative',
            line: index + 1,
            startedOn: day(400 - 50 * index),
            endedOn: day(380 - 50 * index),
          }),
        ),
      )
    case 'interval': {
      const limits = [leaf.minDays, leaf.maxDays].filter((days) => days !== undefined)
      return limits.flatMap((days) => [days, days - 1, days + 1]).map((days) => [eventOf(leaf.from, day(days))])
    }
  }
}

/** The ends of the window of days and of that of half-lives, for a drug whose half-life is four days. */
function therapyDays({ withinDays, orHalfLives }: TherapyLeaf): readonly number[] {
  if (orHalfLives === undefined) return daysBack(withinDays)
  return [...daysBack(withinDays), orHalfLives * halfLifeDays, orHalfLives * halfLifeDays + 1]
}

const halfLifeDays = 4

function therapyOf({ any: [name = 'chemotherapy'], setting, site, cyclesMin }: TherapyLeaf, endedOn: CalendarDate) {
  return treatmentOf(`${name} ${endedOn}`, {
    kind: name === 'radiotherapy' ? 'radiotherapy' : 'systemic',
    classes: [name],
    setting: settings.find((known) => setting?.includes(known)) ?? null,
    site: site ?? null,
    cycles: cyclesMin ?? null,
    halfLifeDays,
    startedOn: addDays(endedOn, -60),
    endedOn,
  })
}

const settings = ['neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance'] as const

function eventOf(from: string, endedOn: CalendarDate): Treatment {
  const procedure = /^surgery\.(.+)$/u.exec(from)?.[1]
  if (procedure !== undefined) return treatmentOf(`operation ${endedOn}`, { kind: 'surgery', procedure, endedOn })
  const dates = { startedOn: addDays(endedOn, -60), endedOn }
  const setting = settings.find((known) => from.includes(`(${known}`)) ?? 'first-line'
  return treatmentOf(`course ${endedOn}`, { classes: ['chemotherapy'], setting, line: 1, ...dates })
}
