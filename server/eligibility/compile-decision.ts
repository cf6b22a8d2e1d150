import { sql } from 'kysely'
import { attestationWindowDays } from '#domain/eligibility/freshness.ts'
import type { AttestLeaf, CentralReviewLeaf } from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompiledRule, ruleOfDecision } from './compiled-rule.ts'
import { isFresh, screeningColumn } from './screening-column.ts'

/** Only a recorded answer to this very question settles it, for as long as a judgement lasts. */
export function compileAttest({ text }: AttestLeaf, asOf: CalendarDate): CompiledRule {
  const fresh = isFresh(sql.ref('attestation.day'), asOf, attestationWindowDays)
  const claim = sql`(select case when ${fresh} then attestation.answer end from jsonb_to_record(${screeningColumn('attestations')} -> ${text}::text) as attestation(day date, answer boolean))`
  return ruleOfDecision(claim, `attest:${text}`)
}

/** "not-confirmed" is the opposite of "confirmed"; any other word leaves the decision open. */
export function compileCentralReview({ type, result }: CentralReviewLeaf): CompiledRule {
  const asked = comparableWord(result)
  const found = sql`(${screeningColumn('central_reviews')} ->> ${type}::text)`
  const claim = sql`case ${found} when ${asked}::text then true when ${`not-${asked}`}::text then false end`
  return ruleOfDecision(claim, `central-review:${type}`)
}
