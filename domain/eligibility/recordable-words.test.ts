import { describe, expect, it, test } from 'vitest'
import { biomarkerResults } from './biomarker-results.ts'
import { findingShape, recordableCodes } from './finding-shape.ts'
import { parseExpr } from './parse-criterion.ts'

function faultsOf(expr: unknown) {
  const parsed = parseExpr(expr)
  return parsed.kind === 'faults' ? parsed.faults : []
}

const measured = { cmp: '>=', value: 1, unit: 'g/L' }

/** A rule with one word that nobody can record, where the fault is, and a word that the remedy must offer. */
const refused: readonly (readonly [rule: object, pointer: string, offered: string])[] = [
  [{ op: 'diagnosis', entities: ['sa-ewings'] }, '/entities', 'sa-ewing'],
  [{ op: 'grade', in: ['high', 'hihg'] }, '/in', 'high'],
  [{ op: 'stage', system: 'TNM7', group: ['II'] }, '/system', 'TNM8'],
  [{ op: 'stage', system: 'ENSAT', group: ['IIB'] }, '/group', 'IV'],
  [{ op: 'stage', system: 'FIGO', m: ['M0'] }, '/m', 'TNM8'],
  [{ op: 'stage', system: 'TNM8', n: ['NX'] }, '/n', 'N1'],
  [{ op: 'diseaseExtent', in: ['metastatic-disease'] }, '/in', 'metastatic'],
  [{ op: 'diseaseStatus', in: ['relapsed'] }, '/in', 'recurrent'],
  [{ op: 'bestResponse', in: ['CRi'] }, '/in', 'CR'],
  [{ op: 'bestResponse', in: ['NE'] }, '/in', 'PD'],
  [{ op: 'measurableDisease', by: 'RECIST' }, '/by', 'RECIST1.1'],
  [{ op: 'metastasis', site: 'brain-stem', status: 'present' }, '/site', 'brain'],
  [{ op: 'ps', scale: 'WHO', in: [0] }, '/scale', 'ECOG'],
  [{ op: 'ps', scale: 'ECOG', in: [0, 5] }, '/in', '4'],
  [{ op: 'ps', scale: 'ECOG', max: 1.5 }, '/max', '1'],
  [{ op: 'ps', scale: 'Karnofsky', min: 75 }, '/min', '80'],
  [{ op: 'ps', scale: 'Lansky', max: 101 }, '/max', '100'],
  [{ op: 'lab', analyte: 'neutrophils', ...measured }, '/analyte', 'anc'],
  [{ op: 'lab', analyte: 'hcg', cmp: '=', value: 'absent', unit: 'qual' }, '/value', 'negative'],
  [{ op: 'lab', analyte: 'anc', cmp: '=', value: 'normal', unit: 'qual' }, '/value', 'a number'],
  [{ op: 'observation', concept: 'qtc', ...measured }, '/concept', 'qtcf'],
  [{ op: 'score', name: 'meld', max: 10 }, '/name', 'child-pugh'],
  [{ op: 'score', name: 'child-pugh', in: ['D'] }, '/in', 'A'],
  [{ op: 'score', name: 'child-pugh', max: 6 }, '/max', 'krenning'],
  [{ op: 'score', name: 'krenning', min: 5 }, '/min', '4'],
  [{ op: 'biomarker', type: 'variant', gene: 'KIT', result: 'mutated' }, '/result', 'present'],
  [{ op: 'biomarker', type: 'cna', gene: 'ERBB2', result: 'failed' }, '/result', 'amplified'],
  [{ op: 'biomarker', type: 'ihc', marker: 'AR', cmp: '>=', value: 6, unit: 'Allred' }, '/unit', 'IRS'],
  [{ op: 'topography', in: ['C71', 'Pancreas'] }, '/in', 'C22.0'],
  [{ op: 'topography', in: ['c71'] }, '/in', 'C22.0'],
  [{ op: 'topography', in: ['C81'] }, '/in', 'C80'],
  [{ op: 'biomarker', type: 'hla', gene: 'HLA-A', allele: '0201', result: 'positive' }, '/allele', '02:01'],
  [{ op: 'biomarker', type: 'hla', gene: 'HLA-A', allele: 'A2', result: 'positive' }, '/allele', '02:01'],
  ...['c.1799T>A', '*', 'v600e', 'exon 15', 'p.V600e', 'Xyz600Glu', 'p.?', 'V600E/K', 'p.Val600=', 'V600?'].map(
    (hgvsP) =>
      [{ op: 'biomarker', type: 'variant', gene: 'BRAF', hgvsP, result: 'present' }, '/hgvsP', 'p.Val600Glu'] as const,
  ),
  [{ op: 'therapy', any: ['platinum'], setting: ['first line'] }, '/setting', 'first-line'],
  [{ op: 'therapy', any: ['radiotherapy'], site: 'target' }, '/site', 'target-lesion'],
  [{ op: 'linesOfTherapy', setting: ['metastatic'], max: 1 }, '/setting', 'palliative'],
  [{ op: 'surgery', procedure: 'resection' }, '/procedure', 'primary-resection'],
  [{ op: 'surgery', procedure: 'major', margin: ['R3'] }, '/margin', 'R2'],
  [{ op: 'medication', concept: 'steroid', status: 'active' }, '/concept', 'systemic-corticosteroid'],
  [
    { op: 'medication', concept: 'lmwh', status: 'active', doseMgPredEqMin: 10 },
    '/doseMgPredEqMin',
    'systemic-corticosteroid',
  ],
  [{ op: 'condition', concept: 'autoimmune' }, '/concept', 'autoimmune-disease'],
  [{ op: 'condition', concept: 'myasthenia-gravis', severityMin: 'MGFA-6' }, '/severityMin', 'MGFA-IV'],
  [{ op: 'condition', concept: 'stroke', severityMin: 'MGFA-IV' }, '/severityMin', 'myasthenia-gravis'],
  [{ op: 'condition', concept: 'stroke', needsSystemicTherapy: true }, '/needsSystemicTherapy', 'autoimmune-disease'],
  [{ op: 'infection', agent: 'EBV', result: 'positive' }, '/agent', 'HIV'],
  [{ op: 'infection', agent: 'HBV', result: 'carrier' }, '/result', 'active'],
  [{ op: 'toxicity', term: 'neuropathy' }, '/term', 'peripheral-neuropathy'],
  [{ op: 'toxicity', onlyTerms: ['hair-loss'] }, '/onlyTerms', 'alopecia'],
  [{ op: 'toxicity', term: 'any', gradeMin: 5 }, '/gradeMin', '4'],
  [{ op: 'otherMalignancy', onlyTypes: ['bcc'] }, '/onlyTypes', 'nmsc-treated'],
  [{ op: 'interval', from: 'surgery.resection', to: 'anchor', maxDays: 9 }, '/from', 'surgery.primary-resection'],
  [{ op: 'interval', from: 'therapy.last(chemo).end', to: 'anchor', maxDays: 9 }, '/from', 'chemotherapy'],
  [{ op: 'standardOptions', in: ['unsuitable'] }, '/in', 'exhausted'],
  [{ op: 'centralReview', type: 'imaging', result: 'confirmed' }, '/type', 'radiology'],
  [{ op: 'centralReview', type: 'mtb', result: 'confirmed' }, '/result', 'recommended'],
]

