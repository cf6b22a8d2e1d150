import { type RawBuilder, sql } from 'kysely'
import type { StageLeaf } from '#domain/eligibility/leaf.ts'
import { plainStage } from '#domain/eligibility/leaves/evaluate-stage.ts'
import { compileBranch } from './compile-branch.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { heldStages } from './fact-catalogue.ts'
import { screeningColumn } from './screening-column.ts'
import { stageLabels } from './stage-labels.ts'

/** Every part that is asked. */
export function compileStage(leaf: StageLeaf): CompiledRule {
  const rules = parts.flatMap((part) => {
    const wanted = leaf[part]
    return wanted === undefined ? [] : [compilePart(leaf.system, part, wanted)]
  })
  return compileBranch('and', rules)
}

const parts = ['group', 't', 'n', 'm'] as const

/** A recorded category coarser than the one asked ("III" for IIIB) leaves it open. */
function compilePart(system: string, part: (typeof parts)[number], wanted: readonly string[]): CompiledRule {
  const { isWanted, category } = labelsOf(system, part, wanted.map(plainStage))
  const isCoarser = sql`${category} = any(${wanted.flatMap(stageLabels)}::text[])`
  return ruleOfValue(sql`case when ${isWanted} then true when not (${isCoarser}) then false end`, `stage:${system}`)
}

/** From the column of the part, or from the document that holds the parts without one. */
function labelsOf(
  system: string,
  part: (typeof parts)[number],
  wanted: readonly string[],
): { readonly isWanted: RawBuilder<unknown>; readonly category: RawBuilder<unknown> } {
  const held = heldStages.find((each) => each.system === system && each.part === part)
  const asked = sql`${wanted}::text[]`
  if (held !== undefined) {
    const labels = screeningColumn(`stage_${held.column}`)
    return { isWanted: sql`${labels} && ${asked}`, category: sql`(${labels})[1]` }
  }
  const labels = sql`(${screeningColumn('stage_parts')} -> ${`${system} ${part}`}::text)`
  return { isWanted: sql`${labels} ?| ${asked}`, category: sql`(${labels} ->> 0)` }
}
