import { type Expression, type SqlBool, sql } from 'kysely'
import { ancestorsOf, descendantsOf } from '#domain/cancer/taxonomy.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { soughtTrialWords } from '#domain/trial/trial-search.ts'
import { anchorOf, isBackward, type KeysetPage, keysetPage, type PageRequest } from '../../paging/keyset-page.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readHomeCountries } from '../../trial-store/home-countries-repository.ts'
import type { TrialListRow } from './describe-trial-row.ts'

export interface TrialListQuery extends PageRequest {
  readonly text?: string
  readonly cancerTypeId?: string
  readonly recruiting?: 'open' | 'notOpen'
  readonly country?: string
  readonly sort: 'lastUpdated' | 'title'
  /** Today: rules whose day is to come are not counted. */
  readonly asOf: CalendarDate
}

export interface TrialListPage extends KeysetPage<TrialListRow> {
  readonly total: { readonly count: number; readonly isCapped: boolean }
}

const mostCounted = 1000

/**
 * One page by keyset: the row that `after` or `before` names is looked up, so no row is skipped or repeated while trials
 * are imported.
 */
export async function listTrialPage(trx: Trx, query: TrialListQuery): Promise<TrialListPage> {
  const anchor = anchorOf(query)
  const found = trx.selectFrom('trial').where(matches(query))
  const counted = await trx
    .selectFrom(
      found
        .select('trial_id')
        .limit(mostCounted + 1)
        .as('found'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

  const homeCountries = await readHomeCountries(trx)
  const order = sortKeys[query.sort]
  const isAscending = order.isAscending !== isBackward(query)
  const rows = await found
    .select(rowColumns)
    .select(openSitesIn(homeCountries).as('open_sites_at_home'))
    .select(criteriaEncodedOn(query.asOf).as('criteria_encoded'))
    .$if(anchor !== null, (builder) =>
      builder.where(
        sql<SqlBool>`(${order.key}, trial_id) ${sql.raw(isAscending ? '>' : '<')} (
          select ${order.key}, trial_id from trial where trial_id = ${anchor ?? ''})`,
      ),
    )
    .orderBy(order.key, isAscending ? 'asc' : 'desc')
    .orderBy('trial_id', isAscending ? 'asc' : 'desc')
    .limit(query.limit + 1)
    .execute()
  return {
    ...keysetPage(rows, query, ({ trial_id }) => trial_id),
    total: { count: Math.min(counted.count, mostCounted), isCapped: counted.count > mostCounted },
  }
}

/** A trial without a date sorts as the oldest; the title as an English reader expects. */
const sortKeys = {
  lastUpdated: { key: sql<string>`coalesce(last_updated_on, '')`, isAscending: false },
  title: { key: sql<string>`(title collate "und-x-icu")`, isAscending: true },
} as const

function matches(query: TrialListQuery): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = []
  if (query.text !== undefined) conditions.push(textCondition(query.text))
  if (query.cancerTypeId !== undefined) {
    conditions.push(sql<SqlBool>`cancer_type_ids && ${takingThisCancer(query.cancerTypeId)}::text[]`)
  }
  if (query.recruiting === 'open') conditions.push(sql<SqlBool>`recruitment_status = 'open'`)
  if (query.recruiting === 'notOpen') conditions.push(sql<SqlBool>`recruitment_status <> 'open'`)
  if (query.country !== undefined) {
    conditions.push(sql<SqlBool>`exists (select from trial_site
      where trial_site.trial_id = trial.trial_id and is_listed and country_code = ${query.country})`)
  }
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** Words are of letters, digits and spaces only, so nothing in them is a wildcard. */
function textCondition(text: string): Expression<SqlBool> {
  const words = soughtTrialWords(text)
  if (words.length === 0) return sql<SqlBool>`false`
  const each = words.map((word) => sql<SqlBool>`search like ${`%${word}%`}`)
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`
}

/** Trials for the type itself, for its parts, and for the wider groups that include it. */
function takingThisCancer(cancerTypeId: string): string[] {
  return [
    cancerTypeId,
    ...descendantsOf(cancerTypeId).map(({ id }) => id),
    ...ancestorsOf(cancerTypeId).map(({ id }) => id),
  ]
}

const rowColumns = [
  'trial_id',
  'registry',
  'registry_id',
  'title',
  'acronym',
  'phases',
  'recruitment_status',
  'registry_status',
  'sponsor',
  'cancer_type_ids',
  'is_basket',
  'criteria_total',
  'last_updated_on',
  'has_results',
  'is_demonstration',
  sql<number>`(select count(*) from trial_site where trial_site.trial_id = trial.trial_id and is_listed)`.as(
    'site_count',
  ),
] as const

/** Before the rules of a protocol come into use, only what the registry states in fields of its own is checked. */
function criteriaEncodedOn(asOf: CalendarDate) {
  return sql<number>`case when (record #>> '{encoding,effectiveFrom}') collate "C" > ${asOf}::text
    then (select count(*)::integer from jsonb_array_elements(record -> 'criteria') as criterion
      where criterion -> 'expr' <> 'null' and criterion ->> 'origin' <> 'protocol')
    else criteria_encoded end`
}

/** A site is open where the trial is, the site says nothing else, and of the cohorts, if there are any, one is open. */
function openSitesIn(countryCodes: readonly string[]) {
  return sql<number>`(select count(*) from trial_site where trial_site.trial_id = trial.trial_id and is_listed
    and country_code = any(${[...countryCodes]}) and trial.recruitment_status = 'open'
    and coalesce(trial_site.recruitment_status, 'open') = 'open'
    and (record -> 'cohorts' = '[]' or record -> 'cohorts' @> '[{"recruitmentStatus": "open"}]'))`
}
