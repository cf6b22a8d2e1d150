import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionAbbreviations } from './condition-abbreviations.ts'
import { conditionPhrases } from './condition-phrases.ts'
import { mapConditionText } from './map-condition-text.ts'
import { cancerTypeById, taxonomy } from './taxonomy.ts'

const mapped = (...cancerTypeIds: string[]) => ({ kind: 'mapped', cancerTypeIds })
const basket = { kind: 'basket' }
const unmapped = { kind: 'unmapped' }

describe('a rare cancer is recognised', () => {
  test.each([
    ['Metastatic Uveal Melanoma', 'sk-uveal'],
    ['Melanoma, Uveal', 'sk-uveal'],
    ['Soft Tissue Sarcoma, Adult', 'sa-sts'],
    ['GIST', 'sa-gist'],
    ['Gastrointestinal Stromal Tumours', 'sa-gist'],
    ['Sarcoma, Synovial', 'sa-synovial'],
    ['Leukemia, Myeloid, Acute', 'ha-aml'],
    ['Cancer of the Penis', 'gu-penile'],
    ['Penile Squamous Cell Carcinoma', 'gu-penile'],
    ['Clinical Stage IV Merkel Cell Carcinoma AJCC v8', 'ne-merkel'],
    ['Small Intestine Cancer', 'gi-sba'],
    ['Squamous Cell Carcinoma of the Anus', 'gi-anal'],
    ['Squamous Cell Carcinoma of Nasopharynx', 'hn-npc'],
    ['Olfactory neuroblastoma', 'hn-onb'],
    ['Sinonasal melanoma', 'sk-mucosalmel'],
    ['Anaplastic thyroid cancer', 'en-atc'],
    ['Pheochromocytoma/Paraganglioma', 'en-ppgl'],
    ['Waldenström macroglobulinaemia', 'ha-wm'],
    ['Hodgkin&#39;s Lymphoma', 'ha-hl'],
    ['Paediatric ALL', 'ha-all'],
    ['Ewing’s sarcoma', 'sa-ewing'],
    ['Fibrolamellar Hepatocellular Carcinoma', 'gi-flc'],
    ['Primary Central Nervous System Lymphoma', 'ha-pcnsl'],
    ['Langerhans cell histiocytosis', 'ha-histio'],
    ['Uterine leiomyosarcoma', 'fg-ulms'],
    ['Atypical Teratoid/Rhabdoid Tumour', 'cns-atrt'],
    ['Ovarian granulosa cell tumour', 'fg-ovnonep'],
  ])('%s', (text, id) => {
    expect(mapConditionText(text)).toEqual(mapped(id))
  })

  test('a word for several cancers gives them all, in the order of the taxonomy', () => {
    expect(mapConditionText('Leiomyosarcoma')).toEqual(mapped('fg-ulms', 'sa-lms'))
    expect(mapConditionText('Biliary Tract Cancer')).toEqual(mapped('gi-gallbladder', 'gi-ecca', 'gi-icca'))
    expect(mapConditionText('Osteosarcoma and Ewing Sarcoma')).toEqual(mapped('sa-osteo', 'sa-ewing'))
  })

  test('a family is named where the text says no more, and not beside its own members', () => {
    expect(mapConditionText('Sarcoma')).toEqual(mapped('sarcoma'))
    expect(mapConditionText('Neuroendocrine Tumors')).toEqual(mapped('neuroendocrine'))
    expect(mapConditionText('Sarcoma, chondrosarcoma')).toEqual(mapped('sa-chondro'))
  })
})