describe('a rule that asks for a word that nobody can record', () => {
  test.each(refused)('%j is refused once, at the word, with the words that are known', (rule, pointer, offered) => {
    const within = faultsOf({ op: 'not', of: rule })
    expect(within.map((fault) => fault.pointer)).toEqual([`/of${pointer}`])
    expect(within[0]?.remedy).toContain(offered)
  })

  it('is refused in another spelling too, because the schema of the language knows one spelling only', () => {
    expect(faultsOf({ op: 'diseaseExtent', in: ['metastatic'] })).toEqual([])
    for (const word of ['Metastatic', ' metastatic', 'METASTATIC'])
      expect(faultsOf({ op: 'diseaseExtent', in: [word] })).toMatchObject([{ pointer: '/in' }])
    expect(faultsOf({ op: 'infection', agent: 'hiv', result: 'positive' })).toMatchObject([{ pointer: '/agent' }])
  })

  it('is told once of what is no such value at all', () => {
    expect(faultsOf({ op: 'ps', scale: 'ECOG', in: ['one'] })).toMatchObject([{ pointer: '/in' }])
    expect(faultsOf({ op: 'stage', system: 'ENSAT', group: [] })).toMatchObject([{ pointer: '/group' }])
  })

  it('is told of every such word of one rule at once', () => {
    const rule = { op: 'infection', agent: 'EBV', result: 'carrier' }
    expect(faultsOf(rule).map(({ pointer }) => pointer)).toEqual(['/agent', '/result'])
  })
})

