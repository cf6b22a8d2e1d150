import { sql } from 'kysely'
import { imagingWindowDays } from '#domain/eligibility/freshness.ts'
import type { MetastasisLeaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { daysBefore, isFresh, screeningColumn } from './screening-column.ts'

/**
 * The state of one site by its latest record, which of the CNS and its parts can be one of the other: the entry of each has
 * it. Absence, how it behaves, and that it is not treated hold only until the next scan is due.
 */
export function compileMetastasis(leaf: MetastasisLeaf, asOf: CalendarDate): CompiledRule {
  const latest = sql`(${screeningColumn('metastases')} -> ${leaf.site}::text)`
  const isOutdated = sql`not site.present and not (${isFresh(sql.ref('site.day'), asOf, imagingWindowDays)})`
  const claim = sql`(select case when ${isOutdated} then null else ${claimOf(leaf, asOf)} end from jsonb_to_record(${latest}) as site(day date, present boolean, treated boolean, stable boolean, stable_since date, is_since_exact boolean, stability_on date, treatment_on date))`
  return ruleOfValue(claim, `metastasis:${leaf.site}`)
}

function claimOf({ status, forAtLeastDays = 0 }: MetastasisLeaf, asOf: CalendarDate) {
  switch (status) {
    case 'present':
      return sql`site.present`
    case 'absent':
      return sql`not site.present`
    case 'treated':
      return sql`(case when site.treated or ${isSeen('treatment_on', asOf)} then site.treated end)`
    case 'stable': {
      const isLongEnough = sql`site.stable_since <= ${daysBefore(asOf, forAtLeastDays)}::date`
      return sql`(case when not (${isSeen('stability_on', asOf)}) then null when not site.stable then false when ${isLongEnough} then true when site.is_since_exact then false end)`
    }
  }
}

function isSeen(day: 'stability_on' | 'treatment_on', asOf: CalendarDate) {
  return isFresh(sql.ref(`site.${day}`), asOf, imagingWindowDays)
}