describe('a common cancer is not read as its rare relative', () => {
  test.each([
    'Melanoma',
    'Cutaneous Melanoma, Stage III',
    'Non-uveal melanoma',
    'Melanoma (excluding uveal melanoma)',
    'Acral melanoma',
    'Thyroid Cancer',
    'Differentiated thyroid cancer',
    'Leukemia',
    'Leukaemia',
    'Lymphoma',
    'Non-Hodgkin Lymphoma',
    'Lymphoma, Non-Hodgkin',
    'Head and Neck Squamous Cell Carcinoma',
    'Small Cell Lung Cancer',
    'Hepatocellular Carcinoma',
    'Renal Cell Carcinoma',
    'Renal cancer',
    'Urothelial Carcinoma',
    'Brain Metastases, Adult',
    'Uterine carcinosarcoma',
    'Meningioma',
    'Solid pseudopapillary neoplasm of the pancreas',
    'Adenoid cystic carcinoma of the breast',
  ])('%s', (text) => {
    expect(mapConditionText(text)).toEqual(unmapped)
  })
})

describe('what is no cancer at all', () => {
  test.each([
    'Rhabdoid Tumour Predisposition Syndrome',
    'Hereditary Paraganglioma-Pheochromocytoma Syndrome',
    'DICER1 Syndrome',
    'FGFR2 fusion',
    'Quality of life',
    'Healthy volunteers',
    'Nut allergy',
    'Tracheal stenosis',
    '',
  ])('"%s"', (text) => {
    expect(mapConditionText(text)).toEqual(unmapped)
  })

  test('cancers that are called syndromes are cancers', () => {
    expect(mapConditionText('Myelodysplastic Syndromes')).toEqual(mapped('ha-mds'))
    expect(mapConditionText('Sézary syndrome')).toEqual(mapped('ha-ctcl'))
  })
})

describe('a basket takes many cancers', () => {
  test.each([
    'Advanced Solid Tumors',
    'Solid Tumour, Adult',
    'Neoplasms',
    'Rare cancer',
    'Cancer',
    'Metastatic malignant solid neoplasm',
    'NRAS-mutant solid tumours',
    'Lung cancer, melanoma and other solid tumors',
    'Advanced malignancies',
  ])('%s', (text) => {
    expect(mapConditionText(text)).toEqual(basket)
  })

  test('with a cancer type named it is that type', () => {
    expect(mapConditionText('Sarcoma and other solid tumours')).toEqual(mapped('sarcoma'))
  })
})

describe('abbreviations', () => {
  test('capitals alone are read, and not in a shouted text', () => {
    expect(mapConditionText('Childhood ALL')).toEqual(mapped('ha-all'))
    expect(mapConditionText('all comers')).toEqual(unmapped)
    expect(mapConditionText('PATIENTS OF ALL AGES')).toEqual(unmapped)
    expect(mapConditionText('the gist of it')).toEqual(unmapped)
  })

  test('one with several meanings is left to the other words', () => {
    expect(mapConditionText('ACC')).toEqual(unmapped)
    expect(mapConditionText('Adrenocortical Carcinoma (ACC)')).toEqual(mapped('en-acc'))
  })
})

describe('the tables', () => {
  test('name cancer types that exist', () => {
    const named = [
      ...conditionPhrases.flatMap(({ cancerTypeIds }) => cancerTypeIds),
      ...[...conditionAbbreviations.values()].flat(),
    ]
    expect(named.filter((id) => cancerTypeById(id) === undefined)).toEqual([])
  })

  test('reach every group and entity', () => {
    const reached = new Set(conditionPhrases.flatMap(({ cancerTypeIds }) => cancerTypeIds))
    expect(taxonomy.filter(({ id, level }) => level !== 'family' && !reached.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('any text is answered, and ids come once and in the order of the taxonomy', () => {
    const word = fc.constantFrom(
      'sarcoma',
      'non',
      'uveal',
      'melanoma',
      ',',
      'tumour',
      'solid',
      'GIST',
      '(',
      'of the',
      'anal',
      'cancer',
      'excluding',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const result = mapConditionText(text)
          if (result.kind !== 'mapped') return
          expect(result.cancerTypeIds.length).toBeGreaterThan(0)
          expect(result.cancerTypeIds).toEqual(
            taxonomy.map(({ id }) => id).filter((id) => result.cancerTypeIds.includes(id)),
          )
        },
      ),
    )
  })
})
