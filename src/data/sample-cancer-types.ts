import type { components } from '#api/schema.ts'

/** An answer of the API for the tests of the features: a list of cancer types with one family in it. */
export const sampleCancerTypes: components['schemas']['CancerTypeList'] = {
  items: [
    {
      cancerTypeId: 'sarcoma',
      level: 'family',
      parentId: null,
      name: 'Sarcoma',
      synonyms: [],
      icd10: [],
      morphology: [],
      isIrci: false,
    },
  ],
}
