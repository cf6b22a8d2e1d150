import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { leafShapes } from './leaf-shapes.ts'
import { openLeaves } from './open-leaves.ts'
import { parseExpr } from './parse-criterion.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { sampleLeaves } from './sample-leaves.ts'
import { allConfirmed, finding, recordWith, treatmentOf } from './sample-record.ts'
import type { Tri } from './tri.ts'

const asOf = '2026-08-04'
const nothing = deriveFacts(recordWith())

/** Three questions whose answers are known: sex is recorded as male, ECOG is not recorded. */
const facts = deriveFacts(recordWith({ sex: 'male' }))
const met: Expr = { op: 'sex', in: ['male'] }
const notMet: Expr = { op: 'sex', in: ['female'] }
const unknown: Expr = { op: 'ps', scale: 'ECOG', in: [0] }
const parts = { met, notMet, unknown } as const

function outcome(expr: Expr, kind: 'inclusion' | 'exclusion' = 'inclusion', cohort?: string) {
  return evaluateCriterion({ kind, expr }, facts, cohort === undefined ? { asOf } : { asOf, cohort })?.verdict
}

describe('missing data', () => {
  it('is covered here for every kind of question, each in the form that the editor accepts', () => {
    expect(new Set(sampleLeaves.map(({ op }) => op))).toEqual(new Set(Object.keys(leafShapes)))
    for (const leaf of sampleLeaves) expect(parseExpr(leaf)).toEqual({ kind: 'expr', expr: leaf })
  })

  it.each(sampleLeaves.map((leaf) => [leaf.op, leaf] as const))(
    'never meets or fails %s, and says what would settle it',
    (_op, leaf) => {
      for (const kind of ['inclusion', 'exclusion'] as const) {
        const verdict = evaluateCriterion({ kind, expr: leaf }, nothing, { asOf })
        expect(verdict?.verdict).toBe('unknown')
        expect(verdict?.reason).not.toBeNull()
        expect(verdict?.item?.label).toBeTruthy()
      }
    },
  )

  it('never meets an inclusion built of such questions without a negation', () => {
    const leaf = fc.constantFrom<Expr>(...sampleLeaves)
    const { rule } = fc.letrec<{ rule: Expr }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ op: fc.constant('all' as const), of: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ op: fc.constant('any' as const), of: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ op: fc.constant('not' as const), of: tie('rule') }),
        fc.record({ op: fc.constant('unless' as const), rule: tie('rule'), exception: tie('rule') }),
        fc.record({ op: fc.constant('exceptWhen' as const), rule: tie('rule'), exception: tie('rule') }),
        fc.record({ op: fc.constant('ifThen' as const), if: tie('rule'), then: tie('rule') }),
      ),
    }))
    fc.assert(
      fc.property(rule, (expr) => {
        expect(evaluateCriterion({ kind: 'inclusion', expr }, nothing, { asOf })?.verdict).toBe('unknown')
      }),
    )
  })
})

describe('exclusions', () => {
  it('hold the excluding condition, so met means that it does not stop the patient', () => {
    expect(outcome(met, 'exclusion')).toBe('notMet')
    expect(outcome(notMet, 'exclusion')).toBe('met')
    expect(outcome(unknown, 'exclusion')).toBe('unknown')
  })

  it('without a rule are not answered at all', () => {
    expect(evaluateCriterion({ kind: 'exclusion', expr: null }, facts, { asOf })).toBeNull()
  })
})

