import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, PatientRecord } from '../patient-record.ts'
import { allConfirmed, confirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'
import type { Tri } from '../tri.ts'

/* Both ends of every window and interval, and the day beyond each. */

const asOf = '2026-08-04'
const day = (daysAgo: number) => addDays(asOf, -daysAgo)
const answer = (leaf: Leaf, record: Partial<PatientRecord>): Tri =>
  evaluateLeaf(leaf, deriveFacts(recordWith(record)), asOf).verdict
const three = (leaf: Leaf, values: readonly number[], record: (value: number) => Partial<PatientRecord>) =>
  values.map((value) => answer(leaf, record(value)))

describe('a window of 14 days: the day itself, its last day, the day before it began, and a day to come', () => {
  const days = [0, 14, 15, -1]
  const assertions = allConfirmed(asOf)
  const row =
    (kind: Observation['kind'], code: string, value: Observation['value'], parts: Partial<Observation> = {}) =>
    (ago: number) => ({
      observations: [finding(kind, code, value, day(ago), parts)],
      assertions,
    })
  const lookedAtBeside = (word: string) => (ago: number) => ({
    observations: [
      finding('disease-status', 'disease-status', word, day(ago)),
      finding('disease-status', 'disease-status', 'stable', asOf),
    ],
  })
  const given = (parts: Parameters<typeof treatmentOf>[1]) => (ago: number) => ({
    treatments: [treatmentOf('treatment', { ...parts, endedOn: day(ago) })],
    assertions,
  })
  const withinDays = 14
  const fresh: readonly Tri[] = ['met', 'met', 'unknown', 'unknown']
  const asked: readonly Tri[] = ['met', 'met', 'notMet', 'notMet']
  /** A record of a day to come says nothing of today. */
  const looked: readonly Tri[] = ['met', 'met', 'notMet', 'unknown']

  it.each<[string, Leaf, (ago: number) => Partial<PatientRecord>, readonly Tri[]]>([
    [
      'lab: older is stale',
      { op: 'lab', analyte: 'anc', cmp: '>=', value: 1, unit: '10*9/L', withinDays },
      row('lab', 'anc', 2, { unit: '10*9/L' }),
      fresh,
    ],
    [
      'observation: older is stale',
      { op: 'observation', concept: 'lvef', cmp: '>=', value: 1, unit: '%', withinDays },
      row('observation', 'lvef', 60, { unit: '%' }),
      fresh,
    ],
    [
      'ps: older is stale',
      { op: 'ps', scale: 'ECOG', in: [1], withinDays },
      row('performance-status', 'ECOG', 1),
      fresh,
    ],
    [
      'score: older is stale',
      { op: 'score', name: 'child-pugh', in: ['A'], withinDays },
      row('score', 'child-pugh', 'A'),
      fresh,
    ],
    [
      'measurableDisease: older is stale',
      { op: 'measurableDisease', by: 'RECIST1.1', withinDays },
      row('measurable-disease', 'measurable-disease', true, { detail: { by: 'RECIST1.1' } }),
      fresh,
    ],
    [
      'infection: older is stale',
      { op: 'infection', agent: 'HIV', result: 'positive', withinDays },
      row('infection', 'HIV', 'positive'),
      fresh,
    ],
    [
      'diseaseStatus: older is no, where somebody has looked since',
      { op: 'diseaseStatus', in: ['progressive'], withinDays },
      lookedAtBeside('progressive'),
      looked,
    ],
    [
      'diseaseStatus: older is not known, where nobody has',
      { op: 'diseaseStatus', in: ['progressive'], withinDays },
      row('disease-status', 'disease-status', 'progressive'),
      fresh,
    ],
    [
      'progression: older is no, where somebody has looked since',
      { op: 'progression', withinDays },
      lookedAtBeside('refractory'),
      looked,
    ],
    [
      'progression: older is not known, where nobody has',
      { op: 'progression', withinDays },
      row('progression', 'progression', true),
      fresh,
    ],
    [
      'otherMalignancy: older is no',
      { op: 'otherMalignancy', withinDays },
      row('other-malignancy', 'C61', 'history'),
      asked,
    ],
    [
      'surgery: older is no',
      { op: 'surgery', procedure: 'major', withinDays },
      given({ kind: 'surgery', procedure: 'major' }),
      ['met', 'met', 'notMet', 'met'],
    ],
    [
      'therapy: older is no, and what ends later goes on',
      { op: 'therapy', any: ['platinum'], withinDays },
      given({ classes: ['platinum'] }),
      ['met', 'met', 'notMet', 'met'],
    ],
    [
      'condition that is over: older is no',
      { op: 'condition', concept: 'autoimmune-disease', withinDays },
      row('condition', 'autoimmune-disease', 'history'),
      asked,
    ],
    [
      'event said to be history: in the window its day is not known',
      { op: 'condition', concept: 'stroke', withinDays },
      row('condition', 'stroke', 'history'),
      ['unknown', 'unknown', 'notMet', 'notMet'],
    ],
    [
      'medication that was stopped: older is no',
      { op: 'medication', concept: 'lmwh', withinDays },
      row('medication', 'lmwh', 'stopped'),
      asked,
    ],
    [
      'toxicity that has not ended: older is open',
      { op: 'toxicity', term: 'fatigue', gradeMin: 2, withinDays },
      row('toxicity', 'fatigue', 2),
      fresh,
    ],
  ])('%s', (_name, leaf, record, expected) => {
    expect(three(leaf, days, record)).toEqual(expected)
  })
})

describe('a window of half-lives', () => {
  const given = (ago: number) => ({
    treatments: [treatmentOf('imatinib', { classes: ['TKI'], endedOn: day(ago), halfLifeDays: 2.5 })],
    assertions: allConfirmed(asOf),
  })
  const tki = { op: 'therapy', any: ['TKI'], orHalfLives: 5 } as const

  it('of 12.5 days counts the thirteenth day, and is clear from the day after', () => {
    expect(three(tki, [12, 13, 14], given)).toEqual(['met', 'met', 'notMet'])
    expect(evaluateLeaf(tki, deriveFacts(recordWith(given(13))), asOf).changesOn).toBe(addDays(asOf, 1))
  })

  it('or days, whichever is longer or shorter', () => {
    const longer: Leaf = { ...tki, withinDays: 20, whichever: 'longer' }
    const shorter: Leaf = { ...tki, withinDays: 20, whichever: 'shorter' }
    expect(three(longer, [19, 20, 21], given)).toEqual(['met', 'met', 'notMet'])
    expect(three(shorter, [12, 13, 14], given)).toEqual(['met', 'met', 'notMet'])
  })
})

describe('an interval', () => {
  it.each([
    [{ startedOn: '2026-03-14', endedOn: null }, 'the last day is not recorded, only the first, 14-Mar-2026'],
    [{ startedOn: null, endedOn: null }, 'the date is not recorded'],
    [{ startedOn: '2026-03-14', endedOn: null, isOngoing: true }, 'the treatment goes on'],
  ])('that cannot be counted says which day of %j is missing', (days, words) => {
    const course = treatmentOf('pelvis', { kind: 'radiotherapy', classes: ['radiotherapy'], ...days })
    const leaf = { op: 'interval', from: 'therapy.last(radiotherapy).end', to: 'anchor', minDays: 28 } as const
    const found = evaluateLeaf(leaf, deriveFacts(recordWith({ treatments: [course] })), asOf)
    expect(found.verdict).toBe('unknown')
    expect(found.sentence).toContain(`cannot be counted: ${words} (`)
  })

  const resected = (ago: number) => ({
    treatments: [treatmentOf('resection', { kind: 'surgery', procedure: 'primary-resection', endedOn: day(ago) })],
  })
  const since = { op: 'interval', from: 'surgery.primary-resection', to: 'anchor' } as const
  const changes = (leaf: Leaf, ago: number) =>
    evaluateLeaf(leaf, deriveFacts(recordWith(resected(ago))), asOf).changesOn

  it('of at least 28 days begins on the twenty-eighth', () => {
    expect(three({ ...since, minDays: 28 }, [27, 28, 29], resected)).toEqual(['notMet', 'met', 'met'])
    expect(changes({ ...since, minDays: 28 }, 27)).toBe(addDays(asOf, 1))
  })

  it('of at most 98 days ends after the ninety-eighth', () => {
    expect(three({ ...since, maxDays: 98 }, [97, 98, 99], resected)).toEqual(['met', 'met', 'notMet'])
    expect(changes({ ...since, maxDays: 98 }, 98)).toBe(addDays(asOf, 1))
    expect(changes({ ...since, maxDays: 98 }, 99)).toBeNull()
  })

  it('to an operation that lies ahead begins on its day, and does not end then', () => {
    expect(three({ ...since, maxDays: 98 }, [-1, 0, 1], resected)).toEqual(['notMet', 'met', 'met'])
    expect(changes({ ...since, maxDays: 98 }, -3)).toBe(addDays(asOf, 3))
  })

  it('of a stable metastasis counts from the first day noted as stable', () => {
    const leaf: Leaf = { op: 'metastasis', site: 'cns', status: 'stable', forAtLeastDays: 14 }
    const stableSince = (ago: number) => ({
      observations: [finding('metastasis', 'cns', 'stable', asOf, { detail: { stableSinceOn: day(ago) } })],
    })
    expect(three(leaf, [13, 14, 15], stableSince)).toEqual(['notMet', 'met', 'met'])
  })

  it('of progression after first-line treatment counts from its end', () => {
    const leaf: Leaf = { op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 }
    const progressed = (daysAfter: number) => ({
      treatments: [treatmentOf('VDC', { line: 1, startedOn: day(400), endedOn: day(200) })],
      observations: [finding('progression', 'progression', true, day(200 - daysAfter))],
    })
    expect(three(leaf, [83, 84, 85], progressed)).toEqual(['met', 'met', 'notMet'])
  })
})

describe('a confirmation that a category is complete', () => {
  it.each([
    ['treatment-history-complete', { op: 'therapy', any: ['platinum'] }, 28],
    ['medicines-reviewed', { op: 'medication', concept: 'lmwh', status: 'active' }, 28],
    ['comorbidities-reviewed', { op: 'condition', concept: 'stroke', status: 'history' }, 90],
    ['infection-status-reviewed', { op: 'infection', agent: 'HIV', result: 'positive' }, 180],
  ] as const)('%s is good to its last day', (category, leaf, windowDays) => {
    const held = (ago: number) => ({ assertions: [confirmed(category, day(ago))] })
    expect(three(leaf, [windowDays - 1, windowDays, windowDays + 1], held)).toEqual(['notMet', 'notMet', 'unknown'])
  })
})
