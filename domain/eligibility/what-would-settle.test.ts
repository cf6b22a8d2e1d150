import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, CriterionClass, Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { leavesOf } from './leaves-of.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { whatWouldSettle } from './what-would-settle.ts'

const asOf = '2026-08-04'
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }
const anc: Expr = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }
const female: Expr = { op: 'sex', in: ['female'] }
const male: Expr = { op: 'sex', in: ['male'] }
const fit: Expr = { op: 'attest', by: 'clinician', text: 'Fit' }

type Parts = Partial<Criterion>

function trial(id: string, ...rules: readonly (Expr | null | readonly [Expr | null, Parts])[]) {
  const criteria = rules.map((rule, index) => {
    const [expr, parts] = isWithParts(rule) ? rule : [rule, {}]
    return criterionWith({ id: `I${index}`, ...parts, expr })
  })
  return trialWith({ registryId: id, isBasket: true, criteria }, { trialId: id })
}

function isWithParts(rule: Expr | null | readonly [Expr | null, Parts]): rule is readonly [Expr | null, Parts] {
  return Array.isArray(rule)
}

const facts = deriveFacts(recordWith({ sex: 'male' }))
const summary = (...trials: readonly ReturnType<typeof trial>[]) =>
  whatWouldSettle(
    facts,
    trials.map((each) => assessTrial(facts, each, asOf)),
  ).map(({ key, settlesAlone, contributesTo }) => [key, settlesAlone, contributesTo])

describe('what would settle it', () => {
  it('orders by the trials that an item settles alone, then by those it contributes to', () => {
    expect(summary(trial('a', ecog), trial('b', ecog, anc), trial('c', anc), trial('d', anc))).toEqual([
      ['lab:anc', ['c', 'd'], ['b', 'c', 'd']],
      ['ps:ECOG', ['a'], ['a', 'b']],
    ])
  })

  it('counts one item once, however many criteria it settles', () => {
    expect(summary(trial('a', anc, { ...anc, value: 1 }))).toEqual([['lab:anc', ['a'], ['a']]])
  })

  it('leaves out trials that do not fit, decided parts and advice', () => {
    const decided = trial('b', { op: 'any', of: [male, ecog] })
    expect(summary(trial('a', ecog, female), decided, trial('c', [anc, { class: 'advisory' }]))).toEqual([])
  })

  it('settles no trial alone while text is still to be read, unless the text is advice', () => {
    expect(summary(trial('a', ecog, null))).toEqual([['ps:ECOG', [], ['a']]])
    expect(summary(trial('a', ecog, [null, { class: 'advisory' }]))).toEqual([['ps:ECOG', ['a'], ['a']]])
  })

  it('counts a judgement as an item beside the data', () => {
    expect(summary(trial('a', fit))).toEqual([['attest:Fit', ['a'], ['a']]])
    expect(summary(trial('a', fit, ecog)).map(([, alone]) => alone)).toEqual([[], []])
  })

  it('leaves out what could only put off a trial that is put off already', () => {
    const waiting = [female, { class: 'correctable' }] as const
    expect(summary(trial('a', waiting, [anc, { class: 'correctable' }]))).toEqual([])
  })

  it('settles no trial alone that is put off already: it would still be, or be ruled out', () => {
    const waiting = [female, { class: 'correctable' }] as const
    expect(summary(trial('a', waiting, [anc, { class: 'correctable' }], ecog))).toEqual([['ps:ECOG', [], ['a']]])
    const forCancer = trialWith({
      cancerTypeIds: ['gi-flc'],
      criteria: [criterionWith({ ...waiting[1], expr: female })],
    })
    const [only] = whatWouldSettle(facts, [assessTrial(facts, forCancer, asOf)])
    expect([only?.key, only?.settlesAlone.length, only?.contributesTo.length]).toEqual(['diagnosis', 0, 1])
  })

  it('names the diagnosis first of what weighs the same', () => {
    const merkel: Expr = { op: 'diagnosis', entities: ['skin-merkel'] }
    const platinum: Expr = { op: 'therapy', any: ['platinum'] }
    const [first, second] = summary(trial('a', platinum, merkel)).map(([key]) => key)
    expect(first).toMatch(/^diagnosis/)
    expect(second).toBe('assertion:treatment-history-complete')
  })

  it('counts the diagnosis that the cancer type waits for', () => {
    const needsDiagnosis = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [criterionWith({ expr: ecog })] })
    const [first, second] = whatWouldSettle(facts, [assessTrial(facts, needsDiagnosis, asOf)])
    expect([first?.key, second?.key]).toEqual(['diagnosis', 'ps:ECOG'])
    expect([first?.settlesAlone, second?.settlesAlone]).toEqual([[], []])
  })
})

describe('with cohorts', () => {
  const cohort = (name: string, when: Expr) => ({ cohort: name, when })
  const assign = (...assigned: readonly ReturnType<typeof cohort>[]): Expr => ({ op: 'cohort', assign: assigned })

  it('an item of another cohort counts too, if that could become the better one', () => {
    expect(summary(trial('a', assign(cohort('A', ecog), cohort('B', anc))))).toEqual([
      ['lab:anc', [], ['a']],
      ['ps:ECOG', [], ['a']],
    ])
  })

  it('settles no trial alone while another cohort that could be the better one has text to read', () => {
    const onlyIn = (name: string) => ({ appliesTo: [name] })
    const cohorts = assign(cohort('A', ecog), cohort('B', { op: 'not', of: ecog }))
    expect(summary(trial('a', cohorts))).toEqual([['ps:ECOG', ['a'], ['a']]])
    expect(summary(trial('a', cohorts, [null, onlyIn('B')]))).toEqual([['ps:ECOG', [], ['a']]])
  })

  it('nothing counts once one cohort has no failures, nor in a cohort that does not fit', () => {
    expect(summary(trial('a', assign(cohort('A', male), cohort('B', anc))))).toEqual([])
    expect(summary(trial('a', assign(cohort('A', female), cohort('B', anc))))).toEqual([['lab:anc', ['a'], ['a']]])
  })
})

