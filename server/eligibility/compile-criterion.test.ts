import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Expr } from '#domain/eligibility/criterion.ts'
import { sampleLeaves } from '#domain/eligibility/sample-leaves.ts'
import { compileCriterion } from './compile-criterion.ts'
import { missingOf, needsDataOf } from './compiled-rule.ts'

const db = new Kysely<object>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const textOf = (part: RawBuilder<unknown>) => part.compile(db)
const inclusion = (expr: Expr | null) => compileCriterion({ kind: 'inclusion', expr }, { asOf: '2026-06-15' })

test('a window ends today and begins on a day worked out beforehand', () => {
  const { sql, parameters } = textOf(
    inclusion({ op: 'lab', analyte: 'ck', cmp: '<=', value: 2.5, unit: 'xULN', withinDays: 14 }).value,
  )
  // What comes behind is for results that are only known to be below or above a number.
  const [column = ''] = sql.split(', case when "patient_facts"."readings" ? $4::text then ')
  expect(column).toBe(
    '(case when "patient_facts"."lab_ck_on" between $1::date and $2::date then coalesce("patient_facts"."lab_ck_x_uln" <= $3::float8',
  )
  expect(parameters.slice(0, 4)).toEqual(['2026-06-01', '2026-06-15', expect.closeTo(2.5), 'lab:ck'])
})

describe('what a criterion asks is only ever a parameter', () => {
  const hostile = `'; drop table patient; --`
  const asked = [
    ...sampleLeaves.map((leaf) => withWord(leaf, hostile)),
    withWord({ op: 'biomarker', type: 'variant', gene: '', hgvsP: 'x*', result: '' }, hostile),
    withWord({ op: 'lab', analyte: '', cmp: '=', value: '', unit: '' }, hostile),
    withWord({ op: 'inCohort', cohort: '', expr: { op: 'attest', by: 'clinician', text: '' } }, hostile),
  ]
  const open = asked.filter((expr) => JSON.stringify(expr).includes('drop table'))

  test('most questions have a place for words', () => {
    expect(open.length).toBeGreaterThan(sampleLeaves.length * 0.8)
  })

  test.each(open.map((expr) => [JSON.stringify(expr), expr] as const))('%s', (_, expr) => {
    const rule = inclusion(expr)
    for (const part of [rule.value, rule.isNotFalse, rule.isNotTrue, missingOf(rule), needsDataOf(rule)]) {
      const { sql } = textOf(part)
      expect(sql.toLowerCase()).not.toContain('drop')
      expect(sql).not.toContain(`'`)
    }
    // The settings of lines become a place among counts, and are in no statement at all.
    const parameters = [rule.value, missingOf(rule)].map((part) => textOf(part).parameters)
    expect(JSON.stringify(parameters).toLowerCase().includes('drop table')).toBe(expr.op !== 'linesOfTherapy')
  })
})

/** The same question with the word wherever a protocol may write its own. */
function withWord<Part extends Expr>(expr: Part, word: string): Part {
  const fixed = ['op', 'unit', 'type', 'scale', 'definition', 'status', 'by', 'from', 'to', 'at', 'cmp', 'whichever']
  return JSON.parse(JSON.stringify(expr), (key, value) =>
    typeof value !== 'string' || fixed.includes(key) || fixedWords.test(value) ? value : word,
  )
}

/** Words of the language itself, and codes, which are read and refused before. */
const fixedWords = /^(histology.*|firstLine.*|progressed-only|>|\d{4}(\/\d)?)$/u

test('text without a rule is open, drops nobody and asks for nothing', () => {
  for (const kind of ['inclusion', 'exclusion'] as const) {
    const rule = compileCriterion({ kind, expr: null }, { asOf: '2026-06-15' })
    expect([rule.value, rule.isNotFalse, missingOf(rule)].map((part) => textOf(part).sql)).toEqual([
      'null::boolean',
      'true',
      'array[]::text[]',
    ])
  }
})
