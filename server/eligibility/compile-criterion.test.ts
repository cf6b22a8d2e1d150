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
import { compileCriterion, isComputedInSql } from './compile-criterion.ts'

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
  expect(sql).toBe(
    '(case when "patient_facts"."lab_ck_on" between $1::date and $2::date then "patient_facts"."lab_ck_x_uln" <= $3::float8 end)',
  )
  expect(parameters).toEqual(['2026-06-01', '2026-06-15', expect.closeTo(2.5)])
})

test('what a criterion asks is only ever a parameter', () => {
  const hostile = `'; drop table patient; --`
  const asked: readonly Expr[] = [
    { op: 'diagnosis', entities: [hostile], confirmation: 'histology' },
    { op: 'stage', system: 'TNM8', t: [hostile] },
    { op: 'biomarker', type: 'cna', gene: hostile, result: hostile },
    { op: 'biomarker', type: 'variant', gene: hostile, hgvsP: hostile, result: 'present' },
    { op: 'lab', analyte: hostile, cmp: '>=', value: 1, unit: hostile },
  ]
  const rule = inclusion({ op: 'any', of: [...asked, { op: 'atLeast', n: 2, of: asked }] })
  for (const part of [rule.value, rule.isNotFalse, rule.isNotTrue]) {
    const { sql, parameters } = textOf(part)
    expect(sql.toLowerCase()).not.toContain('drop')
    expect(sql).not.toContain(`'`)
    expect(JSON.stringify(parameters).toLowerCase()).toContain('drop table')
  }
})

describe('what SQL does not hold', () => {
  const held = ['diagnosis', 'age', 'sex', 'ps', 'lab', 'biomarker', 'stage']
  const leaves = sampleLeaves.filter(({ op }) => !held.includes(op))

  test.each(leaves.map((leaf) => [leaf.op, leaf] as const))(
    '%s is unknown for everybody and drops nobody',
    (_, leaf) => {
      const rule = inclusion(leaf)
      expect(isComputedInSql(leaf)).toBe(false)
      expect([rule.value, rule.isNotFalse, rule.isNotTrue].map((part) => textOf(part).sql)).toEqual([
        'null::boolean',
        'true',
        'true',
      ])
    },
  )

  test('leaves open only its own part of a rule', () => {
    const rule = { op: 'all', of: [{ op: 'sex', in: ['female'] }, { op: 'childbearingPotential' }] } as const
    expect(isComputedInSql(rule)).toBe(false)
    const compiled = inclusion(rule)
    expect(textOf(compiled.value).sql).toBe('(("patient_facts"."sex" = any($1::text[])) and null::boolean)')
    expect(textOf(compiled.isNotFalse).sql).toBe(
      '((("patient_facts"."sex" = any($1::text[])) or "patient_facts"."sex" is null) and true)',
    )
  })

  test('text without a rule drops nobody, as inclusion or as exclusion', () => {
    for (const kind of ['inclusion', 'exclusion'] as const) {
      const { isNotFalse, isComputed } = compileCriterion({ kind, expr: null }, { asOf: '2026-06-15' })
      expect([textOf(isNotFalse).sql, isComputed]).toEqual(['true', false])
    }
  })
})
