import { codeRange } from '../../cancer/code-range.ts'
import { formatMorphology, normaliseMorphology, normaliseTopography } from '../../cancer/normalise-code.ts'
import { readDiagnosis } from '../../cancer/read-diagnosis.ts'
import { mayBecome } from '../../cancer/unspecified-morphology.ts'
import { evidenceOfDiagnosis } from '../evidence-of.ts'
import { claimed, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { MorphologyLeaf, TopographyLeaf } from '../leaf.ts'
import type { DiagnosisFact, PatientFacts } from '../patient-facts.ts'
import type { Finding } from '../verdict.ts'
import { listed as listedWords } from '../word-list.ts'
import { codeItem, histologyItem, noDiagnosis, originOf } from './diagnosis-gap.ts'

export function evaluateMorphology(leaf: MorphologyLeaf, facts: PatientFacts): Finding {
  return facts.diagnosis === null ? noDiagnosis() : judgeMorphology(leaf, facts.diagnosis)
}

/** A code that says only the tissue ("carcinoma") settles nothing where a fuller report may turn it into what is asked. */
export function judgeMorphology(leaf: MorphologyLeaf, diagnosis: DiagnosisFact): Finding {
  const evidence = evidenceOfDiagnosis(diagnosis)
  const { morphology } = readDiagnosis(diagnosis)
  if (morphology === null) {
    const found = diagnosis.morphology === null ? 'is not recorded' : `${diagnosis.morphology} is not an ICD-O-3 code`
    const item = codeItem(diagnosis, histologyItem)
    return undecided('missing', item, `Morphology ${found} (${originOf(diagnosis)})`, evidence)
  }
  const code = formatMorphology(morphology)
  const listed = leaf.in ?? []
  const isInRange = leaf.range !== undefined && morphology.base >= leaf.range[0] && morphology.base <= leaf.range[1]
  const isAccepted = isInRange || listed.some((wanted) => withBehaviour(wanted) === withBehaviour(code))
  const range = leaf.range === undefined ? [] : [codeRange(leaf.range.join('-'))]
  const wantedCells = [...listed.map((wanted) => codeRange(wanted.slice(0, 4))), ...range]
  if (!isAccepted && mayBecome(morphology.base, wantedCells)) {
    const sentence = `Morphology ${code} does not say which kind of tumour it is: needs histology code (${originOf(diagnosis)})`
    return undecided('possibleDiagnosis', histologyItem, sentence, evidence)
  }
  const asked = leaf.range === undefined ? listedWords(listed, 'or') : leaf.range.join(' to ')
  return claimed(
    isAccepted,
    `Morphology ${code} is ${isAccepted ? '' : 'not '}${listed.length === 1 ? 'the one named' : 'among those named'}: ${asked} (${originOf(diagnosis)})`,
    evidence,
  )
}

/** "C71" takes every subsite of it; a record that says only "C71" leaves a subsite open. */
export function evaluateTopography(leaf: TopographyLeaf, facts: PatientFacts): Finding {
  const { diagnosis } = facts
  if (diagnosis === null) return noDiagnosis()
  const evidence = evidenceOfDiagnosis(diagnosis)
  const item = codeItem(diagnosis, namedItem('diagnosis:topography'))
  const { topography } = readDiagnosis(diagnosis)
  if (topography === null)
    return undecided('missing', item, `Topography is not recorded (${originOf(diagnosis)})`, evidence)
  const wanted = leaf.in.map(plainTopography)
  const isListed = wanted.some((site) => topography.startsWith(site))
  const words = `within ${listedWords(leaf.in, 'or')} (${originOf(diagnosis)})`
  if (!isListed && wanted.some((site) => site.startsWith(topography))) {
    return undecided('missing', item, `Topography ${topography} does not say whether it is ${words}`, evidence)
  }
  return claimed(isListed, `Topography ${topography} is ${isListed ? '' : 'not '}${words}`, evidence)
}

/** ICD-O-3: a code without behaviour digit means a malignant primary. */
export function withBehaviour(code: string): string {
  const read = normaliseMorphology(code)
  if (read.kind === 'error') return code
  return formatMorphology({ base: read.code.base, behaviour: read.code.behaviour ?? 3 })
}

/** As the register writes it: "C719" → "C71.9". */
export function plainTopography(code: string): string {
  const read = normaliseTopography(code)
  return read.kind === 'code' ? read.code : code
}
