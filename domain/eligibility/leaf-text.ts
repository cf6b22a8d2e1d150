import { cancerTypeById } from '../cancer/taxonomy.ts'
import { comparisonWords } from './comparison-words.ts'
import { windowText } from './days-text.ts'
import type { ConditionLeaf, OtherMalignancyLeaf, ToxicityLeaf } from './event-leaf.ts'
import { factName, factNameInside, recordedWordInside, unitSuffix } from './fact-name.ts'
import type { BiomarkerLeaf, Leaf, StageLeaf } from './leaf.ts'
import { biomarkerName, printedBiomarker } from './leaves/biomarker-name.ts'
import { therapyText } from './therapy-text.ts'
import { listed } from './word-list.ts'

/** What one leaf asks, in words. */
export function leafText(leaf: Leaf): string {
  switch (leaf.op) {
    case 'age':
      return `aged ${limits(leaf, leaf.minInclusive === false ? 'over' : 'at least', leaf.maxInclusive === false ? 'under' : 'at most')} ${leaf.unit}${leaf.at === 'diagnosis' ? ' at diagnosis' : ''}`
    case 'sex':
      return or(leaf.in)
    case 'diagnosis': {
      const names = leaf.entities.map((id) => cancerTypeById(id)?.name ?? id)
      const proven = {
        any: '',
        histology: ', proven by histology',
        histologyOrCytology: ', proven by histology or cytology',
      }
      return `diagnosis ${or(names)}${leaf.morphology === undefined ? '' : `, morphology ${or(leaf.morphology)}`}${proven[leaf.confirmation ?? 'any']}`
    }
    case 'morphology':
      return `morphology ${leaf.range === undefined ? or(leaf.in ?? []) : leaf.range.join(' to ')}`
    case 'topography':
      return `topography ${or(leaf.in)}`
    case 'grade':
      return `tumour grade ${or(leaf.in.map(recordedWordInside))}`
    case 'stage':
      return `${factName(leaf.system)} ${stageParts(leaf)}`
    case 'diseaseExtent':
      return `extent of disease: ${or(leaf.in.map(factNameInside))}`
    case 'diseaseStatus':
      return `disease status: ${or(leaf.in.map(factNameInside))}${leaf.after === undefined ? '' : ' since first-line treatment began'}${within(leaf)}`
    case 'progression':
      return `progression${leaf.relativeTo === undefined ? within(leaf) : ` during ${leaf.relativeTo === 'firstLine.end' ? 'first-line' : 'last-line'} treatment or within ${windowText(leaf.withinDays ?? 0)} of its end`}`
    case 'bestResponse':
      return `best response ${or(leaf.in)}${leaf.to === undefined ? '' : ` to ${leaf.to === 'firstLine' ? 'first-line' : 'last-line'} treatment`}`
    case 'measurableDisease':
      return `measurable disease by ${factNameInside(leaf.by)}${leaf.irradiatedLesionRule === undefined ? '' : ', an irradiated lesion only if it has progressed since'}${within(leaf)}`
    case 'metastasis':
      return `${factNameInside(leaf.site)} metastasis ${leaf.status}${leaf.forAtLeastDays === undefined ? '' : ` for at least ${leaf.forAtLeastDays} days`}`
    case 'ps':
      return `${leaf.scale} performance status ${[...(leaf.in === undefined ? [] : [or(leaf.in)]), limits(leaf, 'at least', 'at most')].join(' ').trim()}${within(leaf)}`
    case 'lab':
      return `${nameInside(leaf.analyte)} ${comparisonWords[leaf.cmp]} ${leaf.value}${unitSuffix(leaf.unit)}${within(leaf)}`
    case 'observation':
      return `${nameInside(leaf.concept)} ${comparisonWords[leaf.cmp]} ${leaf.value}${unitSuffix(leaf.unit)}${within(leaf)}`
    case 'score':
      return `${factName(leaf.name)} ${[...(leaf.in === undefined ? [] : [or(leaf.in)]), limits(leaf, 'at least', 'at most')].join(' ').trim()}${within(leaf)}`
    case 'biomarker':
      return biomarkerText(leaf)
    case 'condition':
      return conditionText(leaf)
    case 'infection':
      return `${leaf.agent} ${leaf.result}${within(leaf)}`
    case 'toxicity':
      return toxicityText(leaf)
    case 'otherMalignancy':
      return otherCancerText(leaf)
    case 'childbearingPotential':
      return 'of childbearing potential'
    case 'standardOptions':
      return `standard treatment options: ${or(leaf.in.map(factNameInside))}`
    case 'rareCancer':
      return `a rare cancer by ${leaf.definition === 'RARECARE' ? 'RARECARE' : 'the Rare Cancers Act 2026'}`
    case 'centralReview':
      return `${factName(leaf.type)}: ${recordedWordInside(leaf.result)}`
    case 'attest':
      return `${leaf.by} says “${leaf.text}”`
    case 'therapy':
    case 'linesOfTherapy':
    case 'surgery':
    case 'medication':
    case 'interval':
      return therapyText(leaf)
  }
}

