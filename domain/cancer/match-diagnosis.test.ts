import { describe, expect, test } from 'vitest'
import { classifyDiagnosis, gradeDiagnosis, resolveDiagnosis } from './match-diagnosis.ts'
import type { DiagnosisCodes } from './read-diagnosis.ts'
import { taxonomy } from './taxonomy.ts'

const uncoded: DiagnosisCodes = { icd10: null, topography: null, morphology: null, morphologySystem: null }
const diagnosis = (codes: Partial<DiagnosisCodes>): DiagnosisCodes => ({
  ...uncoded,
  morphologySystem: 'icd-o-3',
  ...codes,
})

describe('topography and morphology resolve to the intended cancer type', () => {
  test.each([
    ['C22.0', '8171', 'gi-flc'],
    ['C73.9', '8021', 'en-atc'],
    ['C69.3', '8720', 'sk-uveal'],
    ['C44.3', '8247', 'ne-merkel'],
    ['C17.1', '8140', 'gi-sba'],
    ['C17.1', '8936', 'sa-gist'],
    ['C54.1', '8890', 'fg-ulms'],
    ['C49.2', '8858', 'sa-lipo'],
    ['C60.9', '8070', 'gu-penile'],
    ['C21.1', '8070', 'gi-anal'],
    ['C07.9', '8500', 'hn-sdc'],
    ['C37.9', '8585', 'th-thymoma'],
    ['C37.9', '8586', 'th-tc'],
    ['C71.2', '9391', 'cns-epend'],
    ['C34.1', '8240', 'ne-lungcarc'],
    ['C25.2', '8550', 'gi-pancacinar'],
    ['C07.9', '8550', 'hn-acinic'],
    ['C21.1', '8720', 'sk-mucosalmel'],
    ['C51.9', '8070', 'fg-vulva'],
    ['C18.1', '8480', 'gi-appendix'],
    ['C22.1', '8160', 'gi-icca'],
    ['C24.0', '8162', 'gi-ecca'],
    ['C23.9', '8140', 'gi-gallbladder'],
    ['C41.2', '9370', 'sa-chordoma'],
    ['C40.2', '9180', 'sa-osteo'],
    ['C41.4', '9260', 'sa-ewing'],
    ['C74.0', '8370', 'en-acc'],
    ['C74.1', '8700', 'en-ppgl'],
    ['C71.0', '9680', 'ha-pcnsl'],
    ['C62.1', '9061', 'gu-testis'],
    ['C56.9', '9060', 'fg-ovnonep'],
    ['C56.9', '8310', 'fg-occc'],
    ['C38.1', '9064', 'gu-exgct'],
    ['C22.0', '8170', null],
    ['C50.9', '8500', null],
    ['C34.1', '8140', null],
    ['C64.9', '8960', 'pd-wilms'],
    ['C53.9', '8070', null],
    ['C25.0', '8140', null],
    ['C55.9', '8930', 'fg-hgess'],
    ['C17.2', '8240', 'ne-sbnet'],
  ])('%s %s: %s', (topography, morphology, expected) => {
    expect(resolveDiagnosis(diagnosis({ topography, morphology }))?.cancerTypeId ?? null).toBe(expected)
    expect(resolveDiagnosis(diagnosis({ topography, morphology: `${morphology}/3` }))?.cancerTypeId ?? null).toBe(
      expected,
    )
  })
})

describe('fibrolamellar carcinoma shares its ICD-10 code with hepatocellular carcinoma', () => {
  const gradeOf = (codes: Partial<DiagnosisCodes>) => gradeDiagnosis(diagnosis(codes), 'gi-flc')

  test('the ICD-10 code alone leaves it possible', () => {
    expect(gradeOf({ icd10: 'C22.0' })).toBe('possible')
    expect(gradeOf({ icd10: 'C220' })).toBe('possible')
    expect(resolveDiagnosis(diagnosis({ icd10: 'C22.0' }))).toMatchObject({ cancerTypeId: 'gi-flc', grade: 'possible' })
  })

  test('the fibrolamellar morphology proves it, the hepatocellular one and its neighbours exclude it', () => {
    expect(['8170/3', '8171/3', '8172/3'].map((morphology) => gradeOf({ icd10: 'C22.0', morphology }))).toEqual([
      'none',
      'exact',
      'none',
    ])
  })

  test.each(['8000/3', '8010/3', '8140/3'])('%s says only the tissue: possible', (morphology) => {
    expect(gradeOf({ icd10: 'C22.0', morphology })).toBe('possible')
  })

  test('a morphology in SNOMED CT cannot be read, so it stays possible', () => {
    for (const morphology of ['25370001', '81703', '8170/3']) {
      expect(gradeOf({ icd10: 'C22.0', morphology, morphologySystem: 'snomed-ct' })).toBe('possible')
    }
  })

  test('a morphology that cannot be read does not exclude it', () => {
    expect(gradeOf({ icd10: 'C22.0', morphology: 'see report' })).toBe('possible')
  })

  test('liver without a part named is possible, another part is not', () => {
    expect([gradeOf({ icd10: 'C22' }), gradeOf({ icd10: 'C22.9' }), gradeOf({ icd10: 'C22.1' })]).toEqual([
      'possible',
      'possible',
      'none',
    ])
    expect(gradeOf({ topography: 'C22.9', morphology: '8171/3' })).toBe('possible')
  })

  test('the cell type alone, without any site, is possible', () => {
    expect(gradeOf({ morphology: '8171/3' })).toBe('possible')
  })
})

