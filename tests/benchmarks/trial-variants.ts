import type { ScreenedRecord } from '../../domain/eligibility/assess-trial.ts'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { withLeaves } from '../parity-cql/covered-criteria.ts'

/**
 * As many trials as asked for, made from the given ones by moving their limits a little: no two ask quite the same. The
 * first ones are the given trials themselves; each later one has a registry identifier of its own.
 */
export function trialVariants<Kind extends ScreenedRecord>(records: readonly Kind[], count: number): readonly Kind[] {
  return Array.from({ length: count }, (_, index) => {
    const record = records[index % records.length]
    if (record === undefined) throw new RangeError('There is no trial to vary: give at least one')
    const turn = Math.floor(index / records.length)
    return turn === 0 ? record : variantOf(record, turn)
  })
}

function variantOf<Kind extends ScreenedRecord>(record: Kind, turn: number): Kind {
  return {
    ...record,
    registryId: `${record.registryId}-${turn + 1}`,
    title: `${record.title} (${turn + 1})`,
    criteria: record.criteria.map((criterion) => ({ ...criterion, expr: movedExpr(criterion.expr, turn) })),
  }
}

function movedExpr(expr: Criterion['expr'], turn: number): Expr | null {
  return expr === null ? null : withLeaves(expr, (leaf) => moved(leaf, turn))
}

/** A per cent for each turn, years of age in whole numbers; windows and words stay. */
function moved(leaf: Leaf, turn: number): Leaf {
  if (leaf.op === 'age' && leaf.unit === 'years') {
    return { ...leaf, ...(leaf.max === undefined ? {} : { max: leaf.max + turn }) }
  }
  if ((leaf.op === 'lab' || leaf.op === 'observation') && typeof leaf.value === 'number') {
    return { ...leaf, value: Number((leaf.value * (1 + turn / 100)).toPrecision(4)) }
  }
  return leaf
}
