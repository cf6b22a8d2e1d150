import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import { criteriaInForce, rulesFrom } from '#domain/trial/trial-encoding.ts'
import type { DemonstrationTrial } from '../demonstration-data.ts'
import { homeCountries } from '../trials/home-countries.ts'

/** A trial as it was held at an instant. */
export interface TrialThen extends HeldTrial {
  readonly version: number
  readonly takenInAt: string
  /** The first day on which a site was open. */
  readonly openedOn: CalendarDate | null
  /** The first day on which its rules count; null while they do not. */
  readonly rulesFrom: CalendarDate | null
}

/** The trials as held at an instant (ISO 8601 in UTC); those taken in later are left out. */
export function trialsHeldAt(trials: readonly DemonstrationTrial[], at: string): readonly TrialThen[] {
  return trials.flatMap((trial) => trialHeldAt(trial, at) ?? [])
}

/** One trial as held at an instant, or null where it was taken in later. */
export function trialHeldAt(trial: DemonstrationTrial, at: string): TrialThen | null {
  const { trialId, sites } = trial
  const versions = versionsOf(trial)
  const place = versions.findLastIndex(({ takenInAt }) => takenInAt <= at)
  const held = versions[place]
  if (held === undefined) return null
  const openings = sites.flatMap(({ openedOn }) => openedOn ?? []).sort()
  return {
    trialId,
    version: place + 1,
    takenInAt: held.takenInAt,
    isDemonstration: true,
    isOpenAtHome: isOpenInCountries(held.record, homeCountries),
    record: { ...held.record, criteria: criteriaInForce(held.record, calendarDateInLondon(new Date(at))) },
    openedOn: openings[0] ?? null,
    rulesFrom: rulesFrom(held.record.encoding),
  }
}

/** Every version of a trial, the oldest first. */
export function versionsOf({
  replaced,
  record,
  takenInAt,
}: Pick<DemonstrationTrial, 'replaced' | 'record' | 'takenInAt'>) {
  return [...(replaced === null ? [] : [replaced]), { record, takenInAt }]
}
