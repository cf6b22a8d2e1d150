/** A code that could be read, or the reason why not. User data never makes these functions throw. */
export type NormalisedCode<Code> = { readonly kind: 'code'; readonly code: Code } | CodeError

export interface CodeError {
  readonly kind: 'error'
  readonly reason: 'empty' | 'format' | 'out-of-range' | 'behaviour'
  readonly value: string
  readonly message: string
}

/** Four digits of cell type, and the behaviour digit where the source gives one. */
export interface Morphology {
  readonly base: string
  readonly behaviour: Behaviour | null
}

/** ICD-O-3: 0 benign, 1 uncertain, 2 in situ, 3 malignant primary, 5 microinvasive, 6 metastatic, 9 primary or not unknown. */
export type Behaviour = 0 | 1 | 2 | 3 | 5 | 6 | 9

/**
 * ICD-10 with a dot, three or four characters: 'c693' and 'C69.3' → 'C69.3', 'C73X' → 'C73', 'C81.90' → 'C81.9'.
 * The dagger or asterisk letter and a fifth character bear on no cancer type and are dropped.
 */
export function normaliseIcd10(value: string): NormalisedCode<string> {
  const text = compact(value)
  if (text === '') return failure('empty', value, 'ICD-10 code')
  const [, category, subcategory] = /^([A-Z]\d{2})(?:X|(\d)[\dX]?)?[AD]?$/.exec(text) ?? []
  if (category === undefined) return failure('format', value, 'ICD-10 code', 'C22.0 or C220')
  return { kind: 'code', code: subcategory === undefined ? category : `${category}.${subcategory}` }
}

/** ICD-O-3 topography, C00 to C80: 'c220' → 'C22.0', 'C22' → 'C22'. */
export function normaliseTopography(value: string): NormalisedCode<string> {
  const text = compact(value)
  if (text === '') return failure('empty', value, 'ICD-O-3 topography')
  const [, category, subcategory] = /^(C\d{2})(?:X|(\d))?$/.exec(text) ?? []
  if (category === undefined) return failure('format', value, 'ICD-O-3 topography', 'C22.0 or C220')
  if (category > 'C80') return failure('out-of-range', value, 'ICD-O-3 topography', 'a site from C00 to C80')
  return { kind: 'code', code: subcategory === undefined ? category : `${category}.${subcategory}` }
}

/** ICD-O-3 morphology: '8171/3', '81713', 'M8171/3' and '8171/39' (with a grade) → 8171, 3; '8171' → 8171, no behaviour. */
export function normaliseMorphology(value: string): NormalisedCode<Morphology> {
  const text = compact(value)
  if (text === '') return failure('empty', value, 'ICD-O-3 morphology')
  const [, base, digit] = /^M?(\d{4})(?:\/?(\d)\d?)?$/.exec(text) ?? []
  if (base === undefined) return failure('format', value, 'ICD-O-3 morphology', '8171/3 or 81713')
  if (base < '8000' || base > '9993')
    return failure('out-of-range', value, 'ICD-O-3 morphology', 'a cell type from 8000 to 9993')
  if (digit === undefined) return { kind: 'code', code: { base, behaviour: null } }
  const behaviour = behaviours.find((known) => String(known) === digit)
  if (behaviour === undefined)
    return failure('behaviour', value, 'ICD-O-3 morphology', 'the behaviour 0, 1, 2, 3, 5, 6 or 9')
  return { kind: 'code', code: { base, behaviour } }
}

/** '8171/3', or '8171' where no behaviour is recorded. */
export function formatMorphology({ base, behaviour }: Morphology): string {
  return behaviour === null ? base : `${base}/${behaviour}`
}

const behaviours: readonly Behaviour[] = [0, 1, 2, 3, 5, 6, 9]

function compact(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-‐–]/g, '')
}

function failure(reason: CodeError['reason'], value: string, what: string, remedy?: string): CodeError {
  if (remedy === undefined) return { kind: 'error', reason, value, message: `The ${what} is empty` }
  return { kind: 'error', reason, value, message: `"${value}" is not an ${what}: expected ${remedy}` }
}