/** A condition that is of the moment by its name is not called active besides: "pregnancy", "unhealed wound". */
function conditionText({ status, concept, needsSystemicTherapy, severityMin, withinDays }: ConditionLeaf): string {
  const isActive = status === 'active'
  const isOfTheMoment = /^(?:active-|un|pregnancy$|breastfeeding$)/u.test(concept)
  return [
    ...(status === 'history' ? ['history of '] : isActive && !isOfTheMoment ? ['active '] : []),
    nameInside(concept),
    ...(needsSystemicTherapy === true ? [' that needs systemic treatment'] : []),
    ...(severityMin === undefined ? [] : [`, ${recordedWordInside(severityMin)} or worse`]),
    ...(withinDays === undefined ? [] : [within({ withinDays })]),
  ].join('')
}

function toxicityText(leaf: ToxicityLeaf): string {
  const term = leaf.term === undefined || leaf.term === 'any' ? 'any toxicity' : factNameInside(leaf.term)
  const subject = leaf.onlyTerms === undefined ? term : `toxicity of ${or(leaf.onlyTerms.map(factNameInside))} alone`
  const grade = leaf.gradeMin === undefined ? '' : ` of grade ${leaf.gradeMin} or worse`
  return `${subject}${grade}${leaf.ever === true ? ' at any time' : ''}${within(leaf)}`
}

function otherCancerText(leaf: OtherMalignancyLeaf): string {
  const { onlyTypes } = leaf
  if (onlyTypes === undefined) return `another cancer${within(leaf)}`
  return `another cancer, of these kinds alone: ${or(onlyTypes.map(factNameInside))}${within(leaf)}`
}

function biomarkerText(leaf: BiomarkerLeaf): string {
  const number =
    leaf.cmp === undefined ? [] : [`${comparisonWords[leaf.cmp]} ${leaf.value}${unitSuffix(leaf.unit ?? null)}`]
  const review = leaf.centralReview === true ? ['on central review'] : []
  const asked = printedBiomarker(biomarkerName(leaf))
  const name = leaf.type === 'variant' && leaf.hgvsP === undefined ? `${asked} variant` : asked
  return [name, ...(leaf.result === undefined ? [] : [recordedWordInside(leaf.result)]), ...number, ...review].join(' ')
}

function stageParts({ group, t, n, m }: StageLeaf): string {
  return [group && `stage ${or(group)}`, t && or(t), n && or(n), m && or(m)]
    .filter((words) => words !== undefined)
    .join(', ')
}

function limits(
  { min, max }: { readonly min?: number; readonly max?: number },
  lowest: string,
  highest: string,
): string {
  const words = [min === undefined ? [] : [`${lowest} ${min}`], max === undefined ? [] : [`${highest} ${max}`]]
  return words.flat().join(' and ')
}

function within({ withinDays }: { readonly withinDays?: number }): string {
  return withinDays === undefined ? '' : ` within ${windowText(withinDays)}`
}

/** "0 or 1", "0 to 2", "IIIB, IVA or IVB". */
function or(words: readonly (string | number)[]): string {
  const isRun = words.length > 2 && words.every((word, place) => word === Number(words[0]) + place)
  return isRun ? `${words[0]} to ${words.at(-1)}` : listed(words, 'or')
}

/** A name inside a sentence loses its capital unless it is an abbreviation or a person's: "creatine kinase", "ANC". */
function nameInside(code: string): string {
  const name = factNameInside(code)
  return /^[A-Z][a-z]/u.test(name) && !/^(?:Gilbert|Child-Pugh)/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}
