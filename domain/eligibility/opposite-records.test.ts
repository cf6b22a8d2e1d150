import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { Leaf } from './leaf.ts'
import type { Observation } from './patient-record.ts'
import { allConfirmed, finding, recordWith } from './sample-record.ts'

const today = '2026-08-04'

function ask(leaf: Leaf, ...observations: readonly Observation[]) {
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions: allConfirmed(today) })), today)
}

type Kind = Observation['kind']
type Values = readonly [Observation['value'], Observation['value']]

describe('two opposite records of one day answer nothing, whichever was typed later', () => {
  it.each<[string, Leaf, Kind, string, Values, Observation['detail']]>([
    ['ECOG', { op: 'ps', scale: 'ECOG', in: [0, 1] }, 'performance-status', 'ECOG', [3, 0], {}],
    [
      'a condition now',
      { op: 'condition', concept: 'autoimmune-disease', status: 'active' },
      'condition',
      'autoimmune-disease',
      ['active', 'absent'],
      {},
    ],
    [
      'a condition in a window',
      { op: 'condition', concept: 'autoimmune-disease', withinDays: 730 },
      'condition',
      'autoimmune-disease',
      ['active', 'absent'],
      {},
    ],
    [
      'an infection',
      { op: 'infection', agent: 'HIV', result: 'positive' },
      'infection',
      'HIV',
      ['positive', 'negative'],
      {},
    ],
    [
      'its absence',
      { op: 'infection', agent: 'HIV', result: 'negative' },
      'infection',
      'HIV',
      ['positive', 'negative'],
      {},
    ],
    [
      'a medicine',
      { op: 'medication', concept: 'anticoagulant-therapeutic', status: 'active' },
      'medication',
      'anticoagulant-therapeutic',
      ['active', 'absent'],
      {},
    ],
    [
      'a medicine by its class',
      { op: 'medication', concept: 'systemic-corticosteroid', status: 'active' },
      'medication',
      'prednisolone',
      ['active', 'stopped'],
      { class: 'systemic-corticosteroid' },
    ],
    [
      'a metastasis',
      { op: 'metastasis', site: 'cns', status: 'present' },
      'metastasis',
      'cns',
      ['present', 'absent'],
      {},
    ],
    ['a toxicity', { op: 'toxicity', term: 'fatigue', gradeMin: 2 }, 'toxicity', 'fatigue', [0, 3], {}],
    ['grade', { op: 'grade', in: ['G1', 'G2'] }, 'grade', 'grade', ['G2', 'G3'], {}],
    ['stage', { op: 'stage', system: 'FIGO', group: ['IV'] }, 'stage', 'FIGO', ['IV', 'IIB'], {}],
    ['score', { op: 'score', name: 'child-pugh', in: ['A'] }, 'score', 'child-pugh', ['A', 'C'], {}],
    [
      'extent',
      { op: 'diseaseExtent', in: ['metastatic'] },
      'disease-extent',
      'disease-extent',
      ['metastatic', 'localised'],
      {},
    ],
    [
      'the present status',
      { op: 'diseaseStatus', in: ['progressive'] },
      'disease-status',
      'disease-status',
      ['progressive', 'stable'],
      {},
    ],
    [
      'standard options',
      { op: 'standardOptions', in: ['exhausted'] },
      'standard-options',
      'standard-options',
      ['exhausted', 'available'],
      {},
    ],
    [
      'the response to a line',
      { op: 'bestResponse', in: ['CR', 'PR'] },
      'best-response',
      'best-response',
      ['PR', 'PD'],
      { line: 1 },
    ],
    [
      'measurable disease',
      { op: 'measurableDisease', by: 'RECIST1.1' },
      'measurable-disease',
      'measurable-disease',
      [true, false],
      { by: 'RECIST1.1' },
    ],
    ['a judgement', { op: 'attest', by: 'clinician', text: 'Fit' }, 'attestation', 'Fit', [true, false], {}],
    [
      'a review',
      { op: 'centralReview', type: 'mdt', result: 'confirmed' },
      'central-review',
      'mdt',
      ['confirmed', 'not-confirmed'],
      {},
    ],
  ])('%s', (_what, leaf, kind, code, [first, second], detail) => {
    const row = (value: Observation['value'], at: string) =>
      finding(kind, code, value, today, { detail, recordedAt: `${today}T${at}:00.000Z`, id: `${value}-${at}` })
    for (const rows of [
      [row(first, '09:00'), row(second, '10:00')],
      [row(second, '09:00'), row(first, '10:00')],
    ]) {
      expect(ask(leaf, ...rows).verdict).toBe('unknown')
    }
    const verdicts = [first, second].map((value) => ask(leaf, row(value, '09:00')).verdict)
    expect(verdicts, 'each alone is an answer, and they differ').toHaveLength(new Set(verdicts).size)
  })
})

describe('what is no opposite', () => {
  it('is another measurement of that day, which is compared with the limit beside it', () => {
    const anc = (value: number, at: string) =>
      finding('lab', 'anc', value, today, { unit: '10*9/L', recordedAt: `${today}T${at}:00.000Z`, id: at })
    const leaf: Leaf = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }
    expect(ask(leaf, anc(1.5, '09:00'), anc(2, '10:00')).verdict).toBe('met')
  })

  it('is the same in other words, or with more detail, or of another day', () => {
    const condition = (value: string, on: string, id: string) => finding('condition', 'stroke', value, on, { id })
    const leaf: Leaf = { op: 'condition', concept: 'stroke', status: 'active' }
    expect(ask(leaf, condition('active', today, 'a'), condition('present', today, 'b')).verdict).toBe('met')
    expect(ask(leaf, condition('active', '2026-08-03', 'a'), condition('absent', today, 'b')).verdict).toBe('notMet')
    const site = (value: string, id: string) => finding('metastasis', 'liver', value, today, { id })
    const present: Leaf = { op: 'metastasis', site: 'liver', status: 'present' }
    expect(ask(present, site('present', 'a'), site('treated', 'b')).verdict).toBe('met')
  })

  it('is an ECOG of 9, which says that nobody asked', () => {
    const ecog = (value: number) => finding('performance-status', 'ECOG', value, today)
    expect(ask({ op: 'ps', scale: 'ECOG', in: [0, 1] }, ecog(9), ecog(1)).verdict).toBe('met')
  })

  it('is ended by taking one back', () => {
    const [wrong, right] = [finding('grade', 'grade', 'G3', today), finding('grade', 'grade', 'G2', today)]
    const takenBack = { ...wrong, id: 'back', replaces: wrong.id, withdrawalReason: 'Another patient’s report' }
    expect(ask({ op: 'grade', in: ['G2'] }, wrong, right, takenBack).verdict).toBe('met')
  })
})
