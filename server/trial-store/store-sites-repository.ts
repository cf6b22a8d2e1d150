import { randomUUID } from 'node:crypto'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { Trx } from '../plugins/operation.ts'
import type { KnownSite } from './known-site.ts'

/**
 * Brings the sites of a trial to what its record lists. A site keeps its identifier as long as its place and name stay,
 * because referrals point at it; one that is no longer listed is kept and marked so.
 */
export async function storeSites(
  trx: Trx,
  trialId: string,
  record: TrialRecord,
  knownSites: readonly KnownSite[],
): Promise<void> {
  const known = new Map(knownSites.map((site) => [site.siteKey, site]))
  await trx.updateTable('trial_site').set({ is_listed: false }).where('trial_id', '=', trialId).execute()
  const rows = record.sites.map((site, position) => {
    const own = known.get(site.siteKey)
    return {
      site_id: own?.siteId ?? randomUUID(),
      trial_id: trialId,
      site_key: site.siteKey,
      position,
      is_listed: true,
      organisation_id: own?.organisationId ?? null,
      facility: site.facility ?? 'Site not named by the registry',
      city: site.city,
      region: site.region,
      postcode: site.postcode,
      country: site.country.name,
      country_code: site.country.code,
      latitude: site.position?.latitude ?? null,
      longitude: site.position?.longitude ?? null,
      registry_status: site.registryStatus,
      recruitment_status: site.recruitmentStatus,
      opened_on: own?.openedOn ?? null,
      closed_on: own?.closedOn ?? null,
      slots: own?.slots ?? null,
      confirmed_on: own?.confirmedOn ?? null,
      contacts: JSON.stringify(site.contacts),
    }
  })
  for (let start = 0; start < rows.length; start += 500) {
    await trx
      .insertInto('trial_site')
      .values(rows.slice(start, start + 500))
      // What only this installation knows (organisation, slots, days) is not the registry's to overwrite.
      .onConflict((conflict) =>
        conflict.columns(['trial_id', 'site_key']).doUpdateSet(({ ref }) => ({
          position: ref('excluded.position'),
          is_listed: true,
          facility: ref('excluded.facility'),
          city: ref('excluded.city'),
          region: ref('excluded.region'),
          postcode: ref('excluded.postcode'),
          country: ref('excluded.country'),
          country_code: ref('excluded.country_code'),
          latitude: ref('excluded.latitude'),
          longitude: ref('excluded.longitude'),
          registry_status: ref('excluded.registry_status'),
          recruitment_status: ref('excluded.recruitment_status'),
          contacts: ref('excluded.contacts'),
        })),
      )
      .execute()
  }
}
