import type { ClinicalStory } from '../clinical-story.ts'
import { bedside, centralReview, metastasis, noVariant, stage, variant } from '../planned-finding.ts'
import { drugs, resection } from '../planned-treatment.ts'

/** Situations that suit the invented trials for sarcomas. */
export const sarcomaStories: readonly ClinicalStory[] = [
  {
    name: 'Ewing sarcoma, first relapse',
    fits: 'DEMO-EWS-03',
    delayedBy: 'washout',
    weight: 1,
    cancerTypeIds: ['sa-ewing'],
    ageYears: [8, 38],
    stage: stage('TNM8', 'IVA', { t: 'T2', n: 'N0', m: 'M1a' }),
    extent: 'metastatic',
    status: { word: 'recurrent', daysAgo: 16 },
    measurableBy: 'RECIST1.1',
    treatments: [
      drugs(
        'Vincristine, doxorubicin, cyclophosphamide, ifosfamide and etoposide',
        ['chemotherapy', 'anthracycline', 'alkylating-agent'],
        { setting: 'first-line', line: 1, endedDaysAgo: 330, lastedDays: 260, cycles: 14 },
      ),
    ],
    biomarkers: [{ type: 'fusion', genes: ['EWSR1', 'FLI1'], result: 'present' }],
    findings: [metastasis('lung', 14), { kind: 'metastasis', code: 'bone-marrow', value: 'absent', daysAgo: 14 }],
    agreed: ['Fit for cytotoxic chemotherapy', 'Contraception agreed'],
  },
  {
    name: 'High-grade uterine sarcoma, stable after anthracycline',
    fits: 'DEMO-UTS-06',
    delayedBy: 'counts',
    weight: 1,
    cancerTypeIds: ['fg-ulms', 'fg-hgess', 'fg-adenosarcoma'],
    stage: stage('FIGO', 'IVB'),
    extent: 'metastatic',
    status: { word: 'stable', daysAgo: 14 },
    measurableBy: 'RECIST1.1',
    treatments: [
      drugs('Doxorubicin', ['chemotherapy', 'anthracycline'], {
        setting: 'first-line',
        line: 1,
        endedDaysAgo: 38,
        cycles: 6,
      }),
    ],
    biomarkers: [],
    findings: [
      { kind: 'grade', code: 'grade', value: 'high', daysAgo: 220 },
      centralReview('pathology', 'confirmed', 200),
      { kind: 'best-response', code: 'best-response', value: 'PR', daysAgo: 30, detail: { line: 1 } },
      bedside('lvef', 61, '%', 12, 50),
      bedside('qtcf', 424, 'ms', 12),
    ],
    agreed: [],
  },
  {
    name: 'Gastrointestinal stromal tumour growing on imatinib',
    fits: 'DEMO-GST-20',
    weight: 1,
    cancerTypeIds: ['sa-gist'],
    stage: stage('TNM8', 'IV', { t: 'T3', n: 'N0', m: 'M1' }),
    extent: 'metastatic',
    status: { word: 'progressive', daysAgo: 18 },
    measurableBy: 'RECIST1.1',
    treatments: [
      drugs('Imatinib', ['TKI', 'imatinib'], {
        setting: 'first-line',
        line: 1,
        endedDaysAgo: 34,
        lastedDays: 700,
        halfLifeDays: 0.8,
      }),
    ],
    biomarkers: [variant('KIT', 'p.Val654Ala'), noVariant('PDGFRA')],
    findings: [
      metastasis('liver', 18),
      bedside('systolic-bp', 132, 'mm[Hg]', 6),
      bedside('diastolic-bp', 80, 'mm[Hg]', 6),
      bedside('lvef', 60, '%', 20, 50),
    ],
    agreed: ['Repeat biopsy agreed'],
  },
  {
    name: 'Dedifferentiated liposarcoma or leiomyosarcoma after doxorubicin',
    fits: 'DEMO-LPS-21',
    weight: 1,
    cancerTypeIds: ['sa-lipo', 'sa-lms'],
    morphology: { 'sa-lipo': '8858/3', 'sa-lms': '8890/3' },
    stage: stage('TNM8', 'IV', { t: 'T3', n: 'N0', m: 'M1' }),
    extent: 'metastatic',
    status: { word: 'progressive', daysAgo: 20 },
    measurableBy: 'RECIST1.1',
    treatments: [
      resection('Compartmental resection', 700, 'R1'),
      drugs('Doxorubicin', ['chemotherapy', 'anthracycline'], {
        setting: 'first-line',
        line: 1,
        endedDaysAgo: 62,
        cycles: 6,
      }),
    ],
    biomarkers: [],
    findings: [metastasis('lung', 20)],
    agreed: ['Fit for either treatment'],
  },
]