describe('nothing recorded is not the same as excluded', () => {
  test.each([
    ['no code at all', {}],
    ['codes that cannot be read', { icd10: '?', topography: 'liver', morphology: 'x' }],
    ['a SNOMED CT morphology alone', { morphology: '25370001', morphologySystem: 'snomed-ct' }],
    ['the code of a metastasis alone', { icd10: 'C78.7' }],
  ] as const)('%s: unknown for every cancer type', (_, codes) => {
    expect(classifyDiagnosis(diagnosis(codes))).toEqual({ kind: 'unknown', exact: [], group: [], possible: [] })
    expect(new Set(taxonomy.map(({ id }) => gradeDiagnosis(diagnosis(codes), id)))).toEqual(new Set(['unknown']))
    expect(resolveDiagnosis(diagnosis(codes))).toBeNull()
  })

  test('an id that the taxonomy does not have is unknown', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'C22.0' }), 'gi-nothing')).toBe('unknown')
  })

  test('a common cancer is excluded everywhere, and known to be', () => {
    expect(classifyDiagnosis(diagnosis({ icd10: 'C50.9', topography: 'C50.9', morphology: '8500/3' }))).toEqual({
      kind: 'graded',
      exact: [],
      group: [],
      possible: [],
    })
  })
})

describe('entity, group and family', () => {
  test('an entity that is proven proves its group and family, and excludes its neighbours', () => {
    const { exact, group, possible } = classifyDiagnosis(diagnosis({ topography: 'C37.9', morphology: '8585/3' }))
    expect({ exact, group, possible }).toEqual({ exact: ['thoracic', 'th-tet', 'th-thymoma'], group: [], possible: [] })
  })

  test('adenocarcinoma of the parotid proves the group and leaves its entities open', () => {
    const { exact, group } = classifyDiagnosis(diagnosis({ icd10: 'C07', topography: 'C07.9', morphology: '8140/3' }))
    expect(exact).toEqual(['head-neck', 'hn-salivary'])
    expect(group).toEqual(['hn-adcc', 'hn-sdc', 'hn-mec', 'hn-acinic', 'hn-secretory'])
  })

  test('sarcoma of the thigh leaves liposarcoma open, liposarcoma excludes leiomyosarcoma', () => {
    const thigh = { icd10: 'C49.2', topography: 'C49.2' }
    expect(gradeDiagnosis(diagnosis({ ...thigh, morphology: '8800/3' }), 'sa-lipo')).toBe('group')
    expect(gradeDiagnosis(diagnosis({ ...thigh, morphology: '8858/3' }), 'sa-lipo')).toBe('exact')
    expect(gradeDiagnosis(diagnosis({ ...thigh, morphology: '8858/3' }), 'sa-lms')).toBe('none')
  })

  test('leiomyosarcoma of the uterus is the gynaecological entity first, soft tissue sarcoma as an alternate', () => {
    expect(resolveDiagnosis(diagnosis({ topography: 'C54.1', morphology: '8890/3' }))).toEqual({
      cancerTypeId: 'fg-ulms',
      grade: 'exact',
      alternates: ['sa-sts'],
    })
  })

  test('sarcoma of the stomach leaves open what arises there, not a sarcoma of the skin', () => {
    const stomach = diagnosis({ icd10: 'C16.2', topography: 'C16.2', morphology: '8800/3' })
    expect([gradeDiagnosis(stomach, 'sa-lms'), gradeDiagnosis(stomach, 'sa-dfsp')]).toEqual(['group', 'none'])
  })

  test('of two groups the one with fewer morphologies is shown, the other is an alternate', () => {
    expect(resolveDiagnosis(diagnosis({ topography: 'C64.9', morphology: '8963/3' }))).toEqual({
      cancerTypeId: 'pd-rhabdoid',
      grade: 'exact',
      alternates: ['pd-wilms'],
    })
  })

  test('thyroid cancer without histology names no entity before another', () => {
    const { cancerTypeId, grade, alternates } = resolveDiagnosis(diagnosis({ icd10: 'C73X' })) ?? {}
    expect([cancerTypeId, ...(alternates ?? [])].toSorted()).toEqual(['en-atc', 'en-mtc', 'en-pdtc'])
    expect(grade).toBe('possible')
  })
})

