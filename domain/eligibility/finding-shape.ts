import { bedsideShapes, labShapes } from './measurement-shapes.ts'
import type { ObservationKind } from './patient-record.ts'
import { stageShapes, tnmShapes } from './stage-shapes.ts'
import { plainShape, type ValueShape, wordShape, yesNoShape } from './value-shape.ts'

/** What may be recorded of one sort of finding. */
export interface FindingShape {
  readonly value: ValueShape
  /** Further parts, each of which may be left out. */
  readonly details: Readonly<Record<string, ValueShape>>
}

/**
 * The shape of a finding by its kind and code, or `null` for a code that this service does not know. The lists are
 * closed, because a misspelt code would be kept and never answer the question that it was meant for.
 */
export function findingShape(kind: ObservationKind, code: string): FindingShape | null {
  switch (kind) {
    case 'lab':
      return only(labShapes.get(code))
    case 'observation':
      return only(bedsideShapes.get(code))
    case 'performance-status':
      return only(scaleShapes.get(code))
    case 'score':
      return only(scoreShapes.get(code))
    case 'stage':
      return only(stageShapes.get(code), code === 'TNM8' ? tnmShapes : {})
    case 'metastasis':
      return metastasisSites.has(code) ? only(metastasisStates, metastasisDetails) : null
    case 'condition':
      return conditions.has(code) ? only(conditionStates, conditionDetails(code)) : null
    case 'medication':
      return medicines.has(code) ? only(medicineStates, medicineDetails(code)) : null
    case 'infection':
      return infectionAgents.has(code) ? only(infectionStates) : null
    case 'toxicity':
      return toxicities.has(code) ? only(toxicityGrades) : null
    case 'central-review':
      return only(reviewShapes.get(code))
    case 'attestation':
      return only(yesNoShape)
    case 'best-response':
      return code === kind ? only(responses, { line: plainShape(1, 2, 3, 4, 5, 6) }) : null
    case 'preference':
      // Either a number or a word, which no one shape is: `checkTravelLimit` knows what it may be.
      return null
    case 'measurable-disease':
      return code === kind ? only(yesNoShape, measurableDetails) : null
    case 'other-malignancy':
      return otherCancers.has(code) ? only(yesNoShape) : null
    case 'grade':
    case 'disease-extent':
    case 'disease-status':
    case 'progression':
    case 'childbearing-potential':
    case 'standard-options':
      return code === kind ? only(singleShapes[kind]) : null
  }
}

function only(value: ValueShape | undefined, details: FindingShape['details'] = {}): FindingShape | null {
  return value === undefined ? null : { value, details }
}

const tens = plainShape(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)

const scaleShapes: ReadonlyMap<string, ValueShape> = new Map([
  [
    'ECOG',
    {
      kind: 'choice',
      choices: [
        { value: 0, label: '0: fully active' },
        { value: 1, label: '1: able to do light work' },
        { value: 2, label: '2: up more than half the day, cannot work' },
        { value: 3, label: '3: in bed or chair more than half the day' },
        { value: 4, label: '4: completely disabled' },
      ],
    },
  ],
  ['Karnofsky', tens],
  ['Lansky', tens],
])

const scoreShapes: ReadonlyMap<string, ValueShape> = new Map([
  ['child-pugh', plainShape('A', 'B', 'C')],
  ['krenning', plainShape(0, 1, 2, 3, 4)],
])

const singleShapes = {
  grade: plainShape('G1', 'G2', 'G3', 'G4', 'low', 'high', 'WHO1', 'WHO2', 'WHO3', 'WHO4'),
  'disease-extent': wordShape(
    'localised',
    'locally-advanced',
    'locally-recurrent-inoperable',
    'recurrent',
    'unresectable',
    'metastatic',
    'systemic',
    'no-evidence-of-disease',
  ),
  'disease-status': wordShape(
    'newly-diagnosed',
    'responding',
    'stable',
    'progressive',
    'recurrent',
    'refractory',
    'no-evidence-of-disease',
  ),
  progression: yesNoShape,
  'childbearing-potential': yesNoShape,
  'standard-options': wordShape('available', 'exhausted', 'declined', 'none-available'),
} as const

const responses: ValueShape = {
  kind: 'choice',
  choices: [
    { value: 'CR', label: 'CR: complete response' },
    { value: 'PR', label: 'PR: partial response' },
    { value: 'SD', label: 'SD: stable disease' },
    { value: 'PD', label: 'PD: progressive disease' },
    { value: 'NE', label: 'NE: cannot be assessed' },
  ],
}

const measurableDetails = {
  by: plainShape('RECIST1.1', 'mRECIST', 'RANO', 'Lugano'),
  isIrradiated: yesNoShape,
  hasProgressedSince: yesNoShape,
}

const metastasisSites = new Set(
  'adrenal bone bone-marrow brain cns leptomeningeal liver lung lymph-node-distant peritoneum skin spine'.split(' '),
)
const metastasisStates = wordShape('absent', 'present', 'untreated', 'treated', 'stable', 'progressing')
const metastasisDetails = { isTreated: yesNoShape, stableSinceOn: { kind: 'date' } } as const

const conditions = new Set(
  [
    'active-infection arterial-thromboembolism autoimmune-disease breastfeeding carcinoid-heart-disease',
    'gilbert-syndrome haemoptysis-significant hypertension myasthenia-gravis myocardial-infarction',
    'opportunistic-infection pregnancy retinal-disorder retinal-vein-occlusion solid-organ-transplant stroke',
    'type-2-diabetes unable-to-swallow-tablets uncontrolled-diabetes uncontrolled-hypercortisolism unhealed-wound',
  ]
    .join(' ')
    .split(' '),
)
const conditionStates = wordShape('absent', 'active', 'history')

function conditionDetails(code: string): FindingShape['details'] {
  if (code === 'autoimmune-disease') return { needsSystemicTherapy: yesNoShape }
  if (code === 'myasthenia-gravis')
    return { severity: plainShape('MGFA-I', 'MGFA-II', 'MGFA-III', 'MGFA-IV', 'MGFA-V') }
  return {}
}

const medicines = new Set(
  [
    'anticoagulant-therapeutic antiretroviral enzyme-inducing-antiepileptic live-vaccine lmwh',
    'systemic-corticosteroid vitamin-k-antagonist',
  ]
    .join(' ')
    .split(' '),
)
const medicineStates = wordShape('absent', 'active', 'stopped')

function medicineDetails(code: string): FindingShape['details'] {
  return code === 'systemic-corticosteroid' ? { doseMgPredEq: { kind: 'number', min: 0, max: 2000 } } : {}
}

const infectionAgents = new Set(['HIV', 'HBV', 'HCV'])
const infectionStates = wordShape('negative', 'positive', 'active', 'past')

const toxicities = new Set('alopecia fatigue hearing-loss peripheral-neuropathy'.split(' '))
const toxicityGrades: ValueShape = {
  kind: 'choice',
  choices: [
    { value: 0, label: '0: resolved' },
    { value: 1, label: 'Grade 1' },
    { value: 2, label: 'Grade 2' },
    { value: 3, label: 'Grade 3' },
    { value: 4, label: 'Grade 4' },
  ],
}

const reviewShapes: ReadonlyMap<string, ValueShape> = new Map([
  ['pathology', wordShape('confirmed', 'not-confirmed')],
  ['mdt', wordShape('confirmed', 'not-confirmed')],
  ['mtb', wordShape('recommended', 'not-recommended')],
])

const otherCancers = new Set('nmsc nmsc-treated cervical-cis breast-cancer prostate-cancer'.split(' '))
