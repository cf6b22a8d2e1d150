import { describe, expect, it } from 'vitest'
import type { Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { finding, recordWith } from '../../domain/eligibility/sample-record.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import { elmOfExpr } from './elm-of-expr.ts'
import { PlainPatient } from './plain-patient.ts'
import { plainRecord } from './plain-record.ts'
import { elmLibrary, runElm } from './run-elm.ts'

const today = '2026-06-15'

/** A woman of 40 with 82 platelets today; nothing else is known of her. */
const record = recordWith({
  bornOn: '1986-06-15',
  sex: 'female',
  observations: [finding('lab', 'platelets', 82, today, { unit: '10*9/L' })],
})

const yes: Leaf = { op: 'sex', in: ['female'] }
const no: Leaf = { op: 'sex', in: ['male'] }
const open: Leaf = { op: 'biomarker', type: 'msi', result: 'MSI-H' }

const withoutLimit: Leaf = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 1, unit: 'xLLN' }

async function answer(expr: Expr, cohort?: string, harmless = true): Promise<Tri | undefined> {
  const rule = elmOfExpr(expr, { asOf: today, harmless, ...(cohort === undefined ? {} : { cohort }) })
  const answers = await runElm(elmLibrary({ rule }), [new PlainPatient(plainRecord(record))])
  return answers.get(record.patientId)?.rule
}

describe('the logic of CQL', () => {
  it.each<[string, Expr, Tri]>([
    ['nothing to satisfy', { op: 'all', of: [] }, 'met'],
    ['nothing to choose from', { op: 'any', of: [] }, 'notMet'],
    ['all with one open', { op: 'all', of: [yes, open] }, 'unknown'],
    ['all with one open and one failed', { op: 'all', of: [open, no] }, 'notMet'],
    ['any with one open', { op: 'any', of: [no, open] }, 'unknown'],
    ['any with one open and one met', { op: 'any', of: [open, yes] }, 'met'],
    ['not of what is open', { op: 'not', of: open }, 'unknown'],
    ['two of three reached', { op: 'atLeast', n: 2, of: [yes, open, yes] }, 'met'],
    ['two of three within reach', { op: 'atLeast', n: 2, of: [yes, open, no] }, 'unknown'],
    ['two of three out of reach', { op: 'atLeast', n: 2, of: [no, open, no] }, 'notMet'],
    ['a rule with its exception', { op: 'unless', rule: no, exception: yes }, 'met'],
    ['a rule that its exception lifts', { op: 'exceptWhen', rule: yes, exception: yes }, 'notMet'],
    ['if what does not hold', { op: 'ifThen', if: no, then: open }, 'met'],
    ['one measured of two', { op: 'measuredAny', min: 1, of: [yes, open] }, 'met'],
    ['one measured where two are asked', { op: 'measuredAny', min: 2, of: [yes, open] }, 'unknown'],
    ['one measured that fails', { op: 'measuredAny', min: 1, of: [no, open] }, 'notMet'],
    ['one measured that fails where two are asked', { op: 'measuredAny', min: 2, of: [no, open] }, 'unknown'],
    ['one of two without its limit', { op: 'measuredAny', min: 1, of: [yes, withoutLimit] }, 'unknown'],
    ['a failed one beside one without its limit', { op: 'measuredAny', min: 2, of: [no, withoutLimit] }, 'notMet'],
    [
      'one of two that holds a question without its limit',
      { op: 'measuredAny', min: 1, of: [yes, { op: 'all', of: [open, withoutLimit] }] },
      'unknown',
    ],
    ['the second case', { op: 'caseWhen', cases: [{ when: no, then: yes }], else: open }, 'unknown'],
    ['an open case that the rest shares', { op: 'caseWhen', cases: [{ when: open, then: yes }], else: yes }, 'met'],
    [
      'an open case that the rest does not',
      { op: 'caseWhen', cases: [{ when: open, then: yes }], else: no },
      'unknown',
    ],
  ])('%s is read as it is written', async (_, expr, expected) => {
    expect(await answer(expr)).toBe(expected)
  })

  it('binds a rule of a cohort in that cohort alone', async () => {
    const rule: Expr = { op: 'inCohort', cohort: 'A', expr: no }
    expect(await answer(rule, 'A')).toBe('notMet')
    expect(await answer(rule, 'B')).toBe('met')
    expect(await answer(rule, 'B', false)).toBe('notMet')
    expect(await answer(rule)).toBe('unknown')
    const assign = [
      { cohort: 'A', when: no },
      { cohort: 'B', when: yes },
    ]
    expect(await answer({ op: 'cohort', assign }, 'A')).toBe('notMet')
    expect(await answer({ op: 'cohort', assign })).toBe('met')
  })
})

describe('leaves', () => {
  it.each([
    [81, 'met'],
    [82, 'met'],
    [83, 'notMet'],
  ] as const)('82 platelets are at least %i: %s', async (value, expected) => {
    expect(await answer({ op: 'lab', analyte: 'platelets', cmp: '>=', value, unit: '10*9/L' })).toBe(expected)
  })

  it.each<[string, Leaf, Tri]>([
    ['40 on the birthday', { op: 'age', unit: 'years', min: 40 }, 'met'],
    ['over 40 on the birthday', { op: 'age', unit: 'years', min: 40, minInclusive: false }, 'notMet'],
    ['under 40 on the birthday', { op: 'age', unit: 'years', max: 40, maxInclusive: false }, 'notMet'],
    ['480 months on the birthday', { op: 'age', unit: 'months', max: 480 }, 'met'],
    [
      'a limit in a unit of another kind',
      { op: 'lab', analyte: 'platelets', cmp: '>', value: 1, unit: 'g/L' },
      'unknown',
    ],
    [
      'a result without the limits of its report',
      { op: 'lab', analyte: 'platelets', cmp: '>', value: 1, unit: 'xULN' },
      'unknown',
    ],
    ['a scale that was not recorded', { op: 'ps', scale: 'ECOG', max: 2 }, 'unknown'],
  ])('%s', async (_, leaf, expected) => {
    expect(await answer(leaf)).toBe(expected)
  })
})
