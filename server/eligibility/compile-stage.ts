import { sql } from 'kysely'
import type { StageLeaf } from '#domain/eligibility/leaf.ts'
import { plainStage } from '#domain/eligibility/leaves/evaluate-stage.ts'
import { compileBranch } from './compile-branch.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { type HeldStagePart, heldStages } from './fact-catalogue.ts'
import { screeningColumn } from './screening-column.ts'
import { stageLabels } from './stage-labels.ts'

/** Every part that is asked. A part of a system without a column is not compiled. */
export function compileStage(leaf: StageLeaf): CompiledRule | null {
  const asked = parts.flatMap((part) => {
    const wanted = leaf[part]
    return wanted === undefined ? [] : [{ part, wanted }]
  })
  const rules = asked.flatMap(({ part, wanted }) => {
    const held = heldStages.find((each) => each.system === leaf.system && each.part === part)
    return held === undefined ? [] : [compilePart(held, wanted)]
  })
  return rules.length === 0 || rules.length < asked.length ? null : compileBranch('and', rules)
}

const parts = ['group', 't', 'n', 'm'] as const

/** A recorded category coarser than the one asked ("III" for IIIB) leaves it open. */
function compilePart({ column }: HeldStagePart, wanted: readonly string[]): CompiledRule {
  const labels = screeningColumn(`stage_${column}`)
  const isWanted = sql`${labels} && ${wanted.map(plainStage)}::text[]`
  const isCoarser = sql`(${labels})[1] = any(${wanted.flatMap(stageLabels)}::text[])`
  return ruleOfValue(sql`case when ${isWanted} then true when not (${isCoarser}) then false end`)
}
