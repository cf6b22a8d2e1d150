import type { Verdict } from './verdict.ts'

/** The unknown leaves that can still change the verdict. Inside a part that is already decided, nothing is open. */
export function openLeaves(verdict: Verdict): readonly Verdict[] {
  if (verdict.verdict !== 'unknown') return nothing
  if (verdict.children.length === 0) return [verdict]
  const open = verdict.children.flatMap(openLeaves)
  return open.length > 0 ? open : [verdict]
}

const nothing: readonly Verdict[] = []
