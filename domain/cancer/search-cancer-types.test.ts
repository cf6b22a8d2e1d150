import { describe, expect, test } from 'vitest'
import { searchCancerTypes } from './search-cancer-types.ts'
import { taxonomy } from './taxonomy.ts'

const idsFor = (query: string) => searchCancerTypes(query).map(({ cancerTypeId }) => cancerTypeId)

describe('by name and synonym', () => {
  test('a name is found whole, by its beginning, by a later word and in American spelling', () => {
    expect(idsFor('Uveal melanoma')[0]).toBe('sk-uveal')
    expect(idsFor('uve')).toEqual(['sk-uveal'])
    expect(idsFor('melanoma')).toEqual(expect.arrayContaining(['sk-uveal', 'sk-conjmel', 'sk-mucosalmel']))
    expect(idsFor('pheochromocytoma')[0]).toBe('en-ppgl')
    expect(idsFor('wilms tumor')[0]).toBe('pd-wilms')
  })

  test('words in another order are found, after the others', () => {
    expect(idsFor('melanoma uveal')).toEqual(['sk-uveal'])
  })

  test('the whole name comes before a name that only begins so', () => {
    expect(idsFor('sarcoma')[0]).toBe('sarcoma')
    expect(idsFor('liposarcoma')[0]).toBe('sa-lipo')
  })

  test('says what was found', () => {
    expect(searchCancerTypes('womb sarcoma')[0]).toEqual({
      cancerTypeId: 'fg-sarcoma',
      matchedOn: 'synonym',
      matchedText: 'womb sarcoma',
    })
  })

  test('each cancer type is listed once', () => {
    for (const query of ['carcinoma', 'c', 'C49', 'pNET'])
      expect(new Set(idsFor(query)).size).toBe(idsFor(query).length)
  })
})

describe('abbreviations with several meanings list them all first', () => {
  test.each([
    ['ACC', ['hn-adcc', 'hn-acinic', 'en-acc', 'gi-pancacinar']],
    ['pNET', ['ne-gepnet', 'ne-pnet', 'cns-medullo']],
    ['biliary tract cancer', ['gi-gallbladder', 'gi-ecca', 'gi-icca']],
    ['MCC', ['ne-merkel']],
    ['MTC', ['en-mtc']],
    ['PCL', ['ha-pcl']],
  ])('%s', (query, ids) => {
    expect(idsFor(query).slice(0, ids.length).toSorted()).toEqual(ids.toSorted())
  })
})

describe('by code', () => {
  test('ICD-10 with and without the dot, the single code before the range that holds it', () => {
    expect(idsFor('C22.0')[0]).toBe('gi-flc')
    expect(idsFor('c220')).toEqual(idsFor('C22.0'))
    expect(idsFor('C73')).toEqual(['en-atc', 'en-mtc', 'en-pdtc'])
    expect(idsFor('C22')).toEqual(expect.arrayContaining(['gi-flc', 'gi-icca', 'pd-hepatoblastoma']))
  })

  test('morphology with and without behaviour', () => {
    expect(searchCancerTypes('8171/3')).toEqual([
      { cancerTypeId: 'gi-flc', matchedOn: 'morphology', matchedText: '8171' },
    ])
    expect(idsFor('81713')).toEqual(['gi-flc'])
    expect(idsFor('8936')).toEqual(['sa-gist'])
  })
})

describe('what finds nothing', () => {
  test.each(['', '   ', '?', 'breast cancer', 'Z99.9', '9999/3'])('"%s"', (query) => {
    expect(searchCancerTypes(query)).toEqual([])
  })
})

test('every cancer type is the first or among equals for its own name, and is found by each synonym', () => {
  for (const type of taxonomy) {
    expect(idsFor(type.name)[0], type.name).toBe(type.id)
    for (const synonym of type.synonyms) expect(idsFor(synonym), synonym).toContain(type.id)
  }
})
