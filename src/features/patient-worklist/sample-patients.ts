import type { components } from '#api/schema.ts'

type Schemas = components['schemas']
type PatientRow = Schemas['PatientRow']

export const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const noTrials = { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, toRead: 0, notMatched: 0 }

export const jane: PatientRow = {
  patientId: id('01'),
  name: { familyName: 'Smith', givenName: 'Jane', title: 'Ms' },
  bornOn: '1962-03-05',
  sex: 'female',
  nhsNumber: '9990000018',
  hospitalNumber: 'N123',
  consultant: 'Dr Alex Moor',
  marks: [],
  cancerType: { cancerTypeId: 'bone-chordoma', name: 'Chordoma' },
  matchGrade: 'possible',
  diagnosedOn: '2025-11',
  stage: { text: 'TNM8 IIB', on: '2025-12-01', isStale: false },
  performanceStatus: { text: 'ECOG 1', on: '2026-02-03', isStale: true },
  candidates: { ...noTrials, noFailuresFound: 1, needsData: 3, notMatched: 9 },
  isSetByClinician: false,
  trialsLeftOut: 0,
  missing: ['biomarkers', 'kidneyFunction'],
  referrals: [{ referralId: id('11'), trialId: id('21'), trialTitle: 'Chordoma trial', status: 'sent' }],
  namedAs: [],
  updatedAt: '2026-06-30T23:30:00Z',
}
export const unknownPatient: PatientRow = {
  ...jane,
  patientId: id('02'),
  name: { familyName: 'SMÍTH', givenName: 'John', title: null },
  bornOn: null,
  nhsNumber: null,
  consultant: null,
  cancerType: null,
  matchGrade: 'unknown',
  diagnosedOn: null,
  stage: null,
  performanceStatus: null,
  candidates: noTrials,
  missing: [],
  referrals: [],
}
export const other: PatientRow = {
  ...unknownPatient,
  patientId: id('03'),
  name: { familyName: 'Smithson', givenName: 'Ann', title: null },
  candidates: null,
}

export const chordoma: Schemas['CancerType'] = {
  cancerTypeId: 'bone-chordoma',
  level: 'entity',
  parentId: null,
  name: 'Chordoma',
  synonyms: [],
  icd10: ['C41'],
  morphology: ['9370'],
  isIrci: false,
}
export const counts: Schemas['PatientCounts'] = {
  cancerTypes: [{ cancerTypeId: 'bone-chordoma', confirmed: 12, possible: 3 }],
  notRare: 40,
  notRecorded: 2,
  referralStatus: [
    { value: 'none', count: 200 },
    { value: 'sent', count: 4 },
  ],
  missing: [{ value: 'stage', count: 31 }],
  total: { count: 240, isCapped: false },
}
