import type { TopLevelCondition } from 'json-rules-engine'
import type {
  AgeLeaf,
  BiomarkerLeaf,
  Comparison,
  DiagnosisLeaf,
  Leaf,
  StageLeaf,
} from '../../../domain/eligibility/leaf.ts'
import { biomarkerKey, certainWord } from '../../parity-cql/biomarker-word.ts'
import { defaultWindowDays } from '../../parity-cql/elm-of-leaf.ts'
import { quantityOf } from '../../parity-cql/laboratory-quantity.ts'
import { plainCategory } from '../../parity-cql/stage-category.ts'

/** One condition of json-rules-engine, or a branch of them. */
export type RuleCondition = Extract<TopLevelCondition, { not: unknown }>['not'] | TopLevelCondition

/** A leaf over flat facts. Throws RangeError for one that flat facts do not answer. */
export function jsonRulesLeaf(leaf: Leaf): RuleCondition {
  switch (leaf.op) {
    case 'age':
      return ofAge(leaf)
    case 'sex':
      return { fact: 'sex', operator: 'in', value: leaf.in }
    case 'diagnosis':
      return ofDiagnosis(leaf)
    case 'grade':
      return { fact: leaf.op, operator: 'in', value: plainWords(leaf.in) }
    case 'diseaseExtent':
      return ofExtent(leaf.in)
    case 'stage':
      return ofStage(leaf)
    case 'ps':
      return ofScale(`scales.${leaf.scale}`, leaf)
    case 'score':
      return ofScale(`scores.${leaf.name}`, leaf)
    case 'lab':
      return ofMeasurement(`labs.${leaf.analyte}`, leaf.analyte, leaf)
    case 'observation':
      return ofMeasurement(`observations.${leaf.concept}`, leaf.concept, leaf)
    case 'biomarker':
      return ofBiomarker(leaf)
    default:
      throw new RangeError(`Flat facts do not answer ${JSON.stringify(leaf)}: leave it out`)
  }
}

function ofAge(leaf: AgeLeaf): RuleCondition {
  const { unit, min, max } = leaf
  const fact = leaf.minInclusive === false ? `ageYesterday.${unit}` : `age.${unit}`
  const operator = leaf.maxInclusive === false ? 'lessThan' : 'lessThanInclusive'
  return {
    all: [
      ...(min === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: min }]),
      ...(max === undefined ? [] : [{ fact: `age.${unit}`, operator, value: max }]),
    ],
  }
}

function ofExtent(words: readonly string[]): RuleCondition {
  const isWord = { fact: 'diseaseExtent.word', operator: 'in', value: plainWords(words) }
  const hasSpread = { fact: 'diseaseExtent.word', operator: 'in', value: ['metastatic', 'systemic'] }
  return { all: [{ any: [hasSpread, { all: within('diseaseExtent', 42) }] }, isWord] }
}

function ofDiagnosis({ entities, confirmation }: DiagnosisLeaf): RuleCondition {
  const any = entities.map((value) => ({ fact: 'diagnosis.exact', operator: 'contains', value }))
  if (confirmation === undefined || confirmation === 'any') return { any }
  const value = confirmation === 'histology' ? ['histology'] : ['histology', 'cytology']
  return { all: [{ any }, { fact: 'diagnosis.basis', operator: 'in', value }] }
}

function ofStage(leaf: StageLeaf): RuleCondition {
  return {
    all: (['group', 't', 'n', 'm'] as const).flatMap((part) => {
      const fact = `stages.${leaf.system}.${part}.labels`
      const asked = leaf[part]?.map((category) => ({ fact, operator: 'contains', value: plainCategory(category) }))
      return asked === undefined ? [] : [{ any: asked }]
    }),
  }
}

interface ScaleQuestion {
  readonly in?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
  readonly withinDays?: number
}

function ofScale(path: string, asked: ScaleQuestion): RuleCondition {
  const { min, max, withinDays = 28 } = asked
  return {
    all: [
      ...within(path, withinDays),
      ...(asked.in === undefined ? [] : [{ fact: `${path}.word`, operator: 'in', value: plainWords(asked.in) }]),
      ...(min === undefined ? [] : [{ fact: `${path}.number`, operator: 'greaterThanInclusive', value: min }]),
      ...(max === undefined ? [] : [{ fact: `${path}.number`, operator: 'lessThanInclusive', value: max }]),
    ],
  }
}

interface MeasurementQuestion {
  readonly cmp: Comparison
  readonly value: number | string
  readonly unit: string
  readonly withinDays?: number
}

function ofMeasurement(path: string, code: string, asked: MeasurementQuestion): RuleCondition {
  if (typeof asked.value !== 'number') throw new RangeError(`Flat facts do not answer "${asked.value}" for ${code}`)
  const { name, value } = quantityOf(asked.value, asked.unit, code)
  const days = asked.withinDays ?? defaultWindowDays(code)
  return { all: [...within(path, days), { fact: `${path}.${name}`, operator: operators[asked.cmp], value }] }
}

function ofBiomarker(leaf: BiomarkerLeaf): RuleCondition {
  const key = biomarkerKey(leaf.type, leaf.gene ?? leaf.marker ?? '')
  const word = certainWord(leaf.result ?? '')
  const value = leaf.type === 'variant' && word !== 'absent' ? 'present' : word
  return { all: [{ fact: `biomarkers.${key}`, operator: 'equal', value }] }
}

function within(path: string, days: number) {
  const fact = `${path}.daysAgo`
  return [
    { fact, operator: 'greaterThanInclusive', value: 0 },
    { fact, operator: 'lessThanInclusive', value: days },
  ]
}

function plainWords(words: readonly (string | number)[]): readonly string[] {
  return words.map((word) => String(word).trim().toLowerCase())
}

const operators: Readonly<Record<Comparison, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '=': 'equal',
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
}
