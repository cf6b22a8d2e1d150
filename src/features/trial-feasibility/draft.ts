import type { components } from '#api/schema.ts'

type DraftCriterion = components['schemas']['DraftCriterion']

/** A draft as it is typed. */
export interface Draft {
  readonly title: string
  readonly cancerTypeIds: readonly string[]
  readonly isBasket: boolean
  readonly criteria: readonly TypedCriterion[]
  /** The names of the cohorts that take patients, one a line. */
  readonly cohorts: string
  /** The names of those that take nobody now, one a line. */
  readonly closedCohorts: string
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
  /** The cohorts that it binds; none: every cohort. */
  readonly appliesTo: readonly string[]
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
  closedCohorts: '',
  places: '',
}

export function newCriterion(others: readonly TypedCriterion[]): TypedCriterion {
  const key = Math.max(0, ...others.map((other) => other.key)) + 1
  return { key, text: '', kind: 'inclusion', class: 'hard', rule: '', appliesTo: [] }
}

/** A criterion left wholly empty is not part of the draft. */
export function writtenCriteria({ criteria }: Draft): readonly TypedCriterion[] {
  return criteria.filter(({ text, rule }) => text.trim() !== '' || rule.trim() !== '')
}

/** One name a line: a name that is typed twice is one. */
export function namesIn(typed: string): readonly string[] {
  const names = typed.split('\n').map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

export const fieldIds = {
  cancerTypes: 'cancer-types',
  cohorts: 'cohorts',
  closedCohorts: 'closed-cohorts',
  places: 'places',
  text: (key: number) => `text-${key}`,
  kind: (key: number) => `kind-${key}`,
  rule: (key: number) => `rule-${key}`,
  appliesTo: (key: number) => `applies-to-${key}`,
} as const

/** The fields of one criterion. */
export function fieldIdsOf(key: number): readonly string[] {
  return [fieldIds.text, fieldIds.kind, fieldIds.rule, fieldIds.appliesTo].map((idOf) => idOf(key))
}