describe('behaviour', () => {
  test('older registrations of thymoma, GIST, phaeochromocytoma and granulosa cell tumour carry /1', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'D38.4', topography: 'C37.9', morphology: '8585/1' }), 'th-thymoma')).toBe(
      'exact',
    )
    expect(gradeDiagnosis(diagnosis({ icd10: 'D37.1', topography: 'C16.2', morphology: '8936/1' }), 'sa-gist')).toBe(
      'exact',
    )
    expect(gradeDiagnosis(diagnosis({ topography: 'C74.1', morphology: '8700/1' }), 'en-ppgl')).toBe('exact')
    expect(gradeDiagnosis(diagnosis({ topography: 'C56.9', morphology: '8620/1' }), 'fg-ovnonep')).toBe('exact')
  })

  test('desmoid, craniopharyngioma and atypical meningioma are /1', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'D48.1', topography: 'C49.4', morphology: '8821/1' }), 'sa-desmoid')).toBe(
      'exact',
    )
    expect(gradeDiagnosis(diagnosis({ icd10: 'D44.4', topography: 'C75.2', morphology: '9350/1' }), 'cns-cranio')).toBe(
      'exact',
    )
    expect(gradeDiagnosis(diagnosis({ topography: 'C70.0', morphology: '9539/1' }), 'cns-malmen')).toBe('exact')
  })

  test('elsewhere benign, uncertain and in situ exclude; malignant and a missing digit do not', () => {
    const grades = ['/0', '/1', '/2', '/3', ''].map((digit) =>
      gradeDiagnosis(diagnosis({ topography: 'C69.3', morphology: `8720${digit}` }), 'sk-uveal'),
    )
    expect(grades).toEqual(['none', 'none', 'none', 'exact', 'exact'])
  })

  test('histology from a metastasis does not make its place the primary site', () => {
    const liverMetastasis = { topography: 'C22.0', morphology: '8720/6' }
    expect(gradeDiagnosis(diagnosis(liverMetastasis), 'sk-uveal')).toBe('possible')
    expect(gradeDiagnosis(diagnosis({ ...liverMetastasis, icd10: 'C69.3' }), 'sk-uveal')).toBe('exact')
    expect(gradeDiagnosis(diagnosis({ topography: 'C22.0', morphology: '8171/6' }), 'gi-flc')).toBe('possible')
  })
})

describe('site', () => {
  test('lymphoma of the brain is told by topography, never by ICD-10', () => {
    const grades = ['C71.0', 'C77.0', null].map((topography) =>
      gradeDiagnosis(diagnosis({ icd10: 'C83.3', topography, morphology: '9680/3' }), 'ha-pcnsl'),
    )
    expect(grades).toEqual(['exact', 'none', 'possible'])
  })

  test('ICD-10 stands in for a missing topography', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'C45.0', morphology: '9052/3' }), 'th-meso')).toBe('exact')
    expect(gradeDiagnosis(diagnosis({ icd10: 'C16.2', morphology: '8890/3' }), 'sa-lms')).toBe('exact')
    expect(gradeDiagnosis(diagnosis({ icd10: 'C34.1', morphology: '8720/3' }), 'sk-uveal')).toBe('none')
  })

  test('melanoma of the skin by ICD-10 is not melanoma of the eye', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'C43.5', morphology: '8720/3' }), 'sk-uveal')).toBe('none')
  })

  test('codes that disagree are a question, not an answer', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'C81.1', topography: 'C38.1', morphology: '9663/3' }), 'ha-hl')).toBe(
      'possible',
    )
    expect(gradeDiagnosis(diagnosis({ icd10: 'C85.9', morphology: '9673/3' }), 'ha-mcl')).toBe('possible')
  })

  test('non-Hodgkin lymphoma unspecified may be mantle cell, never Hodgkin', () => {
    const nodal = diagnosis({ icd10: 'C85.9', topography: 'C77.0', morphology: '9591/3' })
    const byIcd10 = diagnosis({ icd10: 'C85.9', morphology: '9591/3' })
    for (const codes of [nodal, byIcd10]) {
      expect([gradeDiagnosis(codes, 'ha-mcl'), gradeDiagnosis(codes, 'ha-hl')]).toEqual(['possible', 'none'])
    }
    expect(gradeDiagnosis(diagnosis({ icd10: 'C95.9' }), 'ha-aml')).toBe('possible')
  })

  test('an organ without histology does not suggest the cancers that arise anywhere', () => {
    expect(gradeDiagnosis(diagnosis({ icd10: 'C16.2', topography: 'C16.2' }), 'sa-gist')).toBe('possible')
    expect(gradeDiagnosis(diagnosis({ icd10: 'C16.2', topography: 'C16.2' }), 'sa-lipo')).toBe('none')
  })

  test('adenocarcinoma is no neuroendocrine tumour, carcinoma unspecified may be one', () => {
    const pancreas = { icd10: 'C25.0', topography: 'C25.0' }
    expect(gradeDiagnosis(diagnosis({ ...pancreas, morphology: '8140/3' }), 'ne-pnet')).toBe('none')
    expect(gradeDiagnosis(diagnosis({ ...pancreas, morphology: '8010/3' }), 'ne-pnet')).toBe('possible')
    expect(gradeDiagnosis(diagnosis({ ...pancreas, morphology: '8010/3' }), 'sa-gist')).toBe('none')
  })
})
