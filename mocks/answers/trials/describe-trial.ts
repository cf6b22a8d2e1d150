import type { components } from '#api/schema.ts'
import { describeTrialRecord } from '#domain/eligibility/describe-trial-record.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { describeSite } from '#domain/trial/describe-site.ts'
import type { Place } from '#domain/trial/distance.ts'
import { versionsOf } from '../../data/changes/trials-held-at.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { organisationNamed } from '../organisation-named.ts'
import { trialRow } from './trial-row.ts'

/** A trial as its page shows it today; distances are from the caller's organisation. */
export function describeTrial(
  state: DemonstrationState,
  trial: HeldTrialSites,
  { from, asOf }: { readonly from: Place | null; readonly asOf: CalendarDate },
): components['schemas']['Trial'] {
  const { record, sites } = trial
  return {
    trial: trialRow(trial, asOf),
    ...describeTrialRecord(record, asOf),
    // Recruitment is reported of every trial of the demonstration.
    isRecruitmentWatched: true,
    sites: sites.map((site) => ({
      siteId: site.siteId,
      organisation: organisationNamed(state, site.organisationId),
      facility: site.name,
      city: site.city,
      region: site.source.region,
      postcode: site.source.postcode,
      country: site.source.country.name,
      countryCode: site.countryCode,
      latitude: site.latitude,
      longitude: site.longitude,
      registryStatus: site.source.registryStatus,
      canReceive: site.canReceive,
      slots: site.slots,
      confirmedOn: site.confirmedOn,
      ...describeSite(record, { ...site, contacts: site.source.contacts }, from),
    })),
    versions: versionsOf(trial)
      .map((held, place) => ({ version: place + 1, importedAt: held.takenInAt, dataDate: held.record.dataDate }))
      .toReversed(),
  }
}