describe('combined rules', () => {
  it.each<[Tri, Tri, Tri, Tri, Tri]>([
    ['met', 'met', 'met', 'notMet', 'met'],
    ['met', 'notMet', 'met', 'met', 'notMet'],
    ['met', 'unknown', 'met', 'unknown', 'unknown'],
    ['notMet', 'met', 'met', 'notMet', 'met'],
    ['notMet', 'notMet', 'notMet', 'notMet', 'met'],
    ['notMet', 'unknown', 'unknown', 'notMet', 'met'],
    ['unknown', 'met', 'met', 'notMet', 'met'],
    ['unknown', 'notMet', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s and %s: unless %s, except when %s, if then %s', (a, b, unless, exceptWhen, ifThen) => {
    expect(outcome({ op: 'unless', rule: parts[a], exception: parts[b] })).toBe(unless)
    expect(outcome({ op: 'exceptWhen', rule: parts[a], exception: parts[b] })).toBe(exceptWhen)
    expect(outcome({ op: 'ifThen', if: parts[a], then: parts[b] })).toBe(ifThen)
  })

  it('takes the first case that holds; an open case leaves only what its outcomes share', () => {
    const cases = (when: Expr, then: Expr, otherwise: Expr) =>
      outcome({ op: 'caseWhen', cases: [{ when, then }], else: otherwise })
    expect(cases(met, notMet, met)).toBe('notMet')
    expect(cases(notMet, notMet, met)).toBe('met')
    expect(cases(unknown, notMet, met)).toBe('unknown')
    expect(cases(unknown, met, met)).toBe('met')
    expect(cases(unknown, met, unknown)).toBe('unknown')
  })

  it('of which only some need be measured: enough must be, and all that are must pass', () => {
    const measured = (min: number, ...of: readonly Expr[]) => outcome({ op: 'measuredAny', min, of })
    expect(measured(1, met, unknown)).toBe('met')
    expect(measured(1, unknown, unknown)).toBe('unknown')
    expect(measured(2, met, unknown)).toBe('unknown')
    expect(measured(1, met, notMet)).toBe('notMet')
    expect(measured(2, notMet, unknown)).toBe('unknown')
    expect(measured(2, notMet, met)).toBe('notMet')
    expect(measured(3, met, met)).toBe('met')
  })

  it('count', () => {
    expect(outcome({ op: 'atLeast', n: 2, of: [met, met, notMet] })).toBe('met')
    expect(outcome({ op: 'atLeast', n: 2, of: [met, unknown, notMet] })).toBe('unknown')
  })
})

describe('results of which only some need be measured', () => {
  const enzyme = (analyte: string): Expr => ({ op: 'lab', analyte, cmp: '<=', value: 1.5, unit: 'xULN' })
  const atMost = (analyte: string, value: number, unit: string): Expr => ({
    op: 'lab',
    analyte,
    cmp: '<=',
    value,
    unit,
  })
  const result = (analyte: string, value: number, upperLimit: number | null, on = asOf) =>
    finding('lab', analyte, value, on, { unit: 'U/L', upperLimit })
  const ask = (min: number, of: readonly Expr[], ...observations: readonly Observation[]) => {
    const expr: Expr = { op: 'measuredAny', min, of }
    const verdict = evaluateCriterion({ kind: 'inclusion', expr }, deriveFacts(recordWith({ observations })), { asOf })
    if (verdict === null) throw new Error('A criterion with a rule has an answer')
    return { verdict: verdict.verdict, items: openLeaves(verdict).map(({ item }) => item?.key) }
  }
  const alt = result('alt', 30, 40)
  const highAlt = result('alt', 61, 40)
  const astWithoutLimit = result('ast', 300, null)
  const enzymes = [enzyme('alt'), enzyme('ast')]

  it('set a part aside that is missing or too old', () => {
    expect(ask(1, enzymes, alt).verdict).toBe('met')
    expect(ask(1, enzymes, alt, result('ast', 300, null, '2026-06-01')).verdict).toBe('met')
  })

  it('never set an AST aside whose report gives no upper limit, however normal the ALT is', () => {
    expect(ask(1, enzymes, alt, astWithoutLimit)).toEqual({ verdict: 'unknown', items: ['lab:ast'] })
    expect(ask(2, enzymes, alt, astWithoutLimit)).toEqual({ verdict: 'unknown', items: ['lab:ast'] })
    expect(ask(1, enzymes, astWithoutLimit)).toEqual({ verdict: 'unknown', items: ['lab:ast'] })
  })

  it('nor a result in a unit that cannot be compared, or one without its lower limit', () => {
    const foreign = atMost('ast', 60, 'g/L')
    expect(ask(1, [enzyme('alt'), foreign], alt, astWithoutLimit).verdict).toBe('unknown')
    const lower: Expr = { op: 'lab', analyte: 'ast', cmp: '>=', value: 1, unit: 'xLLN' }
    expect(ask(1, [enzyme('alt'), lower], alt, astWithoutLimit).verdict).toBe('unknown')
  })

  it('ask only for what was measured where something else is missing', () => {
    const three = [...enzymes, enzyme('alp')]
    expect(ask(1, three, alt, astWithoutLimit).items).toEqual(['lab:ast'])
    expect(ask(3, three, alt, astWithoutLimit).items).toEqual(['lab:ast', 'lab:alp'])
  })

  it('fail by one that fails, once enough are measured', () => {
    expect(ask(1, enzymes, highAlt).verdict).toBe('notMet')
    expect(ask(1, enzymes, highAlt, astWithoutLimit).verdict).toBe('notMet')
    expect(ask(2, enzymes, highAlt, astWithoutLimit).verdict).toBe('notMet')
  })

  it('stay open with fewer than asked, also where the one that was measured fails', () => {
    expect(ask(2, enzymes, highAlt)).toEqual({ verdict: 'unknown', items: ['lab:ast'] })
  })

  it('count a part of several questions by what is open in it', () => {
    const pair = (first: Expr, second: Expr): Expr => ({ op: 'all', of: [first, second] })
    const open = [enzyme('alt'), pair(enzyme('ast'), enzyme('alp'))]
    expect(ask(1, open, alt).verdict).toBe('met')
    expect(ask(1, open, alt, result('alp', 20, 100)).verdict).toBe('met')
    expect(ask(1, open, alt, astWithoutLimit)).toEqual({ verdict: 'unknown', items: ['lab:ast', 'lab:alp'] })
    const decided = [enzyme('alt'), { op: 'any', of: [enzyme('ast'), enzyme('alp')] } as const]
    expect(ask(1, decided, alt, astWithoutLimit, result('alp', 20, 100)).verdict).toBe('met')
  })
})

describe('cohorts', () => {
  const assign: Expr = {
    op: 'cohort',
    assign: [
      { cohort: 'A', when: met },
      { cohort: 'B', when: notMet },
    ],
  }

  it('are joined one by one; without one in view, any will do', () => {
    expect(outcome(assign)).toBe('met')
    expect(outcome(assign, 'inclusion', 'A')).toBe('met')
    expect(outcome(assign, 'inclusion', 'B')).toBe('notMet')
  })

  it('bind only their own patients, in inclusions, exclusions and under a negation', () => {
    const onlyA = (expr: Expr): Expr => ({ op: 'inCohort', cohort: 'A', expr })
    expect(outcome(onlyA(met), 'exclusion', 'A')).toBe('notMet')
    expect(outcome(onlyA(met), 'exclusion', 'B')).toBe('met')
    expect(outcome(onlyA(notMet), 'inclusion', 'B')).toBe('met')
    expect(outcome({ op: 'not', of: onlyA(met) }, 'inclusion', 'B')).toBe('met')
    expect(outcome({ op: 'not', of: onlyA(met) }, 'inclusion', 'A')).toBe('notMet')
  })

  it('leave a rule open while no cohort is in view, unless it harms nobody', () => {
    expect(outcome({ op: 'inCohort', cohort: 'A', expr: met }, 'exclusion')).toBe('unknown')
    expect(outcome({ op: 'inCohort', cohort: 'A', expr: notMet }, 'exclusion')).toBe('met')
  })
})

describe('exceptions of the same kind as their rule', () => {
  const ask = (expr: Expr, record: Partial<PatientRecord>) =>
    evaluateCriterion(
      { kind: 'exclusion', expr },
      deriveFacts(recordWith({ assertions: allConfirmed(asOf), ...record })),
      { asOf },
    )?.verdict

  it('are about what the rule found: milder neuropathy does not spoil an exception for alopecia', () => {
    const expr: Expr = {
      op: 'exceptWhen',
      rule: { op: 'toxicity', term: 'any', gradeMin: 3 },
      exception: { op: 'toxicity', onlyTerms: ['alopecia'] },
    }
    const alopecia = finding('toxicity', 'alopecia', 3, asOf)
    expect(ask(expr, { observations: [alopecia, finding('toxicity', 'neuropathy', 2, asOf)] })).toBe('met')
    expect(ask(expr, { observations: [alopecia, finding('toxicity', 'neuropathy', 3, asOf)] })).toBe('notMet')
  })

  it('share its window: an old cancer does not spoil an exception for a recent skin cancer', () => {
    const expr: Expr = {
      op: 'exceptWhen',
      rule: { op: 'otherMalignancy', withinDays: 1826 },
      exception: { op: 'otherMalignancy', onlyTypes: ['nmsc-treated'] },
    }
    const skin = finding('other-malignancy', 'nmsc-treated', 'history', '2025-01-01')
    expect(ask(expr, { observations: [skin, finding('other-malignancy', 'breast', 'history', '2010-01-01')] })).toBe(
      'met',
    )
    expect(ask(expr, { observations: [skin, finding('other-malignancy', 'breast', 'history', '2024-01-01')] })).toBe(
      'notMet',
    )
  })
})

describe('the day on which time alone changes an answer', () => {
  const drug = (name: string, endedOn: string) => treatmentOf(name, { classes: [name], endedOn })
  const within = (name: string): Expr => ({ op: 'therapy', any: [name], withinDays: 14 })
  const treated = deriveFacts(
    recordWith({ treatments: [drug('a', '2026-08-01'), drug('b', '2026-08-03')], assertions: allConfirmed(asOf) }),
  )
  const changesOn = (expr: Expr) => evaluateCriterion({ kind: 'exclusion', expr }, treated, { asOf })?.changesOn

  it('is the last of several washouts, or the first where any would do', () => {
    expect(changesOn({ op: 'any', of: [within('a'), within('b')] })).toBe('2026-08-18')
    expect(changesOn({ op: 'all', of: [within('a'), within('b')] })).toBe('2026-08-16')
  })

  it('is none where something else also stops the patient', () => {
    expect(changesOn({ op: 'any', of: [within('a'), { op: 'therapy', any: ['b'] }] })).toBeNull()
  })
})

describe('windows', () => {
  it('count back from the planned day of the anchor, or from today while there is none', () => {
    const platelets = deriveFacts(
      recordWith({ observations: [finding('lab', 'platelets', 120, '2026-07-20', { unit: '10*9/L' })] }),
    )
    const criterion = {
      kind: 'inclusion',
      expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
    } as const
    expect(evaluateCriterion(criterion, platelets, { asOf })?.verdict).toBe('met')
    expect(evaluateCriterion(criterion, platelets, { asOf, anchorOn: '2026-08-18' })?.reason).toBe('stale')
  })
})
