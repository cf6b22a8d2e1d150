import { cancerTypeById } from '../../cancer/taxonomy.ts'
import { displayDate } from '../../identity/date-words.ts'
import { evidenceOfDiagnosis } from '../evidence-of.ts'
import { settled, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { DiagnosisLeaf, RareCancerLeaf } from '../leaf.ts'
import type { DiagnosisFact, PatientFacts } from '../patient-facts.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'
import { codeItem, histologyItem, noDiagnosis, originOf } from './diagnosis-gap.ts'
import { judgeMorphology } from './evaluate-codes.ts'

/** The index cancer against the trial's cancer types, then its morphology, then how it was proven. */
export function evaluateDiagnosis(leaf: DiagnosisLeaf, facts: PatientFacts): Finding {
  const { diagnosis } = facts
  if (diagnosis === null) return noDiagnosis()
  const evidence = evidenceOfDiagnosis(diagnosis)
  const parts = [
    judgeEntity(leaf, diagnosis),
    ...judgeListedMorphology(leaf, diagnosis),
    judgeConfirmation(leaf, diagnosis),
  ]
  const failed = parts.find((part) => part.verdict === 'notMet')
  if (failed !== undefined) return failed
  const open = parts.find((part) => part.verdict === 'unknown')
  const { basis } = diagnosis
  const proof = basis === null ? '' : `, ${basisWords[basis]},`
  return open ?? settled('met', `${describe(diagnosis)}${proof} is ${cancersNamed(leaf)}${proofAsked(leaf)}`, evidence)
}

/** Whether the index cancer is rare; unknown while its node is only possible. */
export function evaluateRareCancer(leaf: RareCancerLeaf, facts: PatientFacts): Finding {
  const { diagnosis } = facts
  if (diagnosis === null) return noDiagnosis()
  const isRare = leaf.definition === 'RARECARE' ? diagnosis.isRareByRarecare : diagnosis.isRareByAct2026
  const definition = leaf.definition === 'RARECARE' ? 'RARECARE' : 'the Rare Cancers Act 2026'
  const evidence = evidenceOfDiagnosis(diagnosis)
  if (isRare === null) {
    return undecided(
      'possibleDiagnosis',
      codeItem(diagnosis, histologyItem),
      `Whether ${describe(diagnosis)} is rare by ${definition} is not settled`,
      evidence,
    )
  }
  return settled(
    isRare ? 'met' : 'notMet',
    `${describe(diagnosis)} is ${isRare ? '' : 'not '}rare by ${definition}`,
    evidence,
  )
}

function judgeEntity(leaf: DiagnosisLeaf, diagnosis: DiagnosisFact): Finding {
  const named = describe(diagnosis)
  const evidence = evidenceOfDiagnosis(diagnosis)
  const lists = (nodes: readonly string[]) => leaf.entities.some((entity) => nodes.includes(entity))
  if (lists(diagnosis.exact)) return settled('met', `${named} is ${cancersNamed(leaf)}`, evidence)
  if (diagnosis.isUncoded)
    return undecided(
      'missing',
      codeItem(diagnosis, histologyItem),
      `The diagnosis carries no code that can be read (${originOf(diagnosis)})`,
      evidence,
    )
  if (lists(diagnosis.group)) {
    return undecided(
      'possibleDiagnosis',
      histologyItem,
      `${named} is in the group, but the cancer type within it is not settled`,
      evidence,
    )
  }
  if (lists(diagnosis.possible)) {
    return undecided(
      'possibleDiagnosis',
      histologyItem,
      `${named} may be ${cancersNamed(leaf)}; needs histology code`,
      evidence,
    )
  }
  return settled('notMet', `${named} is not ${cancersNamed(leaf)}`, evidence)
}

function judgeListedMorphology(leaf: DiagnosisLeaf, diagnosis: DiagnosisFact): Finding[] {
  return leaf.morphology === undefined ? [] : [judgeMorphology({ op: 'morphology', in: leaf.morphology }, diagnosis)]
}

function judgeConfirmation(leaf: DiagnosisLeaf, diagnosis: DiagnosisFact): Finding {
  const evidence = evidenceOfDiagnosis(diagnosis)
  const { basis } = diagnosis
  if (leaf.confirmation === undefined || leaf.confirmation === 'any')
    return settled('met', `Any basis of diagnosis is accepted (${originOf(diagnosis)})`, evidence)
  if (basis === null) {
    return undecided(
      'missing',
      namedItem('diagnosis-basis'),
      `Basis of diagnosis is not recorded (${originOf(diagnosis)})`,
      evidence,
    )
  }
  const isProven = basis === 'histology' || (basis === 'cytology' && leaf.confirmation === 'histologyOrCytology')
  return settled(
    isProven ? 'met' : 'notMet',
    `${describe(diagnosis)} is ${basisWords[basis]}${proofAsked(leaf)}`,
    evidence,
  )
}

const basisWords: Readonly<Record<NonNullable<DiagnosisFact['basis']>, string>> = {
  histology: 'proven by histology',
  cytology: 'proven by cytology',
  clinical: 'a clinical diagnosis',
  'death-certificate': 'known from a death certificate',
}

/** "; asked: histology or cytology". */
function proofAsked({ confirmation = 'any' }: DiagnosisLeaf): string {
  return { any: '', histology: '; asked: histology', histologyOrCytology: '; asked: histology or cytology' }[
    confirmation
  ]
}

/** The cancers that the criterion names: those it takes, or those it excludes. Of a long list the first stand for all. */
function cancersNamed({ entities }: DiagnosisLeaf): string {
  const names = entities.map((id) => cancerTypeById(id)?.name ?? id)
  if (names.length > mostNamed)
    return `one of the cancers named: ${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`
  return names.length === 1 ? `the cancer named: ${names.join()}` : `one of the cancers named: ${listed(names, 'or')}`
}

const mostNamed = 3

/** "Diagnosis C22.0 8171/3 of 03-Aug-2026 (MDT proforma)". */
function describe(diagnosis: DiagnosisFact): string {
  const codes = [diagnosis.topography ?? diagnosis.icd10, diagnosis.morphology].filter((code) => code !== null)
  const date = diagnosis.diagnosedOn === null ? '' : ` of ${displayDate(diagnosis.diagnosedOn)}`
  return `Diagnosis ${codes.length === 0 ? 'without code' : codes.join(' ')}${date} (${diagnosis.source})`
}
