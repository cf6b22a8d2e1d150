import type {
  AgeLeaf,
  BiomarkerLeaf,
  Comparison,
  DiagnosisLeaf,
  Leaf,
  StageLeaf,
} from '../../domain/eligibility/leaf.ts'
import { biomarkerKey, certainWord } from './biomarker-word.ts'
import {
  type ElmNode,
  elmAll,
  elmAny,
  elmCall,
  elmDate,
  elmFalse,
  elmIf,
  elmListHas,
  elmNull,
  elmNumber,
  elmProperty,
  elmText,
  elmTrue,
} from './elm.ts'
import { quantityOf } from './laboratory-quantity.ts'
import { coarserCategories, plainCategory } from './stage-category.ts'

/** A leaf in ELM over the plain record, or null where the plain record does not answer it. */
export function elmOfLeaf(leaf: Leaf, asOf: string): ElmNode | null {
  switch (leaf.op) {
    case 'age':
      return leaf.at === 'diagnosis' ? null : elmOfAge(leaf, asOf)
    case 'sex':
      return elmOneOf('sex', leaf.in)
    case 'diagnosis':
      return leaf.morphology === undefined ? elmOfDiagnosis(leaf) : null
    case 'grade':
      return elmOneOf(leaf.op, leaf.in)
    case 'diseaseExtent':
      return elmOfExtent(leaf.in, asOf)
    case 'stage':
      return elmOfStage(leaf)
    case 'ps':
      return elmOfPlaces('scales', leaf.scale, leaf, asOf)
    case 'score':
      // A Child-Pugh number stands for a class, which no record here works out.
      return leaf.name === 'child-pugh' ? null : elmOfPlaces('scores', leaf.name, leaf, asOf)
    case 'lab':
      return leaf.analyte === 'crcl-cg' ? null : elmOfResults('labs', leaf.analyte, leaf, asOf)
    case 'observation':
      return elmOfResults('observations', leaf.concept, leaf, asOf)
    case 'biomarker':
      return elmOfBiomarker(leaf)
    default:
      return null
  }
}

/**
 * Whether the record holds a current result of what the leaf asks, comparable or not: false or null where it does not.
 * Only what is measured can be measured and yet not compared.
 */
export function elmIsMeasured(leaf: Leaf, asOf: string): ElmNode {
  switch (leaf.op) {
    case 'ps':
      return elmIsFresh(`scales.${leaf.scale}.on`, leaf.withinDays ?? 28, asOf)
    case 'score':
      return elmIsFresh(`scores.${leaf.name}.on`, leaf.withinDays ?? 28, asOf)
    case 'lab':
      return elmIsFresh(`labs.${leaf.analyte}.on`, leaf.withinDays ?? defaultWindowDays(leaf.analyte), asOf)
    case 'observation':
      return elmIsFresh(`observations.${leaf.concept}.on`, leaf.withinDays ?? defaultWindowDays(leaf.concept), asOf)
    case 'biomarker': {
      const subject = biomarkerKey(leaf.type, leaf.gene ?? leaf.marker ?? '')
      return subject === null ? elmFalse : elmProperty(`isTested.${subject}`)
    }
    default:
      return elmFalse
  }
}

function elmOfAge(leaf: AgeLeaf, asOf: string): ElmNode {
  const today = elmDay(asOf)
  const yesterday = elmCall('Subtract', today, { type: 'Quantity', value: 1, unit: 'day' })
  const age = (on: ElmNode): ElmNode => ({
    ...elmCall('CalculateAgeAt', elmProperty('bornOn'), on),
    precision: leaf.unit === 'years' ? 'Year' : 'Month',
  })
  // "Over 18" begins on the day after the birthday: on the day before, 18 was already complete.
  const lowest =
    leaf.min === undefined
      ? []
      : [elmCall('GreaterOrEqual', age(leaf.minInclusive === false ? yesterday : today), elmNumber(leaf.min))]
  const highest =
    leaf.max === undefined
      ? []
      : [elmCall(leaf.maxInclusive === false ? 'Less' : 'LessOrEqual', age(today), elmNumber(leaf.max))]
  return elmAll([...lowest, ...highest])
}

