import { type RawBuilder, sql } from 'kysely'
import { judgeExtent, possibleExtents, wordsOfExtent } from '#domain/eligibility/extent-words.ts'
import { attestationWindowDays, childhoodWindowDays, imagingWindowDays } from '#domain/eligibility/freshness.ts'
import type {
  BestResponseLeaf,
  DiseaseExtentLeaf,
  GradeLeaf,
  SexLeaf,
  StandardOptionsLeaf,
} from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompiledRule, ruleOfValue, ruleOnColumn } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/* One coded word in a column of its own, against the words that are asked. */

export function compileSex(leaf: SexLeaf): CompiledRule {
  const sex = screeningColumn('sex')
  return ruleOnColumn(sex, isAnyOf(sex, leaf.in), 'sex')
}

/** A word that ages has its day beside it, one that stands until another is recorded has none. What it leaves open is null. */
export function compileDiseaseExtent(leaf: DiseaseExtentLeaf, asOf: CalendarDate): CompiledRule {
  const extent = screeningColumn('disease_extent')
  const on = screeningColumn('disease_extent_on')
  const isHeld = sql`(${on} is null or ${isFresh(on, asOf, imagingWindowDays)})`
  const those = (verdict: Tri) =>
    possibleExtents.filter((text) => judgeExtent(wordsOfExtent(text), leaf.in) === verdict)
  const met = isAnyOf(extent, [...those('met'), ...leaf.in.map(comparableWord)])
  const claim = sql`case when ${met} then true when ${isAnyOf(extent, those('notMet'))} then false end`
  return ruleOfValue(sql`case when ${isHeld} then ${claim} end`, 'disease-extent')
}

export function compileGrade(leaf: GradeLeaf): CompiledRule {
  return compileWord('grade', leaf.in, 'grade')
}

export function compileStandardOptions(leaf: StandardOptionsLeaf, asOf: CalendarDate): CompiledRule {
  const options = screeningColumn('standard_options')
  const fresh = isFresh(screeningColumn('standard_options_on'), asOf, attestationWindowDays)
  return ruleOfValue(
    sql`case when ${fresh} then ${isAnyOf(options, leaf.in.map(comparableWord))} end`,
    'standard-options',
  )
}

export function compileBestResponse({ in: words, to }: BestResponseLeaf): CompiledRule {
  const column =
    to === undefined ? 'best_response' : to === 'firstLine' ? 'best_response_first_line' : 'best_response_last_line'
  return compileWord(column, words, 'best-response')
}

export function compileChildbearingPotential(asOf: CalendarDate): CompiledRule {
  return ruleOfValue(childbearingPotential(asOf), 'childbearing-potential')
}

/** Null also where it has to be asked again. */
export function childbearingPotential(asOf: CalendarDate): RawBuilder<unknown> {
  const on = screeningColumn('childbearing_potential_on')
  const isHeld = sql`(${on} is null or ${isFresh(on, asOf, childhoodWindowDays)})`
  return sql`(case when ${isHeld} then ${screeningColumn('childbearing_potential')} end)`
}

function compileWord(name: Parameters<typeof screeningColumn>[0], words: readonly string[], item: string) {
  const column = screeningColumn(name)
  return ruleOnColumn(column, isAnyOf(column, words.map(comparableWord)), item)
}
