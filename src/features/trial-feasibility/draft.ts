import type { components } from '#api/schema.ts'

type DraftTrial = components['schemas']['DraftTrial']
type DraftCriterion = components['schemas']['DraftCriterion']

/** A draft as it is typed. */
export interface Draft {
  readonly title: string
  readonly cancerTypeIds: readonly string[]
  readonly isBasket: boolean
  readonly criteria: readonly TypedCriterion[]
  /** The names that rules speak of, between commas. */
  readonly cohorts: string
  /** One place a line: name, latitude, longitude. */
  readonly places: string
}

export interface TypedCriterion {
  /** Stays with the criterion while others come and go. */
  readonly key: number
  readonly text: string
  readonly kind: DraftCriterion['kind']
  readonly class: DraftCriterion['class']
  /** JSON in the criteria language; empty where only a person can read the text. */
  readonly rule: string
}

/** What is wrong with a draft, each at a field of the page. */
export interface DraftFault {
  readonly fieldId: string
  readonly message: string
}

export const emptyDraft: Draft = {
  title: '',
  cancerTypeIds: [],
  isBasket: false,
  criteria: [newCriterion([])],
  cohorts: '',
  places: '',
}

export function newCriterion(others: readonly TypedCriterion[]): TypedCriterion {
  const key = Math.max(0, ...others.map((other) => other.key)) + 1
  return { key, text: '', kind: 'inclusion', class: 'hard', rule: '' }
}

/** The request, or the rules that are not JSON. A criterion left wholly empty is not part of it. */
export function readDraft(draft: Draft): { readonly body: DraftTrial } | { readonly faults: readonly DraftFault[] } {
  const typed = typedCriteria(draft)
  const rules = typed.map(({ rule }) => readRule(rule))
  const faults = typed.flatMap(({ key, text }, index) => {
    const rule = rules[index]
    return [
      ...(text.trim() === '' ? [{ fieldId: fieldIds.text(key), message: 'Enter the text of the criterion' }] : []),
      ...(rule !== undefined && 'fault' in rule ? [{ fieldId: fieldIds.rule(key), message: rule.fault }] : []),
    ]
  })
  const places = readPlaces(draft.places)
  const faultyPlaces = 'fault' in places ? [{ fieldId: fieldIds.places, message: places.fault }] : []
  if ('fault' in places || faults.length > 0) return { faults: [...faults, ...faultyPlaces] }
  const criteria = typed.map(({ text, kind, class: className }, index) => {
    const rule = rules[index]
    return {
      criterionId: `C${index + 1}`,
      kind,
      class: className,
      text: text.trim(),
      rule: rule !== undefined && 'rule' in rule ? rule.rule : null,
    }
  })
  const { title, cancerTypeIds, isBasket } = draft
  const named = title.trim() === '' ? {} : { title: title.trim() }
  const cohorts = readCohorts(draft.cohorts)
  const declared = cohorts.length === 0 ? {} : { cohorts }
  return {
    body: { ...named, ...declared, cancerTypeIds: [...cancerTypeIds], isBasket, criteria, places: places.places },
  }
}

/** The faults that the API found, each at the field that it is about: `/criteria/1/rule/of/0` is the second rule. */
export function faultsOfAnswer(
  draft: Draft,
  errors: readonly { readonly pointer: string; readonly message: string }[],
): readonly DraftFault[] {
  const typed = typedCriteria(draft)
  return errors.map(({ pointer, message }) => {
    const [, index = '', field = '', node = ''] = /^\/criteria\/(\d+)(?:\/(\w+))?(.*)$/u.exec(pointer) ?? []
    const criterion = index === '' ? undefined : typed[Number(index)]
    if (pointer.startsWith('/cohorts')) return { fieldId: fieldIds.cohorts, message }
    if (pointer.startsWith('/places')) return { fieldId: fieldIds.places, message: `${pointer} ${message}` }
    if (criterion === undefined) return { fieldId: fieldIds.cancerTypes, message }
    if (field === 'text') return { fieldId: fieldIds.text(criterion.key), message }
    return { fieldId: fieldIds.rule(criterion.key), message: node === '' ? message : `At ${node}: ${message}` }
  })
}

export const fieldIds = {
  cancerTypes: 'cancer-types',
  cohorts: 'cohorts',
  places: 'places',
  text: (key: number) => `text-${key}`,
  rule: (key: number) => `rule-${key}`,
} as const

function typedCriteria({ criteria }: Draft): readonly TypedCriterion[] {
  return criteria.filter(({ text, rule }) => text.trim() !== '' || rule.trim() !== '')
}

/** "A, B": a name that is typed twice is one cohort. */
function readCohorts(typed: string): string[] {
  const names = typed.split(',').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** "Leeds, 53.80, -1.55": the last two parts of a line are degrees north and east. */
function readPlaces(
  typed: string,
): { readonly places: NonNullable<DraftTrial['places']> } | { readonly fault: string } {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const places = lines.map((line) => {
    const [, name = '', latitude, longitude] =
      /^(.+?),\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(line) ?? []
    return { line, name: name.trim(), latitude: Number(latitude), longitude: Number(longitude) }
  })
  const wrong = places.find(
    ({ name, latitude, longitude }) => name === '' || !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180),
  )
  if (wrong !== undefined) {
    return {
      fault: `“${wrong.line.trim()}” is not a place: write its name, latitude and longitude, such as Leeds, 53.80, -1.55`,
    }
  }
  return { places: places.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })) }
}

type Rule = NonNullable<DraftCriterion['rule']>

function readRule(typed: string): { readonly rule: Rule | null } | { readonly fault: string } {
  if (typed.trim() === '') return { rule: null }
  try {
    const value: unknown = JSON.parse(typed)
    if (isRule(value)) return { rule: value }
  } catch {
    return { fault: 'The rule is not JSON: check for a missing bracket, comma or quotation mark' }
  }
  return { fault: 'The rule must be an object: write { "op": … }' }
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
