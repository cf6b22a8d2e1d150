import { sql } from 'kysely'
import type { HeldSite } from '#domain/eligibility/candidate-sites.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'
import { homeCountriesFrom, homeCountriesSetting } from '../trial-store/home-countries-repository.ts'

/** The countries of the service, and the listed sites in them by trial. */
export interface HeldSites {
  readonly homeCountries: readonly string[]
  readonly byTrial: ReadonlyMap<string, readonly HeldSite[]>
}

/** The sites as they were last read, and what they were read as. */
let kept: { readonly key: string; readonly sites: HeldSites } | null = null

/**
 * The sites in the countries of the service as they are now, by trial. They change without a new version of the trial, and
 * are asked for with every patient, so they are read again only when the database says that they are others.
 */
export async function readHeldSites(trx: Trx): Promise<HeldSites> {
  const { state, countries } = await trx
    .selectFrom('site_state')
    .leftJoin('setting', (join) => join.on('setting.name', '=', homeCountriesSetting))
    .select(['state', 'setting.value as countries'])
    .modifyEnd(keptPlan)
    .executeTakeFirstOrThrow()
  const homeCountries = homeCountriesFrom(countries)
  if (kept?.key === keyOf(state, homeCountries)) return kept.sites
  const read = await readSites(trx, homeCountries)
  kept = { key: keyOf(read.state, homeCountries), sites: { homeCountries, byTrial: read.byTrial } }
  return kept.sites
}

function keyOf(state: string, homeCountries: readonly string[]): string {
  return [state, ...homeCountries].join(' ')
}

/** In one statement with their state: between two, somebody could change them. */
async function readSites(trx: Trx, homeCountries: readonly string[]) {
  const canReceive = sql`coalesce(organisation_id in (select account.organisation_id from account
    where account.is_active and account.role in ('site-nurse', 'investigator')), false)`
  // One row of lists: to bring some hundreds of sites over as rows of their own takes longer than to find them.
  const { rows } = await sql<{ state: string; sites: readonly SiteColumns[] | null }>`
    select (select state from site_state) as state,
      json_agg(json_build_array(trial_id, site_id, facility, city, country_code, recruitment_status, latitude,
        longitude, organisation_id, ${canReceive})) as sites
    from trial_site
    where country_code = any (${[...homeCountries]}::text[]) and is_listed`.execute(trx)
  const { state = '', sites = null } = rows[0] ?? {}
  const byTrial = Map.groupBy(sites ?? [], ([trialId]) => trialId)
  return { state, byTrial: new Map([...byTrial].map(([trialId, columns]) => [trialId, columns.map(siteOf)])) }
}

type SiteColumns = readonly [
  trialId: string,
  siteId: string,
  name: string,
  city: string | null,
  countryCode: string,
  recruitmentStatus: HeldSite['recruitmentStatus'],
  latitude: number | null,
  longitude: number | null,
  organisationId: string | null,
  canReceive: boolean,
]

function siteOf(columns: SiteColumns): HeldSite {
  const [, siteId, name, city, countryCode, recruitmentStatus, latitude, longitude, organisationId, canReceive] =
    columns
  return { siteId, name, city, countryCode, recruitmentStatus, latitude, longitude, organisationId, canReceive }
}
