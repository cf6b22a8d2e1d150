import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { judgeExtent, possibleExtents, wordsOfExtent } from './extent-words.ts'
import { finding, recordWith } from './sample-record.ts'

const asOf = '2026-08-04'
const vocabulary = [...new Set(possibleExtents.flatMap(wordsOfExtent))]

function ask(asked: readonly string[], recorded: string, metastasis: string | null = null) {
  const extent = finding('disease-extent', 'disease-extent', recorded, '2026-08-01')
  const spread = metastasis === null ? [] : [finding('metastasis', 'liver', metastasis, '2026-07-01')]
  const facts = deriveFacts(recordWith({ observations: [extent, ...spread] }))
  return evaluateCriterion({ kind: 'inclusion', expr: { op: 'diseaseExtent', in: asked } }, facts, { asOf })
}

describe('one word for the extent of disease', () => {
  it('says itself, whatever else is asked', () => {
    for (const word of vocabulary) expect(judgeExtent([word], [word, 'localised'])).toBe('met')
  })

  it.each<[string, readonly string[], string]>([
    ['recurrent', ['unresectable', 'metastatic'], 'unknown'],
    ['unresectable', ['locally-advanced', 'metastatic'], 'unknown'],
    ['locally-advanced', ['unresectable', 'metastatic'], 'unknown'],
    ['locally-advanced', ['metastatic'], 'notMet'],
    ['locally-recurrent-inoperable', ['unresectable', 'metastatic'], 'met'],
    ['locally-recurrent-inoperable', ['recurrent'], 'met'],
    ['locally-recurrent-inoperable', ['metastatic'], 'notMet'],
    ['metastatic', ['locally-recurrent-inoperable', 'unresectable'], 'unknown'],
    ['metastatic', ['localised', 'locally-advanced'], 'notMet'],
    ['localised', ['unresectable', 'metastatic'], 'notMet'],
    ['localised', ['recurrent'], 'unknown'],
    ['no-evidence-of-disease', vocabulary.filter((word) => word !== 'no-evidence-of-disease'), 'notMet'],
    ['a word of another system', ['metastatic'], 'unknown'],
  ])('%s, where %j is asked: %s', (recorded, asked, verdict) => {
    expect(ask(asked, recorded)).toMatchObject({ verdict })
  })

  it('that is silent on it asks for the extent again, and says what it does not say', () => {
    expect(ask(['metastatic'], 'recurrent')).toMatchObject({
      reason: 'missing',
      item: { key: 'disease-extent' },
      sentence: expect.stringMatching(/recurrent .* which does not say whether it is as asked: metastatic/u),
    })
  })
})

describe('a metastasis beside it', () => {
  it.each([
    ['recurrent', 'present', 'met'],
    ['unresectable', 'progressing', 'met'],
    ['recurrent', 'absent', 'unknown'],
    ['recurrent', 'treated', 'unknown'],
    ['localised', 'present', 'unknown'],
  ])('%s with one that is %s, where metastatic is asked: %s', (recorded, state, verdict) => {
    expect(ask(['metastatic'], recorded, state)).toMatchObject({ verdict })
  })

  it('also rules out that disease is only where it began', () => {
    expect(ask(['localised', 'locally-advanced'], 'recurrent')).toMatchObject({ verdict: 'unknown' })
    expect(ask(['localised', 'locally-advanced'], 'recurrent', 'present')).toMatchObject({ verdict: 'notMet' })
  })
})
