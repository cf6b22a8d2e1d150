import type { CancerProfile } from '../cancer-profile.ts'
import type { ClinicalStory, PlannedStage } from '../clinical-story.ts'
import { centralReview, fusion, metastasis, noMetastasis, stage, variant } from '../planned-finding.ts'
import { resection } from '../planned-treatment.ts'
import { firstLineOf, laterLineOf } from './usual-treatment.ts'

/** Situations of everyday clinics, for any cancer: some suit a trial by chance, most do not. */
export function generalStories(profile: CancerProfile): readonly ClinicalStory[] {
  return [followUp(profile), newlyFound(profile), onFirstLine(profile), pretreated(profile), matched(profile)]
}

function followUp(profile: CancerProfile): ClinicalStory {
  return {
    ...blank,
    name: 'Operated, without sign of disease',
    weight: 2,
    stage: stageOf(profile, 'early'),
    extent: 'no-evidence-of-disease',
    status: { word: 'no-evidence-of-disease', daysAgo: 50 },
    treatments: isSolid(profile) ? [resection('Resection of the primary tumour', 430, 'R0')] : [],
    findings: [noMetastasis('cns', 60)],
  }
}

function newlyFound(profile: CancerProfile): ClinicalStory {
  return {
    ...blank,
    name: 'Newly found, locally advanced',
    weight: 2,
    stage: stageOf(profile, 'middle'),
    extent: isSolid(profile) ? 'locally-advanced' : 'systemic',
    status: { word: 'newly-diagnosed', daysAgo: 18 },
    measurableBy: 'RECIST1.1',
  }
}

function onFirstLine(profile: CancerProfile): ClinicalStory {
  return {
    ...blank,
    name: 'Metastatic, on first-line treatment',
    weight: 2,
    stage: stageOf(profile, 'late'),
    extent: isSolid(profile) ? 'metastatic' : 'systemic',
    status: { word: 'stable', daysAgo: 32 },
    measurableBy: 'RECIST1.1',
    treatments: firstLineOf(profile.course, null),
    findings: isSolid(profile) ? [metastasis('liver', 36)] : [],
  }
}

function pretreated(profile: CancerProfile): ClinicalStory {
  return {
    ...blank,
    name: 'Metastatic, growing after two lines',
    weight: 2,
    stage: stageOf(profile, 'late'),
    extent: isSolid(profile) ? 'metastatic' : 'systemic',
    status: { word: 'progressive', daysAgo: 26 },
    measurableBy: 'RECIST1.1',
    treatments: [...firstLineOf(profile.course, 330), ...laterLineOf(profile.course, 58)],
    findings: isSolid(profile) ? [metastasis('lung', 26)] : [],
  }
}

/** What the basket trial looks for: no standard treatment left, and an alteration that a medicine aims at. */
function matched(profile: CancerProfile): ClinicalStory {
  const story = pretreated(profile)
  return {
    ...story,
    name: 'No standard treatment left, actionable alteration found',
    fits: 'DEMO-BSK-11',
    delayedBy: 'counts',
    weight: 7,
    biomarkers: [isSolid(profile) ? fusion('ETV6', 'NTRK3') : variant('BRAF', 'p.Val600Glu')],
    findings: [
      ...story.findings,
      { kind: 'standard-options', code: 'standard-options', value: 'exhausted', daysAgo: 24 },
      centralReview('mtb', 'recommended', 12),
      noMetastasis('liver', 12),
    ],
  }
}

function isSolid(profile: CancerProfile): boolean {
  return profile.cancerTypeId?.startsWith('ha-') !== true
}

type Phase = 'early' | 'middle' | 'late'

function stageOf({ staging }: CancerProfile, phase: Phase): PlannedStage | null {
  return staging === null ? null : stagesBySystem[staging][phase]
}

const stagesBySystem: Readonly<Record<NonNullable<CancerProfile['staging']>, Readonly<Record<Phase, PlannedStage>>>> = {
  TNM8: {
    early: stage('TNM8', 'I', { t: 'T1', n: 'N0', m: 'M0' }),
    middle: stage('TNM8', 'III', { t: 'T3', n: 'N1', m: 'M0' }),
    late: stage('TNM8', 'IV', { t: 'T3', n: 'N1', m: 'M1' }),
  },
  FIGO: { early: stage('FIGO', 'IB'), middle: stage('FIGO', 'IIIC'), late: stage('FIGO', 'IVB') },
  MasaokaKoga: {
    early: stage('MasaokaKoga', 'I'),
    middle: stage('MasaokaKoga', 'III'),
    late: stage('MasaokaKoga', 'IVB'),
  },
  ENSAT: { early: stage('ENSAT', 'II'), middle: stage('ENSAT', 'III'), late: stage('ENSAT', 'IV') },
  AnnArbor: { early: stage('AnnArbor', 'I'), middle: stage('AnnArbor', 'III'), late: stage('AnnArbor', 'IV') },
  INRG: { early: stage('INRG', 'L1'), middle: stage('INRG', 'L2'), late: stage('INRG', 'M') },
}

const blank = {
  fits: null,
  cancerTypeIds: [],
  measurableBy: null,
  treatments: [],
  biomarkers: [],
  findings: [],
  agreed: [],
} as const