describe('every word that can be recorded can be asked for', () => {
  const valuesOf = (kind: Parameters<typeof recordableCodes>[0], code: string) => {
    const value = findingShape(kind, code)?.value
    return value?.kind === 'choice' ? value.choices.map((choice) => choice.value) : []
  }

  it('of single findings, stages, scores and scales', () => {
    const rules = [
      { op: 'grade', in: valuesOf('grade', 'grade') },
      { op: 'diseaseExtent', in: valuesOf('disease-extent', 'disease-extent') },
      { op: 'diseaseStatus', in: valuesOf('disease-status', 'disease-status') },
      { op: 'standardOptions', in: valuesOf('standard-options', 'standard-options') },
      ...recordableCodes('stage').map((system) => ({ op: 'stage', system, group: valuesOf('stage', system) })),
      ...recordableCodes('score').map((name) => ({ op: 'score', name, in: valuesOf('score', name) })),
      ...recordableCodes('performance-status').map((scale) => ({
        op: 'ps',
        scale,
        in: valuesOf('performance-status', scale),
      })),
      ...recordableCodes('central-review').flatMap((type) =>
        valuesOf('central-review', type).map((result) => ({ op: 'centralReview', type, result })),
      ),
    ]
    expect(rules.length).toBeGreaterThan(20)
    for (const rule of rules) expect(faultsOf(rule), JSON.stringify(rule)).toEqual([])
  })

  it('of states, whatever their code', () => {
    const rules = [
      ...recordableCodes('metastasis').map((site) => ({ op: 'metastasis', site, status: 'present' })),
      ...recordableCodes('condition').map((concept) => ({ op: 'condition', concept })),
      ...recordableCodes('medication').map((concept) => ({ op: 'medication', concept, status: 'active' })),
      ...recordableCodes('toxicity').map((term) => ({ op: 'toxicity', term })),
      ...recordableCodes('infection').flatMap((agent) =>
        valuesOf('infection', agent).map((result) => ({ op: 'infection', agent, result })),
      ),
      { op: 'otherMalignancy', onlyTypes: recordableCodes('other-malignancy') },
    ]
    expect(rules.length).toBeGreaterThan(50)
    for (const rule of rules) expect(faultsOf(rule), JSON.stringify(rule)).toEqual([])
  })

  it('of places, alleles and protein changes, however they are written', () => {
    const variant = { op: 'biomarker', type: 'variant', gene: 'BRAF', result: 'present' }
    const changes = ['V600E', 'p.V600E', 'p.(Val600Glu)', 'p.Val600*', 'V600', 'p.R213X', 'p.Arg213Ter', 'p.Met1?']
    const shifts = ['p.Arg97fs*23', 'R97PfsX23']
    const longer = ['R97Pfs*23', 'p.Trp288CysfsTer12', 'E746_A750del', 'p.Ala502_Tyr503dup', 'p.Lys550_Lys558delinsAsn']
    const rules = [
      ...['C71', 'C00', 'C80.9', 'C22.0', 'C220'].map((place) => ({ op: 'topography', in: [place] })),
      ...['02', '02:01', '02:01:01', '24:02:01:02', '15:123'].map((allele) => ({
        ...{ op: 'biomarker', type: 'hla', gene: 'HLA-A', result: 'positive' },
        allele,
      })),
      ...[...changes, ...shifts, ...longer].map((hgvsP) => ({ ...variant, hgvsP })),
    ]
    for (const rule of rules) expect(faultsOf(rule), JSON.stringify(rule)).toEqual([])
  })

  it('of tests, but for a sample that failed', () => {
    for (const { value } of biomarkerResults.msi) {
      const faults = faultsOf({ op: 'biomarker', type: 'msi', result: value })
      expect(faults.map(({ pointer }) => pointer)).toEqual(value === 'failed' ? ['/result'] : [])
    }
  })
})
