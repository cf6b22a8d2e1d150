import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import { compareNumber } from './compare-number.ts'
import { creatinineClearance } from './creatinine-clearance.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { itemOfObservation } from './item-of-observation.ts'
import type { Comparison, LabLeaf } from './leaf.ts'
import type { NewObservation } from './new-patient-item.ts'
import type { Observation } from './patient-record.ts'
import { boundedAnswer } from './report-bound.ts'
import { finding, recordWith } from './sample-record.ts'
import { usualWindow } from './value-window.ts'

const asOf = '2026-08-04'
const comparisons: readonly Comparison[] = ['<', '<=', '=', '>=', '>']

function afp(value: number, bound: string, parts: Partial<Observation> = {}): Observation {
  return finding('lab', 'afp', value, asOf, { unit: 'ug/L', detail: { bound }, ...parts })
}

function ask(row: Observation, question: Pick<LabLeaf, 'cmp' | 'value' | 'unit'>) {
  const leaf: LabLeaf = { op: 'lab', analyte: 'afp', ...question }
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations: [row] })), asOf)
}

describe('a result that is reported as below or above what the assay can measure', () => {
  test.each<[string, number, Comparison, readonly (string | null)[]]>([
    ['<', 5, '<', [null, 'met', 'met']],
    ['<', 5, '<=', [null, 'met', 'met']],
    ['<', 5, '=', [null, 'notMet', 'notMet']],
    ['<', 5, '>=', [null, 'notMet', 'notMet']],
    ['<', 5, '>', [null, 'notMet', 'notMet']],
    ['>', 5, '>', ['met', 'met', null]],
    ['>', 5, '>=', ['met', 'met', null]],
    ['>', 5, '=', ['notMet', 'notMet', null]],
    ['>', 5, '<=', ['notMet', 'notMet', null]],
    ['>', 5, '<', ['notMet', 'notMet', null]],
  ])('%s%d asked %s 4, 5 and 6', (bound, value, cmp, expected) => {
    const answers = [4, 5, 6].map((limit) => ask(afp(value, bound), { cmp, value: limit, unit: 'ug/L' }))
    expect(answers.map(({ verdict }) => (verdict === 'unknown' ? null : verdict))).toEqual(expected)
  })

  test('answers only as every value does that it can be', () => {
    const number = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        fc.constantFrom('<', '>'),
        number,
        fc.constantFrom(...comparisons),
        number,
        (bound, end, cmp, limit) => {
          const possible = Array.from({ length: 200 }, (_, step) => end + (bound === '<' ? -1 : 1) * (step + 1) * 0.25)
          const answers = new Set(possible.map((value) => compareNumber(value, cmp, limit)))
          const answer = boundedAnswer(bound, end, cmp, limit)
          if (answer === null) expect(answers.size, `${bound}${end} ${cmp} ${limit}`).toBe(2)
          else expect([...answers]).toEqual([answer])
        },
      ),
      {
        numRuns: 2000,
        examples: [
          ['<', 5, '<', 5],
          ['>', 5, '<=', 5],
        ],
      },
    )
  })

  test('is explained as it was reported, and says that it can lie on either side', () => {
    const open = ask(afp(5, '<'), { cmp: '<', value: 3, unit: 'ug/L' })
    expect(open.sentence).toBe(
      'AFP <5 µg/L on 04-Aug-2026 can be on either side of the limit of 3 µg/L: the report gives no exact value (Laboratory system)',
    )
    expect(open).toMatchObject({
      verdict: 'unknown',
      reason: 'onlyBound',
      item: { key: 'lab:afp' },
      evidence: { value: '<5' },
    })
    const met = ask(afp(1000, '>', { upperLimit: 10 }), { cmp: '>', value: 1, unit: 'xULN' })
    expect(met).toMatchObject({ verdict: 'met' })
    expect(met.sentence).toContain('AFP >1000 µg/L on 04-Aug-2026 is above the limit of 1 × ULN')
    expect(itemOfObservation(afp(5, '<')).valueText).toBe('<5 µg/L')
  })

  test('is nothing to work out a clearance from', () => {
    const creatinine = finding('lab', 'creatinine', 30, asOf, { unit: 'umol/L', detail: { bound: '<' } })
    const weight = finding('observation', 'weight', 70, asOf, { unit: 'kg' })
    const facts = deriveFacts(recordWith({ bornOn: '1970-01-01', sex: 'male', observations: [creatinine, weight] }))
    expect(creatinineClearance(facts, asOf, usualWindow(28))).toMatchObject({
      kind: 'open',
      gaps: [{ reason: 'onlyBound', item: { key: 'lab:creatinine' } }],
    })
  })
})

describe('recording such a result', () => {
  const item = (parts: Partial<NewObservation>): NewObservation => ({
    ...{ kind: 'observation', observationKind: 'lab', code: 'afp', value: 5, unit: 'ug/L', lowerLimit: null },
    ...{ upperLimit: null, observedOn: asOf, source: 'Laboratory system', detail: { bound: '<' } },
    ...parts,
  })
  const faultsOf = (parts: Partial<NewObservation>) =>
    checkNewItem(recordWith(), item(parts), asOf).map(({ pointer }) => pointer)

  test('takes < and > of what a laboratory measures', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ detail: { bound: '>' } })).toEqual([])
  })

  test.each<[string, Partial<NewObservation>, string]>([
    ['another sign', { detail: { bound: '<=' } }, '/detail/bound'],
    ['a word', { code: 'hcg', value: 'negative', unit: 'qual' }, '/detail/bound'],
    [
      'a measurement at the bedside',
      { observationKind: 'observation', code: 'weight', unit: 'kg', value: 70 },
      '/detail/bound',
    ],
    ['the sign within the value', { value: '<5' }, '/value'],
  ])('refuses %s', (_what, parts, pointer) => {
    expect(faultsOf(parts)).toEqual([pointer])
  })
})