function elmOneOf(path: string, words: readonly (string | number)[]): ElmNode {
  return elmAny(words.map((word) => elmCall('Equal', elmProperty(path), elmText(String(word).trim().toLowerCase()))))
}

/** What has spread stays so; the rest is looked at with every scan, every six weeks. */
function elmOfExtent(words: readonly string[], asOf: string): ElmNode {
  const isHeld = elmAny([
    elmOneOf('diseaseExtent.word', ['metastatic', 'systemic']),
    elmIsFresh('diseaseExtent.on', 42, asOf),
  ])
  const has = (list: string) => words.map((word) => elmListHas(elmProperty(`diseaseExtent.${list}`), word))
  const open = elmIf(elmAll(has('rulesOut')), elmFalse, elmNull)
  const answer = elmIf(elmAny(has('says')), elmTrue, open)
  return elmIf(elmAll([isHeld, elmCall('Not', elmCall('IsNull', elmProperty('diseaseExtent.word')))]), answer, elmNull)
}

function elmOfDiagnosis(leaf: DiagnosisLeaf): ElmNode {
  const lists = (name: string) =>
    elmAny(leaf.entities.map((entity) => elmListHas(elmProperty(`diagnosis.${name}`), entity)))
  const isOpen = elmAny([elmProperty('diagnosis.isUncoded'), lists('group'), lists('possible')])
  const entity = elmIf(
    elmCall('IsNull', elmProperty('diagnosis.isUncoded')),
    elmNull,
    elmIf(lists('exact'), elmTrue, elmIf(isOpen, elmNull, elmFalse)),
  )
  const accepted = leaf.confirmation === 'histology' ? ['histology'] : ['histology', 'cytology']
  const needsProof = leaf.confirmation !== undefined && leaf.confirmation !== 'any'
  return needsProof ? elmCall('And', entity, elmOneOf('diagnosis.basis', accepted)) : entity
}

function elmOfStage(leaf: StageLeaf): ElmNode {
  return elmAll(
    (['group', 't', 'n', 'm'] as const).flatMap((part) => {
      const asked = leaf[part]?.map(plainCategory)
      return asked === undefined ? [] : [elmOfCategory(`stages.${leaf.system}.${part}`, asked)]
    }),
  )
}

/** A category that is one of the asked, or part of one, holds; a coarser one than the asked leaves it open. */
function elmOfCategory(path: string, asked: readonly string[]): ElmNode {
  const labels = elmProperty(`${path}.labels`)
  const coarser = asked.flatMap((category) => coarserCategories(category).slice(1))
  const isCoarser = elmAny(
    coarser.map((category) => elmCall('Equal', elmProperty(`${path}.recorded`), elmText(category))),
  )
  return elmIf(
    elmCall('IsNull', labels),
    elmNull,
    elmIf(elmAny(asked.map((category) => elmListHas(labels, category))), elmTrue, elmIf(isCoarser, elmNull, elmFalse)),
  )
}

interface ScaleQuestion {
  readonly withinDays?: number
  readonly in?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
}

function elmOfPlaces(kind: 'scales' | 'scores', code: string, asked: ScaleQuestion, asOf: string): ElmNode {
  const at = (path: string) => elmOfScale(path, asked, asked.withinDays ?? 28, asOf)
  return elmOfBoth(at(`${kind}.${code}`), at(`${kind}Beside.${code}`), `${kind}Beside.${code}`)
}

/** Where there is a second result of the day, both have to answer, and the same. */
function elmOfBoth(first: ElmNode, second: ElmNode, beside: string): ElmNode {
  const isOne = elmCall('IsNull', elmProperty(`${beside}.on`))
  return elmIf(isOne, first, elmIf(elmCall('Equal', first, second), first, elmNull))
}

function elmOfScale(path: string, asked: ScaleQuestion, days: number, asOf: string): ElmNode {
  const number = elmProperty(`${path}.number`)
  const parts = [
    ...(asked.in === undefined ? [] : [elmOneOf(`${path}.word`, asked.in)]),
    ...(asked.min === undefined ? [] : [elmCall('GreaterOrEqual', number, elmNumber(asked.min))]),
    ...(asked.max === undefined ? [] : [elmCall('LessOrEqual', number, elmNumber(asked.max))]),
  ]
  const needsNumber = asked.min !== undefined || asked.max !== undefined
  const test = needsNumber ? elmIf(elmCall('IsNull', number), elmNull, elmAll(parts)) : elmAll(parts)
  return elmIf(elmIsFresh(`${path}.on`, days, asOf), test, elmNull)
}

