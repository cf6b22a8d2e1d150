import type {
  BestResponseLeaf,
  DiseaseExtentLeaf,
  GradeLeaf,
  SexLeaf,
  StandardOptionsLeaf,
} from '#domain/eligibility/leaf.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import { type CompiledRule, ruleOnColumn } from './compiled-rule.ts'
import { isAnyOf, screeningColumn } from './screening-column.ts'

/* One coded word in a column of its own, against the words that are asked. */

export function compileSex(leaf: SexLeaf): CompiledRule {
  const sex = screeningColumn('sex')
  return ruleOnColumn(sex, isAnyOf(sex, leaf.in), 'sex')
}

export function compileDiseaseExtent(leaf: DiseaseExtentLeaf): CompiledRule {
  return compileWord('disease_extent', leaf.in, 'disease-extent')
}

export function compileGrade(leaf: GradeLeaf): CompiledRule {
  return compileWord('grade', leaf.in, 'grade')
}

export function compileStandardOptions(leaf: StandardOptionsLeaf): CompiledRule {
  return compileWord('standard_options', leaf.in, 'standard-options')
}

export function compileBestResponse({ in: words, to }: BestResponseLeaf): CompiledRule {
  const column =
    to === undefined ? 'best_response' : to === 'firstLine' ? 'best_response_first_line' : 'best_response_last_line'
  return compileWord(column, words, 'best-response')
}

export function compileChildbearingPotential(): CompiledRule {
  const column = screeningColumn('childbearing_potential')
  return ruleOnColumn(column, column, 'childbearing-potential')
}

function compileWord(name: Parameters<typeof screeningColumn>[0], words: readonly string[], item: string) {
  const column = screeningColumn(name)
  return ruleOnColumn(column, isAnyOf(column, words.map(comparableWord)), item)
}
