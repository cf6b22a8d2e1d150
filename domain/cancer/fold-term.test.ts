import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldTerm } from './fold-term.ts'

describe('one spelling', () => {
  test.each([
    ['Haemangiopericytomas', 'hemangiopericytoma'],
    ['Acute myeloid leukaemia', 'Acute Myeloid Leukemia'],
    ['Phaeochromocytoma', 'pheochromocytoma'],
    ['Soft-tissue tumours', 'soft tissue tumor'],
    ['Waldenström', 'waldenstrom'],
    ['Sézary syndrome', 'Sezary Syndrome'],
    ['Hodgkin&#39;s lymphoma', 'Hodgkin’s Lymphoma'],
    ["Ewing's sarcoma", 'Ewing Sarcoma'],
    ['Vulvar cancer', 'Vulval cancer'],
    ['Oesophageal', 'esophageal'],
    ['Brain metastases', 'brain metastasis'],
  ])('"%s" and "%s"', (a, b) => {
    expect(foldTerm(a)).toBe(foldTerm(b))
  })

  test('words that end in s without being plural are kept', () => {
    expect(foldTerm('Pseudomyxoma peritonei of the anus, pancreas, uterus')).toBe(
      'pseudomyxoma peritonei of the anus pancreas uterus',
    )
  })

  test('any text folds to words with single spaces', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^ | $| {2}/.test(foldTerm(text))))
  })
})
