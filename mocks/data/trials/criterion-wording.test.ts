import { describe, expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '#domain/eligibility/evaluate-criterion.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { allConfirmed, diagnosisOf, finding, recordWith, treatmentOf } from '#domain/eligibility/sample-record.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

/* Parts of a wording that a shorter rule would leave out. "met" means that the criterion does not stop the patient. */

const asOf = '2026-08-03'
const day = (daysAgo: number) => addDays(asOf, -daysAgo)
const trials = demonstrationTrials(asOf)

function verdictOf(trialId: string, criterionId: string, record: Partial<PatientRecord>): Tri | undefined {
  const trial = trials.find((each) => each.record.registryId === trialId)
  const criterion = trial?.record.criteria.find(({ id }) => id === criterionId)
  if (criterion === undefined || criterion.expr === null) throw new Error(`${trialId} has no rule ${criterionId}`)
  const complete = recordWith({ assertions: allConfirmed(asOf), ...record })
  return evaluateCriterion(criterion, deriveFacts(complete), { asOf })?.verdict
}

const said = (question: string, answer: boolean) => finding('attestation', question, answer, day(3))
const state = (word: string, daysAgo: number) => finding('disease-status', 'disease-status', word, day(daysAgo))
const extent = (word: string) => finding('disease-extent', 'disease-extent', word, day(5))
const stage = (system: string, group: string) => finding('stage', system, group, day(20))
const ecog = (value: number) => finding('performance-status', 'ECOG', value, day(3))
const line = (classes: readonly string[], number: number, startedDaysAgo: number, endedDaysAgo: number) =>
  treatmentOf(`line ${number}`, {
    classes,
    setting: number === 1 ? 'first-line' : 'palliative',
    line: number,
    startedOn: day(startedDaysAgo),
    endedOn: day(endedDaysAgo),
  })

describe('mesothelioma: progression after platinum, within 6 months', () => {
  const platinum = line(['chemotherapy', 'platinum'], 1, 200, 90)
  const asked = 'The progression came after platinum-based chemotherapy'

  test.each<[string, Partial<PatientRecord>, Tri]>([
    ['after first-line platinum', { observations: [state('progressive', 30)], treatments: [platinum] }, 'met'],
    [
      'before platinum was begun, so that somebody must say',
      { observations: [state('progressive', 180)], treatments: [line(['platinum'], 1, 170, 90)] },
      'unknown',
    ],
    [
      'platinum as a later line, so that somebody must say',
      {
        observations: [state('progressive', 150)],
        treatments: [line(['taxane'], 1, 400, 300), line(['platinum'], 2, 140, 30)],
      },
      'unknown',
    ],
    [
      'platinum as a later line, and somebody says so',
      {
        observations: [state('progressive', 20), said(asked, true)],
        treatments: [line(['taxane'], 1, 400, 300), line(['platinum'], 2, 140, 30)],
      },
      'met',
    ],
    [
      'too long ago, and nothing is left of it',
      {
        observations: [state('progressive', 184), state('no-evidence-of-disease', 9)],
        treatments: [line(['platinum'], 1, 400, 300)],
      },
      'notMet',
    ],
    [
      'too long ago, and stable disease may be one that has come back',
      { observations: [state('progressive', 184), state('stable', 9)], treatments: [line(['platinum'], 1, 400, 300)] },
      'unknown',
    ],
    ['without platinum', { observations: [state('progressive', 30), said(asked, true)] }, 'notMet'],
  ])('%s', (_case, record, verdict) => {
    expect(verdictOf('DEMO-MES-13', 'I2', record)).toBe(verdict)
  })
})

describe('gastrointestinal stromal tumour: progression on imatinib, or intolerance of it', () => {
  const imatinib = line(['TKI', 'imatinib'], 1, 700, 34)
  const asked = 'Progression on imatinib, or intolerance of it'

  test.each<[string, Partial<PatientRecord>, Tri]>([
    ['progression', { observations: [state('progressive', 40)], treatments: [imatinib] }, 'met'],
    ['intolerance', { observations: [state('stable', 40), said(asked, true)], treatments: [imatinib] }, 'met'],
    ['neither said yet', { observations: [state('stable', 40)], treatments: [imatinib] }, 'unknown'],
    ['neither', { observations: [state('stable', 40), said(asked, false)], treatments: [imatinib] }, 'notMet'],
    ['no imatinib', { observations: [state('progressive', 40), said(asked, true)] }, 'notMet'],
  ])('%s', (_case, record, verdict) => {
    expect(verdictOf('DEMO-GST-20', 'I3', record)).toBe(verdict)
  })
})

describe('uveal melanoma: no compression of the spinal cord', () => {
  const clear = ['cns', 'leptomeningeal'].map((site) => finding('metastasis', site, 'absent', day(10)))
  const cord = (word: string) => finding('condition', 'spinal-cord-compression', word, day(10))

  test.each<[string, Partial<PatientRecord>, Tri]>([
    ['compressed', { observations: [...clear, cord('active')] }, 'notMet'],
    ['not compressed, by the review of illnesses', { observations: clear }, 'met'],
    ['not reviewed', { observations: clear, assertions: [] }, 'unknown'],
    ['recorded as absent', { observations: [...clear, cord('absent')], assertions: [] }, 'met'],
  ])('%s', (_case, record, verdict) => {
    expect(verdictOf('DEMO-UVM-04', 'E1', record)).toBe(verdict)
  })
})

describe('uveal melanoma: other anticancer drugs, beside immunotherapy', () => {
  const drug = (classes: readonly string[], endedDaysAgo: number, halfLifeDays: number | null) => ({
    treatments: [{ ...line(classes, 1, 200, endedDaysAgo), halfLifeDays }],
  })

  test.each<[string, Partial<PatientRecord>, Tri]>([
    ['dacarbazine 13 days ago', drug(['chemotherapy', 'alkylating-agent'], 13, 0.2), 'notMet'],
    ['dacarbazine 14 days ago', drug(['chemotherapy', 'alkylating-agent'], 14, 0.2), 'notMet'],
    ['dacarbazine 15 days ago', drug(['chemotherapy', 'alkylating-agent'], 15, 0.2), 'met'],
    ['a drug within 5 half-lives', drug(['MEK-inhibitor'], 20, 4), 'notMet'],
    ['a drug beyond 5 half-lives', drug(['MEK-inhibitor'], 21, 4), 'met'],
    ['a drug of unknown half-life', drug(['TKI'], 20, null), 'unknown'],
    ['nivolumab, which has a time of its own', drug(['immunotherapy', 'anti-PD-1', 'biologic'], 15, 26), 'met'],
    ['ipilimumab', drug(['anti-CTLA-4'], 5, 15), 'met'],
    ['nivolumab in a trial', drug(['investigational', 'anti-PD-1'], 5, 26), 'met'],
    ['a cellular therapy', drug(['cellular-therapy'], 5, null), 'met'],
    ['nivolumab with a VEGFR inhibitor', drug(['anti-PD-1', 'VEGFR-inhibitor'], 20, 26), 'notMet'],
    ['a biologic, of which nothing else is known', drug(['biologic'], 5, 20), 'unknown'],
    ['a trial drug, of which nothing else is known', drug(['investigational'], 5, null), 'unknown'],
    ['a drug without a class', drug([], 5, 1), 'unknown'],
    ['chemoradiotherapy', drug(['radiotherapy', 'chemoradiotherapy'], 5, 1), 'notMet'],
  ])('%s', (_case, record, verdict) => {
    expect(verdictOf('DEMO-UVM-04', 'E5', record)).toBe(verdict)
  })
})

describe('basket trial: ECOG 2 in some arms', () => {
  const asked = 'The arm in question takes patients with ECOG 2'

  test.each<[string, Partial<PatientRecord>, Tri]>([
    ['ECOG 1', { observations: [ecog(1)] }, 'met'],
    ['ECOG 2, arm not said', { observations: [ecog(2)] }, 'unknown'],
    ['ECOG 2, the arm takes it', { observations: [ecog(2), said(asked, true)] }, 'met'],
    ['ECOG 2, the arm does not', { observations: [ecog(2), said(asked, false)] }, 'notMet'],
    ['ECOG 3', { observations: [ecog(3), said(asked, true)] }, 'notMet'],
  ])('%s', (_case, record, verdict) => {
    expect(verdictOf('DEMO-BSK-11', 'I5', record)).toBe(verdict)
  })
})

describe('what else the wording asks', () => {
  const removable = 'The tumour cannot be resected'
  const curable = 'Not suitable for curative local treatment'
  const carcinoma = diagnosisOf({ icd10: 'C54.1', topography: 'C54.1', morphology: '8901/3', isIndex: true })
  const haemoptysis = finding('condition', 'haemoptysis-significant', 'history', day(100))

  test.each<[string, string, string, Partial<PatientRecord>, Tri]>([
    [
      'stage III that can be resected',
      'DEMO-ACC-16',
      'I2',
      { observations: [stage('ENSAT', 'III'), extent('localised'), said(removable, false)] },
      'notMet',
    ],
    [
      'stage III, nobody said whether it can',
      'DEMO-ACC-16',
      'I2',
      { observations: [stage('ENSAT', 'III'), extent('locally-advanced')] },
      'unknown',
    ],
    [
      'newly diagnosed but treated',
      'DEMO-AML-23',
      'I2',
      { observations: [state('newly-diagnosed', 5)], treatments: [line(['hypomethylating-agent'], 1, 40, 10)] },
      'notMet',
    ],
    ['newly diagnosed and not treated', 'DEMO-AML-23', 'I2', { observations: [state('newly-diagnosed', 5)] }, 'met'],
    [
      'carcinomatous meningitis',
      'DEMO-ANL-05',
      'E4',
      {
        observations: [
          finding('metastasis', 'brain', 'absent', day(9)),
          finding('metastasis', 'leptomeningeal', 'present', day(9)),
        ],
      },
      'notMet',
    ],
    [
      'autoimmune disease that is over',
      'DEMO-ANL-05',
      'E2',
      {
        observations: [
          finding('condition', 'autoimmune-disease', 'active', day(300), { detail: { needsSystemicTherapy: true } }),
          finding('condition', 'autoimmune-disease', 'history', day(20)),
        ],
      },
      'met',
    ],
    [
      'fifteen years old by ECOG alone',
      'DEMO-FLC-09',
      'I3',
      { bornOn: '2011-08-03', observations: [ecog(0)] },
      'unknown',
    ],
    [
      'relapse after carboplatin',
      'DEMO-GCT-24',
      'I3',
      { observations: [state('recurrent', 20)], treatments: [line(['platinum', 'chemotherapy'], 1, 300, 200)] },
      'unknown',
    ],
    [
      'relapse after cisplatin',
      'DEMO-GCT-24',
      'I3',
      { observations: [state('recurrent', 20)], treatments: [line(['cisplatin', 'platinum'], 1, 300, 200)] },
      'met',
    ],
    [
      'locally advanced, local treatment possible',
      'DEMO-MCC-14',
      'I2',
      { observations: [extent('locally-advanced'), said(curable, false)] },
      'notMet',
    ],
    [
      'Masaoka-Koga III that can be resected',
      'DEMO-TET-10',
      'I2',
      { observations: [stage('MasaokaKoga', 'III'), stage('TNM8', 'II'), extent('localised'), said(removable, false)] },
      'notMet',
    ],
    ['haemoptysis 100 days ago', 'DEMO-TET-10', 'E3', { observations: [haemoptysis] }, 'notMet'],
    [
      'progression longer ago than 6 months',
      'DEMO-TET-10',
      'I3',
      { observations: [state('progressive', 200)], treatments: [line(['platinum'], 1, 500, 400)] },
      'met',
    ],
    ['pleomorphic rhabdomyosarcoma', 'DEMO-UTS-06', 'E1', { diagnoses: [carcinoma] }, 'notMet'],
    [
      'stage II after first-line treatment',
      'DEMO-UTS-06',
      'I2',
      { observations: [stage('FIGO', 'II'), extent('localised')], treatments: [line(['anthracycline'], 1, 300, 40)] },
      'notMet',
    ],
  ])('%s (%s %s)', (_case, trialId, criterionId, record, verdict) => {
    expect(verdictOf(trialId, criterionId, record)).toBe(verdict)
  })
})
