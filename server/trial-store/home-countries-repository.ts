import { isOpenInCountries } from '#domain/trial/openness.ts'
import { addJob } from '../jobs/job-repository.ts'
import type { Trx } from '../plugins/operation.ts'
import { rescreenTrialJob } from './rescreen-trial-job.ts'

/** The name under which they are kept among the settings. */
export const homeCountriesSetting = 'home-countries'
const usualCountries: readonly string[] = ['GB']
const trialsAtOnce = 100

/**
 * ISO 3166-1 alpha-2 codes of the countries to whose sites patients can be referred from here. A trial with an open
 * site in one of them is offered as a candidate; every other trial stays in the catalogue. They are kept in the
 * database, so that an import beside the service goes by the same ones.
 */
export async function readHomeCountries(trx: Trx): Promise<readonly string[]> {
  const row = await trx
    .selectFrom('setting')
    .select('value')
    .where('name', '=', homeCountriesSetting)
    .executeTakeFirst()
  return homeCountriesFrom(row?.value)
}

/**
 * The countries that a value of the setting names; without one, the usual ones.
 * @throws Error where the value holds no list of countries.
 */
export function homeCountriesFrom(value: Readonly<Record<string, unknown>> | null | undefined): readonly string[] {
  if (value === null || value === undefined) return usualCountries
  const { countries } = value
  if (Array.isArray(countries) && countries.every((code) => typeof code === 'string')) return countries
  throw new Error(`The setting "${homeCountriesSetting}" holds no list of countries. Delete the row and start again.`)
}

/**
 * Makes these the countries of the service. Trials that open or close to its patients by that are marked so, and the
 * caseload is asked to be screened against them. Returns how many trials these are.
 */
export async function keepHomeCountries(trx: Trx, countries: readonly string[]): Promise<number> {
  const kept = await readHomeCountries(trx)
  const value = JSON.stringify({ countries })
  await trx
    .insertInto('setting')
    .values({ name: homeCountriesSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  if (kept.toSorted().join() === countries.toSorted().join()) return 0
  let changed = 0
  for (let after: string | null = null; ; ) {
    const trials = await nextTrials(trx, after)
    for (const { trial_id, record, is_open_at_home } of trials) {
      const isOpen = isOpenInCountries(record, countries)
      if (isOpen === is_open_at_home) continue
      await trx.updateTable('trial').set({ is_open_at_home: isOpen }).where('trial_id', '=', trial_id).execute()
      await addJob(trx, rescreenTrialJob, trial_id)
      changed += 1
    }
    after = trials.at(-1)?.trial_id ?? null
    if (after === null) return changed
  }
}

function nextTrials(trx: Trx, after: string | null) {
  return trx
    .selectFrom('trial')
    .select(['trial_id', 'record', 'is_open_at_home'])
    .$if(after !== null, (query) => query.where('trial_id', '>', after))
    .orderBy('trial_id')
    .limit(trialsAtOnce)
    .execute()
}