describe('an item counts exactly if some way to settle what is open makes it matter', () => {
  const classes: readonly CriterionClass[] = [
    'hard',
    'correctable',
    'washout',
    'judgement',
    'gate',
    'timeLimited',
    'advisory',
  ]
  const labs = ['anc', 'platelets', 'haemoglobin']
  const limit = (analyte: string): Expr => ({ op: 'lab', analyte, cmp: '>=', value: 10, unit: 'g/L' })
  const rule = fc.constantFrom<Expr>(male, female, ...labs.map(limit), { op: 'any', of: labs.slice(0, 2).map(limit) })
  const criterion = fc.tuple(rule, fc.constantFrom(...classes))

  it('compared with trying them all', () => {
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), (rules) => {
        const held = trial('a', ...rules.map(([expr, className]) => [expr, { class: className }] as const))
        const outcomeOf = (values: readonly number[]) => {
          const observations = labs.map((analyte, at) =>
            finding('lab', analyte, values[at] ?? 0, asOf, { unit: 'g/L' }),
          )
          return assessTrial(deriveFacts(recordWith({ sex: 'male', observations })), held, asOf).outcome
        }
        const matters = labs.filter((_, at) =>
          everyWay.some((values) => outcomeOf(values.with(at, 5)) !== outcomeOf(values.with(at, 15))),
        )
        const counted = assessTrial(facts, held, asOf).undecided.map(({ key }) => key)
        // An item asked twice may turn out not to matter, once another that is asked with it has failed: it stays counted.
        const asked = rules
          .flatMap(([expr]) => leavesOf(expr))
          .flatMap((leaf) => (leaf.op === 'lab' ? [leaf.analyte] : []))
        const isAskedTwice = new Set(asked).size < asked.length
        expect(counted).toEqual(expect.arrayContaining(matters.map((analyte) => `lab:${analyte}`)))
        if (!isAskedTwice) expect(counted).toHaveLength(matters.length)
      }),
      { numRuns: 500 },
    )
  })

  const everyWay = [5, 15].flatMap((a) => [5, 15].flatMap((b) => [5, 15].map((c) => [a, b, c])))
})

describe('an item settles a trial alone exactly if each of its values does and no other item has a say', () => {
  const labs = ['anc', 'platelets', 'haemoglobin'] as const
  const values = [null, 5, 15] as const
  const limit = (analyte: string): Expr => ({ op: 'lab', analyte, cmp: '>=', value: 10, unit: 'g/L' })
  const rule = fc.constantFrom<Expr | null>(
    ...[male, female, null],
    ...labs.map(limit),
    { op: 'any', of: labs.slice(0, 2).map(limit) },
    { op: 'not', of: limit('haemoglobin') },
    { op: 'all', of: [limit('anc'), { op: 'any', of: [female, limit('platelets')] }] },
  )
  const className = fc.constantFrom<CriterionClass>('hard', 'correctable', 'washout', 'gate', 'timeLimited', 'advisory')
  type Values = readonly (number | null)[]
  const everyWay: readonly Values[] = values.flatMap((a) => values.flatMap((b) => values.map((c) => [a, b, c])))

  it('compared with recording every value', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rule, className), { minLength: 1, maxLength: 4 }), (rules) => {
        const held = trial('a', ...rules.map(([expr, part]) => [expr, { class: part }] as const))
        const outcomeOf = (found: Values) => {
          const observations = labs.flatMap((analyte, at) => {
            const value = found[at] ?? null
            return value === null ? [] : [finding('lab', analyte, value, asOf, { unit: 'g/L' })]
          })
          return assessTrial(deriveFacts(recordWith({ sex: 'male', observations })), held, asOf).outcome
        }
        const nothing: Values = [null, null, null]
        const now = outcomeOf(nothing)
        const hasSay = (at: number) =>
          everyWay.some((found) => outcomeOf(found.with(at, null)) !== outcomeOf(found.with(at, found[at] ?? null)))
        const settles = (at: number) =>
          [5, 15].every((value) => ![now, 'needsData', 'needsClinician'].includes(outcomeOf(nothing.with(at, value))))
        const alone = labs.filter(
          (_, at) => settles(at) && labs.every((_each, other) => other === at || !hasSay(other)),
        )
        const counted = summary(held).flatMap(([key, settled]) => (settled?.length === 0 ? [] : [key]))
        const asked = rules.flatMap(([expr]) => (expr === null ? [] : leavesOf(expr).filter(({ op }) => op === 'lab')))
        // An item asked twice may have no say, once another that is asked with it has failed: it counts all the same.
        const isAskedTwice = new Set(asked.map((leaf) => JSON.stringify(leaf))).size < asked.length
        expect(alone.map((analyte) => `lab:${analyte}`)).toEqual(
          isAskedTwice ? expect.arrayContaining(counted) : counted,
        )
      }),
      { numRuns: 500 },
    )
  })
})
