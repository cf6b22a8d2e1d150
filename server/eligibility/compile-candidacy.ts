import { type RawBuilder, sql } from 'kysely'
import type { ScreenedRecord } from '#domain/eligibility/assess-trial.ts'
import { compileCancerTypes } from './compile-diagnosis.ts'
import { type CompiledRule, nothing, toRead } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/** How the cancer fits a trial before any criterion is asked, as SQL over `patient_facts`. */
export interface CompiledCandidacy {
  /** True where it is for the trial, perhaps for it (null), or surely not (false). */
  readonly rule: Pick<CompiledRule, 'value' | 'isNotFalse' | 'isNotTrue'>
  /** Whom the trial is offered to: the patients that its screening is kept for. Fit for a WHERE, answered by indexes. */
  readonly isOffered: RawBuilder<boolean>
  /** As screening keeps it: exact, group, possible, basket or unknown; null where the trial does not fit. */
  readonly grade: RawBuilder<string | null>
  /** The best outcome that the cancer allows; null where it allows every one. */
  readonly cap: RawBuilder<string | null>
  /** What would settle how the cancer fits. */
  readonly missing: RawBuilder<string[]>
}

export function compileCandidacy(trial: Pick<ScreenedRecord, 'cancerTypeIds' | 'isBasket'>): CompiledCandidacy {
  const { cancerTypeIds, isBasket } = trial
  const isAlive = sql<boolean>`(${screeningColumn('died_on')} is null)`
  const asked = sql`${[...cancerTypeIds]}::text[]`
  const isExact = sql`${screeningColumn('cancer_exact')} && ${asked}`
  const isGroup = sql`${screeningColumn('cancer_group')} && ${asked}`
  const isPossible = sql`${screeningColumn('cancer_possible')} && ${asked}`
  const fitting = sql`when not ${isAlive} then null when ${isExact} then ${'exact'}::text when ${isGroup} then ${'group'}::text when ${isPossible} then ${'possible'}::text`
  const ofCancers = cancerTypeIds.length === 0 ? toRead : compileCancerTypes(cancerTypeIds)
  const capped = (other: RawBuilder<unknown>) =>
    sql<
      string | null
    >`(case when ${isExact} then null when ${isGroup} or ${isPossible} then ${'needsData'}::text else ${other} end)`
  const missing = (other: RawBuilder<unknown>) =>
    sql<
      string[]
    >`(case when ${isExact} then ${nothing} when ${isGroup} or ${isPossible} then array[${'diagnosis:histology'}::text] else ${other} end)`
  if (isBasket) {
    return {
      rule: {
        value: sql`(case when not ${isAlive} then false when ${isExact} or not (${isGroup} or ${isPossible}) then true end)`,
        isNotFalse: isAlive,
        isNotTrue: sql`(not ${isAlive} or (not (${isExact}) and (${isGroup} or ${isPossible})))`,
      },
      isOffered: isAlive,
      grade: sql`(case ${fitting} else ${'basket'}::text end)`,
      cap: capped(sql`null`),
      missing: missing(nothing),
    }
  }
  const isMapped = cancerTypeIds.length > 0
  return {
    rule: {
      value: sql`(${isAlive} and ${ofCancers.value})`,
      isNotFalse: sql`(${ofCancers.isNotFalse} and ${isAlive})`,
      isNotTrue: sql`(${ofCancers.isNotTrue} or not ${isAlive})`,
    },
    isOffered: isMapped ? sql`(${ofCancers.isNotFalse} and ${isAlive})` : sql`false`,
    grade: sql`(case ${fitting} ${isMapped ? sql`when ${screeningColumn('is_uncoded')} then ${'unknown'}::text` : sql`else ${'unknown'}::text`} end)`,
    cap: capped(isMapped ? sql`${'needsData'}::text` : sql`${'needsClinician'}::text`),
    missing: missing(isMapped ? sql`array[${'diagnosis'}::text]` : nothing),
  }
}
