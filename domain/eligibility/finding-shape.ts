import { anticoagulantNames } from './anticoagulants.ts'
import { extentVocabulary } from './extent-words.ts'
import { isEvent } from './freshness.ts'
import { bedsideShapes, labShapes } from './measurement-shapes.ts'
import type { ObservationKind } from './patient-record.ts'
import { boundChoices } from './report-bound.ts'
import { stageShapes, tnmShapes } from './stage-shapes.ts'
import { statusVocabulary } from './status-words.ts'
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
  return shapes[kind].get(code) ?? (kind === 'attestation' ? plain(yesNoShape) : null)
}

/** Every code that a finding of this kind can be recorded by. Questions of judgement have no list: they are in free words. */
export function recordableCodes(kind: ObservationKind): readonly string[] {
  return [...shapes[kind].keys()]
}

type ShapesByCode = ReadonlyMap<string, FindingShape>

function plain(value: ValueShape): FindingShape {
  return { value, details: {} }
}

function eachPlain(values: ReadonlyMap<string, ValueShape>): ShapesByCode {
  return new Map([...values].map(([code, value]) => [code, plain(value)]))
}

/** The same value for every code; `detailsOf` names the further parts of some. */
function allOf(
  codes: readonly string[],
  value: ValueShape,
  detailsOf: (code: string) => FindingShape['details'] = () => ({}),
): ShapesByCode {
  return new Map(codes.map((code) => [code, { value, details: detailsOf(code) }]))
}

/** A kind of which there is only one finding, which has its name. */
function single(kind: ObservationKind, value: ValueShape, details: FindingShape['details'] = {}): ShapesByCode {
  return new Map([[kind, { value, details }]])
}

const tens = plainShape(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)

const scales: ReadonlyMap<string, ValueShape> = new Map([
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

const scores: ReadonlyMap<string, ValueShape> = new Map([
  ['child-pugh', plainShape('A', 'B', 'C')],
  ['krenning', plainShape(0, 1, 2, 3, 4)],
])

const grades = plainShape('G1', 'G2', 'G3', 'G4', 'low', 'high', 'WHO1', 'WHO2', 'WHO3', 'WHO4')

const extents = wordShape(...extentVocabulary)

const statuses = wordShape(...statusVocabulary)

const standardOptions = wordShape('available', 'exhausted', 'declined', 'none-available')

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

const metastasisSites =
  'adrenal bone bone-marrow brain cns leptomeningeal liver lung lymph-node-distant peritoneum skin spine'.split(' ')
const metastasisStates = wordShape('absent', 'present', 'untreated', 'treated', 'stable', 'progressing')
const metastasisDetails = { isTreated: yesNoShape, stableSinceOn: { kind: 'date' } } as const

const conditions = [
  'active-infection arterial-thromboembolism autoimmune-disease breastfeeding carcinoid-heart-disease',
  'gilbert-syndrome haemoptysis-significant hypertension myasthenia-gravis myocardial-infarction',
  'opportunistic-infection pregnancy retinal-disorder retinal-vein-occlusion solid-organ-transplant',
  'spinal-cord-compression stroke type-2-diabetes unable-to-swallow-tablets uncontrolled-diabetes',
  'uncontrolled-hypercortisolism unhealed-wound',
].flatMap((codes) => codes.split(' '))
const conditionStates = wordShape('absent', 'active', 'history')
/** What happens on a day has no state that goes on. */
const eventStates: ValueShape = {
  kind: 'choice',
  choices: [
    { value: 'absent', label: 'Absent' },
    { value: 'active', label: 'Happened on the date below' },
    { value: 'history', label: 'In the past, on a day not known' },
  ],
}

function conditionDetails(code: string): FindingShape['details'] {
  if (code === 'autoimmune-disease') return { needsSystemicTherapy: yesNoShape }
  if (code === 'myasthenia-gravis')
    return { severity: plainShape('MGFA-I', 'MGFA-II', 'MGFA-III', 'MGFA-IV', 'MGFA-V') }
  return {}
}

const medicines = [
  'anticoagulant-therapeutic antiretroviral enzyme-inducing-antiepileptic live-vaccine lmwh',
  'systemic-corticosteroid vitamin-k-antagonist',
].flatMap((codes) => codes.split(' '))
const medicineStates = wordShape('absent', 'active', 'stopped')

function medicineDetails(code: string): FindingShape['details'] {
  if (code === 'anticoagulant-therapeutic') return { name: wordShape(...anticoagulantNames) }
  return code === 'systemic-corticosteroid' ? { doseMgPredEq: { kind: 'number', min: 0, max: 2000 } } : {}
}

const infectionAgents = ['HIV', 'HBV', 'HCV']
const infectionStates = wordShape('negative', 'positive', 'active', 'past')

/** One of the immune system is recorded as such, whatever organ it was of, because protocols ask for it so. */
const toxicities = 'alopecia fatigue hearing-loss immune-related peripheral-neuropathy'.split(' ')
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

const reviews: ReadonlyMap<string, ValueShape> = new Map([
  ['pathology', wordShape('confirmed', 'not-confirmed')],
  ['molecular', wordShape('confirmed', 'not-confirmed')],
  ['radiology', wordShape('confirmed', 'not-confirmed')],
  ['mdt', wordShape('confirmed', 'not-confirmed')],
  ['mtb', wordShape('recommended', 'not-recommended')],
])

/** "other-cancer" is any that has no word here: protocols accept only some that have one. */
const otherCancers = 'nmsc nmsc-treated cervical-cis breast-cancer prostate-cancer other-cancer'.split(' ')

/** What was measured may be beyond the range of the assay; a word is not. */
function labDetails({ kind }: ValueShape): FindingShape['details'] {
  return kind === 'measure' ? { bound: { kind: 'choice', choices: boundChoices } } : {}
}

const stages: ShapesByCode = new Map(
  [...stageShapes].map(([system, value]) => [system, { value, details: system === 'TNM8' ? tnmShapes : {} }]),
)

const shapes: Readonly<Record<ObservationKind, ShapesByCode>> = {
  lab: new Map([...labShapes].map(([code, value]) => [code, { value, details: labDetails(value) }])),
  observation: eachPlain(bedsideShapes),
  'performance-status': eachPlain(scales),
  score: eachPlain(scores),
  stage: stages,
  grade: single('grade', grades),
  'disease-extent': single('disease-extent', extents),
  'disease-status': single('disease-status', statuses),
  progression: single('progression', yesNoShape),
  'best-response': single('best-response', responses, { line: plainShape(1, 2, 3, 4, 5, 6) }),
  'measurable-disease': single('measurable-disease', yesNoShape, measurableDetails),
  metastasis: allOf(metastasisSites, metastasisStates, () => metastasisDetails),
  condition: new Map(
    conditions.map((code) => [
      code,
      { value: isEvent(code) ? eventStates : conditionStates, details: conditionDetails(code) },
    ]),
  ),
  medication: allOf(medicines, medicineStates, medicineDetails),
  infection: allOf(infectionAgents, infectionStates),
  toxicity: allOf(toxicities, toxicityGrades),
  'childbearing-potential': single('childbearing-potential', yesNoShape),
  'standard-options': single('standard-options', standardOptions),
  'central-review': eachPlain(reviews),
  'other-malignancy': allOf(otherCancers, yesNoShape),
  attestation: new Map(),
  // Either a number or a word, which no one shape is: `checkTravelLimit` knows what it may be.
  preference: new Map(),
}
