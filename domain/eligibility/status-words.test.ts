import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { finding, recordWith, treatmentOf } from './sample-record.ts'
import { judgeStatuses, statusesDenyingAll, statusVocabulary } from './status-words.ts'

const asOf = '2026-08-04'
const first = treatmentOf('vincristine', { line: 1, startedOn: '2026-05-01', endedOn: '2026-06-01' })

type Asked = { readonly after?: 'firstLine'; readonly withinDays?: number }

function ask(asked: readonly string[], rows: readonly (readonly [word: string, on: string])[], parts: Asked = {}) {
  const observations = rows.map(([word, on]) => finding('disease-status', 'disease-status', word, on))
  const facts = deriveFacts(recordWith({ observations, treatments: [first] }))
  return evaluateCriterion({ kind: 'inclusion', expr: { op: 'diseaseStatus', in: asked, ...parts } }, facts, { asOf })
}

describe('one word for the status of disease', () => {
  // What each says of the others, in the order of the vocabulary: itself (x), denied (-), open (?).
  it.each([
    ['newly-diagnosed', 'x???--?'],
    ['responding', '?x--?-?'],
    ['stable', '?-x-??-'],
    ['progressive', '?--x??-'],
    ['recurrent', '-???x?-'],
    ['refractory', '--???x-'],
    ['no-evidence-of-disease', '??----x'],
  ])('%s says of the others %s', (held, expected) => {
    const marks = { met: 'x', notMet: '-', unknown: '?', contradictory: '!' }
    expect(statusVocabulary.map((word) => marks[judgeStatuses([held], [word])]).join('')).toBe(expected)
  })

  it('says of several what it says of all', () => {
    expect(statusesDenyingAll(['recurrent', 'refractory'])).toEqual(['newly-diagnosed', 'no-evidence-of-disease'])
    expect(statusesDenyingAll(['newly-diagnosed', 'stable'])).toEqual([])
    expect(statusesDenyingAll(['a word of another system', 'stable'])).toEqual([])
  })

  it.each<[string, readonly string[], string]>([
    ['recurrent', ['progressive', 'refractory'], 'unknown'],
    ['Recurrent ', ['Recurrent'], 'met'],
    ['stable', ['progressive', 'refractory'], 'unknown'],
    ['responding', ['progressive', 'refractory'], 'notMet'],
    ['a word of another system', ['progressive'], 'unknown'],
  ])('%s, where %j is asked: %s', (word, asked, verdict) => {
    expect(ask(asked, [[word, '2026-08-01']])).toMatchObject({ verdict })
  })

  it('that is silent asks for the status again, and says what it does not say', () => {
    expect(ask(['progressive'], [['recurrent', '2026-08-01']])).toMatchObject({
      reason: 'missing',
      item: { key: 'disease-status' },
      evidence: { value: 'recurrent' },
      sentence: expect.stringMatching(/recurrent .* which does not say whether it is as asked: progressive$/u),
    })
  })
})

describe('statuses of one day', () => {
  it.each<[readonly string[], readonly string[], string, string | null]>([
    [['recurrent', 'progressive'], ['progressive'], 'met', null],
    [['recurrent', 'stable'], ['progressive'], 'notMet', null],
    [['recurrent', 'refractory'], ['progressive'], 'unknown', 'missing'],
    [['stable', 'progressive'], ['progressive'], 'unknown', 'contradictory'],
    [['stable', 'progressive'], ['progressive', 'recurrent'], 'met', null],
  ])('%j, where %j is asked: %s (%s)', (words, asked, verdict, reason) => {
    const rows = words.map((word) => [word, '2026-08-01'] as const)
    expect(ask(asked, rows)).toMatchObject({ verdict, reason })
  })
})

describe('a status that is silent, where any of a window is asked', () => {
  it.each([
    ['2026-07-07', 'notMet', 27],
    ['2026-07-07', 'unknown', 28],
    ['2026-07-07', 'unknown', 29],
  ])('recurrent on %s leaves open what is asked: %s within %i days', (on, verdict, withinDays) => {
    const rows = [['recurrent', on] as const, ['stable', '2026-08-01'] as const]
    expect(ask(['progressive'], rows, { withinDays })).toMatchObject({ verdict })
  })

  it.each([
    ['2026-04-30', 'notMet'],
    ['2026-05-01', 'notMet'],
    ['2026-05-02', 'unknown'],
  ])('recurrent on %s leaves open progression since the first line began on 1 May: %s', (on, verdict) => {
    const rows = [['recurrent', on] as const, ['stable', '2026-08-01'] as const]
    expect(ask(['progressive'], rows, { after: 'firstLine' })).toMatchObject({ verdict })
    const before = [...rows, ['progressive', '2026-04-01'] as const]
    expect(ask(['progressive'], before, { after: 'firstLine' })).toMatchObject({ verdict })
  })
})