interface MeasurementQuestion {
  readonly cmp: Comparison
  readonly value: number | string
  readonly unit: string
  readonly withinDays?: number
}

function elmOfResults(
  kind: 'labs' | 'observations',
  code: string,
  asked: MeasurementQuestion,
  asOf: string,
): ElmNode | null {
  const first = elmOfMeasurement(`${kind}.${code}`, code, asked, asOf)
  const second = elmOfMeasurement(`${kind}Beside.${code}`, code, asked, asOf)
  if (first === null || second === null) return null
  return elmOfBoth(first, second, `${kind}Beside.${code}`)
}

function elmOfMeasurement(path: string, code: string, asked: MeasurementQuestion, asOf: string): ElmNode | null {
  if (typeof asked.value !== 'number') return null
  const { name, value } = quantityOf(asked.value, asked.unit, code)
  const [found, limit] = [elmProperty(`${path}.${name}`), elmNumber(value)]
  const isReportedAs = (sign: string) => elmCall('Equal', elmProperty(`${path}.sign`), elmText(sign))
  // Of "<5" only its end is known: every such result is on one side of the limit, or nobody can say.
  const below = elmIf(
    elmCall('LessOrEqual', found, limit),
    ['<', '<='].includes(asked.cmp) ? elmTrue : elmFalse,
    elmNull,
  )
  const above = elmIf(
    elmCall('GreaterOrEqual', found, limit),
    ['>', '>='].includes(asked.cmp) ? elmTrue : elmFalse,
    elmNull,
  )
  const exact = elmCall(comparisons[asked.cmp], found, limit)
  const test = elmIf(isReportedAs('<'), below, elmIf(isReportedAs('>'), above, exact))
  return elmIf(elmIsFresh(`${path}.on`, asked.withinDays ?? defaultWindowDays(code), asOf), test, elmNull)
}

function elmOfBiomarker(leaf: BiomarkerLeaf): ElmNode | null {
  const word = leaf.result === undefined ? null : certainWord(leaf.result)
  const subject = biomarkerKey(leaf.type, leaf.gene ?? leaf.marker ?? '')
  if (leaf.centralReview === true || leaf.cmp !== undefined || leaf.hgvsP !== undefined) return null
  if (subject === null || word === null) return null
  // A gene that was searched has changes or it has none: any other word than "absent" asks for one.
  const asked = leaf.type === 'variant' && word !== 'absent' ? 'present' : word
  return elmCall('Equal', elmProperty(`biomarkers.${subject}`), elmText(asked))
}

/** True for today, for so many days before it and all between; null where there is no date. */
function elmIsFresh(path: string, days: number, asOf: string): ElmNode {
  const on = elmProperty(path)
  return elmAll([
    elmCall('GreaterOrEqual', on, elmDay(dayBefore(asOf, days))),
    elmCall('LessOrEqual', on, elmDay(asOf)),
  ])
}

/** The calendar of the runtime, not of the product. CQL knows no day before the year 1. */
function dayBefore(day: string, days: number): string {
  const msPerDay = 86_400_000
  const earliest = Date.parse('0001-01-01')
  return new Date(Math.max(earliest, Date.parse(day) - days * msPerDay)).toISOString().slice(0, 10)
}

function elmDay(day: string): ElmNode {
  return elmDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

const comparisons: Readonly<Record<Comparison, string>> = {
  '<': 'Less',
  '<=': 'LessOrEqual',
  '=': 'Equal',
  '>=': 'GreaterOrEqual',
  '>': 'Greater',
}

/** How long a result is good for where the protocol does not say. */
export function defaultWindowDays(code: string): number {
  return defaultWindows[code] ?? 28
}

const defaultWindows: Readonly<Record<string, number>> = {
  hcg: 7,
  'csf-cytology': 42,
  lvef: 90,
  qtcf: 90,
  qtcb: 90,
  'residual-tumour-max-diameter': 42,
}
