import type { CalendarDate } from '../identity/calendar-date.ts'
import type { Expr } from './criterion.ts'
import { allTri, anyTri, atLeastTri, notTri, type Tri } from './tri.ts'
import type { Verdict } from './verdict.ts'

/** All parts must hold. */
export function foldAll(op: Expr['op'], children: readonly Verdict[]): Verdict {
  const verdict = allTri(children.map((child) => child.verdict))
  return branch(op, verdict, children, 'all')
}

/** One part is enough. */
export function foldAny(op: Expr['op'], children: readonly Verdict[]): Verdict {
  const verdict = anyTri(children.map((child) => child.verdict))
  return branch(op, verdict, children, 'any')
}

/** `n` parts are enough. When time alone would change it is not worked out. */
export function foldAtLeast(n: number, children: readonly Verdict[]): Verdict {
  const verdict = atLeastTri(
    n,
    children.map((child) => child.verdict),
  )
  return { ...branch('atLeast', verdict, children, 'any'), changesOn: null }
}

/** The opposite, shown with the words of the part itself. */
export function negate(op: Expr['op'], child: Verdict): Verdict {
  return { ...child, op, verdict: notTri(child.verdict), children: [child] }
}

/** The same answer under another name, with the parts that led to it. */
export function decidedBy(op: Expr['op'], deciding: Verdict, children: readonly Verdict[]): Verdict {
  return { ...deciding, op, children }
}

function branch(op: Expr['op'], verdict: Tri, children: readonly Verdict[], kind: 'all' | 'any'): Verdict {
  const deciding = children.filter((child) => child.verdict === verdict)
  const [first] = deciding
  const isOpen = verdict === 'unknown'
  return {
    op,
    verdict,
    reason: isOpen ? (first?.reason ?? null) : null,
    item: isOpen ? (first?.item ?? null) : null,
    evidence: deciding.length === 1 ? (first?.evidence ?? null) : null,
    sentence: sentenceOf(deciding, kind),
    changesOn: changeOf(verdict, deciding, kind),
    children,
  }
}

/** What several parts say, each sentence once. */
function sentenceOf(deciding: readonly Verdict[], kind: 'all' | 'any'): string {
  const [first, second] = deciding
  if (first === undefined) return emptySentence[kind]
  return second === undefined ? first.sentence : [...new Set(deciding.map((child) => child.sentence))].join('; ')
}

/** "all met" and "any notMet" end with the first part that changes; the others only once every deciding part has. */
function changeOf(verdict: Tri, deciding: readonly Verdict[], kind: 'all' | 'any'): CalendarDate | null {
  if (verdict === 'unknown' || deciding.length === 0) return null
  if (deciding.every((child) => child.changesOn === null)) return null
  const days = deciding.map((child) => child.changesOn)
  const known = days.filter((day) => day !== null).sort()
  const endsWithFirst = (kind === 'all') === (verdict === 'met')
  if (endsWithFirst) return known.at(0) ?? null
  return known.length === days.length ? (known.at(-1) ?? null) : null
}

const emptySentence = { all: 'Nothing is asked', any: 'There is nothing to choose from' }
