import { partsOf } from './cohorts-of.ts'
import type { Branch, Expr } from './criterion.ts'
import type { Leaf } from './leaf.ts'
import { branchShapes } from './node-shapes.ts'

/** Every leaf of an expression, in the order in which it is read. */
export function leavesOf(expr: Expr): readonly Leaf[] {
  return isBranch(expr) ? partsOf(expr).flatMap(leavesOf) : [expr]
}

function isBranch(expr: Expr): expr is Branch {
  return Object.hasOwn(branchShapes, expr.op)
}
