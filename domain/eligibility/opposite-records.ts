import { plainStage } from './leaves/evaluate-stage.ts'
import { presenceOfSite } from './leaves/site-state.ts'
import type { Observation } from './patient-record.ts'
import { comparableWord, isNegativeFinding, presenceOf, yesOrNo } from './recorded-word.ts'
import { gradeSpan, joinedGrades } from './toxicity-grade.ts'

/**
 * Findings with those of one day that say opposite things made one, which says both and so answers nothing: nobody knows
 * which holds until one is corrected or taken back. Laboratory results and measurements are left as they are, because a
 * test can be repeated on a day, and so are places on a scale, which may both be as asked, and statuses and progressions,
 * of which each is an event. Latest first, as given.
 */
export function joinOpposites(rows: readonly Observation[]): readonly Observation[] {
  const ofOneDay = Map.groupBy(
    rows.filter((row) => isStatement(row) && !isOnScale(row)),
    questionOf,
  )
  const joined = new Map<string, Observation | null>()
  for (const same of ofOneDay.values()) {
    const [first, ...others] = same
    if (first === undefined || new Set(same.map(sayingOf)).size < 2) continue
    joined.set(first.id, joinedRow(first, same))
    for (const { id } of others) joined.set(id, null)
  }
  return joined.size === 0
    ? rows
    : rows.map((row) => (joined.has(row.id) ? (joined.get(row.id) ?? null) : row)).filter((row) => row !== null)
}

/** Of rows that stand, those that say the opposite of one of them: until one is mended, none of them answers. */
export function oppositeStatements(row: Observation, rows: readonly Observation[]): readonly Observation[] {
  if (!isStatement(row)) return []
  const [question, saying] = [questionOf(row), sayingOf(row)]
  return rows.filter((other) => isStatement(other) && questionOf(other) === question && sayingOf(other) !== saying)
}

function joinedRow(first: Observation, same: readonly Observation[]): Observation {
  return {
    ...first,
    value: [...new Set(same.map(({ value }) => wordOf(value)))].join(' and '),
    // Its class or line still says which questions it is about.
    detail: {
      ...Object.assign({}, ...same.toReversed().map(({ detail }) => detail)),
      ...(first.kind === 'toxicity' ? joinedGrades(same) : {}),
      isOpposed: true,
    },
    source: [...new Set(same.map(({ source }) => source))].join(' and '),
  }
}

function wordOf(value: Observation['value']): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

const repeatable: ReadonlySet<Observation['kind']> = new Set([
  'lab',
  'observation',
  'disease-status',
  'progression',
  'other-malignancy',
  'preference',
])

function isStatement({ kind }: Observation): boolean {
  return !repeatable.has(kind)
}

function isOnScale({ kind }: Observation): boolean {
  return kind === 'performance-status' || kind === 'score'
}

/** Rows with the same answer are about the same thing on the same day. */
function questionOf({ kind, code, observedOn, detail }: Observation): string {
  return JSON.stringify([kind, code, observedOn, detail.by ?? null, detail.line ?? null])
}

/** What the row says, so that rows that differ only in words or in how much they say are not opposites. */
function sayingOf({ kind, value, detail }: Observation): string {
  switch (kind) {
    case 'metastasis':
      return presenceOfSite(value)
    case 'condition':
    case 'medication':
      return presenceOf(value)
    case 'infection':
      return String(isNegativeFinding(value))
    case 'measurable-disease':
    case 'childbearing-potential':
    case 'attestation':
      return yesOrNo(value)
    case 'toxicity':
      return JSON.stringify(gradeSpan({ value, detail }))
    case 'stage':
      return JSON.stringify([plainStage(String(value)), detail.t, detail.n, detail.m])
    default:
      return comparableWord(String(value))
  }
}
