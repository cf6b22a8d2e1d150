import { conditionAbbreviations } from './condition-abbreviations.ts'
import { conditionPhrases } from './condition-phrases.ts'
import { foldTerm } from './fold-term.ts'
import { ancestorsOf, taxonomy } from './taxonomy.ts'

/**
 * What a registry's condition text stands for. 'basket': the trial takes many cancers ("advanced solid tumours"), so the
 * cancer type does not decide. 'unmapped': nothing of the taxonomy, for example a common cancer or another disease.
 */
export type ConditionMapping =
  | { readonly kind: 'mapped'; readonly cancerTypeIds: readonly string[] }
  | { readonly kind: 'basket' }
  | { readonly kind: 'unmapped' }

/**
 * Maps free condition text to cancer types, in the order of the taxonomy: 'Metastatic Uveal Melanoma' → sk-uveal.
 * "Melanoma" is cutaneous and "thyroid cancer" differentiated unless more is said, so both stay unmapped.
 */
export function mapConditionText(text: string): ConditionMapping {
  const included = text.replace(exceptions, ' ')
  const folded = foldTerm(included)
  if (isPredisposition(folded)) return { kind: 'unmapped' }
  const ids = new Set([...phraseIds(included), ...abbreviationIds(included)])
  const specific = taxonomy.filter(({ id }) => ids.has(id) && !hasNarrower(id, ids)).map(({ id }) => id)
  if (specific.length > 0) return { kind: 'mapped', cancerTypeIds: specific }
  return isBasket(folded) ? { kind: 'basket' } : { kind: 'unmapped' }
}

/** What the text takes back: "melanoma (excluding uveal melanoma)", up to the closing bracket or the end. */
const exceptions = /\b(?:excluding|except(?:ing)?(?: for)?|other than|not including|without)\b[^);]*/gi

/** Registries also write terms back to front: "Sarcoma, Synovial", "Leukemia, Myeloid, Acute". */
function phraseIds(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim())
  const readings = parts.length === 2 || parts.length === 3 ? [text, parts.toReversed().join(' ')] : [text]
  return readings.flatMap((reading) => idsInOrder(foldTerm(reading)))
}

function idsInOrder(folded: string): readonly string[] {
  let rest = folded
  const ids: string[] = []
  for (const { pattern, cancerTypeIds } of conditionPhrases) {
    rest = rest.replace(pattern, (phrase, offset: number) => {
      const isDenied = /(?:^| )non$/.test(rest.slice(0, offset).trimEnd())
      if (!isDenied) ids.push(...cancerTypeIds)
      return isDenied ? phrase : taken
    })
  }
  return ids
}

/** Stands where a phrase was, so that the words on both sides are not read as one phrase. */
const taken = '|'

/** Abbreviations count in capitals only, and not in a text that is all capitals: "ALL" is a word there. */
function abbreviationIds(text: string): readonly string[] {
  const isAllCapitals = text === text.toUpperCase() && /\s/.test(text.trim())
  if (isAllCapitals) return []
  return text.split(/[^\p{L}\p{N}/-]+/u).flatMap((word) => conditionAbbreviations.get(word) ?? [])
}

function hasNarrower(id: string, ids: ReadonlySet<string>): boolean {
  return [...ids].some((other) => ancestorsOf(other).some((ancestor) => ancestor.id === id))
}

/** An inherited risk is no cancer: "rhabdoid tumour predisposition syndrome". Some cancers are called syndromes. */
function isPredisposition(folded: string): boolean {
  const withoutCancers = folded.replace(/(?:myelodysplastic|sezary) syndrome/g, '')
  return /\b(?:syndrome|predisposition|germline|carrier|cancer risk)\b/.test(withoutCancers)
}

/** Any mention of solid or rare tumours, or nothing but general nouns: "Neoplasms", "Advanced Cancer". */
function isBasket(folded: string): boolean {
  if (
    /\b(?:solid|rare) (?:malignant |organ )?(?:tumor|cancer|neoplasm|malignanc(?:y|ie))\b|\btumor solid\b/.test(folded)
  )
    return true
  const words = folded.split(' ')
  return (
    words.some((word) => generalNouns.has(word)) &&
    words.every((word) => generalNouns.has(word) || qualifiers.has(word))
  )
}

const generalNouns: ReadonlySet<string> = new Set([
  'cancer',
  'tumor',
  'neoplasm',
  'malignancy',
  'malignancie',
  'oncology',
])

const qualifiers: ReadonlySet<string> = new Set([
  ...['malignant', 'solid', 'rare', 'advanced', 'locally', 'metastatic', 'unresectable', 'recurrent', 'refractory'],
  ...[
    'relapsed',
    'resistant',
    'progressive',
    'adult',
    'pediatric',
    'childhood',
    'unspecified',
    'any',
    'all',
    'and',
    'or',
  ],
  ...['by', 'site', 'histologic', 'type', 'stage', 'iii', 'iv', '3', '4'],
])
