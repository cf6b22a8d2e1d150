import type { CalendarDate } from '../identity/calendar-date.ts'
import { type ContactDescription, describeContact } from '../trial/describe-contact.ts'
import type { RecruitmentStatus } from '../trial/recruitment-status.ts'
import type { TrialCriterion } from '../trial/trial-criterion.ts'
import { criteriaInForce, isChecked, isInForce } from '../trial/trial-encoding.ts'
import type { TrialRecord } from '../trial/trial-record.ts'
import { ruleText } from './rule-text.ts'

/** What the record of a trial says, for somebody to read; what is not stated is null. */
export interface TrialDescription {
  officialTitle: string | null
  summary: string | null
  conditions: string[]
  interventions: { type: string; name: string; description: string | null }[]
  arms: { label: string; type: string | null; description: string | null }[]
  /** The parts of the trial that criteria may speak of and that open and close by themselves. */
  cohorts: { name: string; recruitmentStatus: RecruitmentStatus }[]
  criteria: CriterionDescription[]
  /** Who put the protocol into rules; null where nobody has. */
  encoding: EncodingDescription | null
  /** Participants in the whole world. */
  enrolment: { count: number | null; isEstimated: boolean | null }
  dates: { label: string; on: string; isEstimated: boolean }[]
  contacts: ContactDescription[]
  otherIds: { type: string; value: string }[]
  sourceUrl: string | null
  dataDate: string | null
}

export interface EncodingDescription {
  protocolVersion: string | null
  encodedBy: string
  checkedBy: string | null
  effectiveFrom: string
  /** Somebody else has compared the rules with the protocol. */
  isChecked: boolean
  /** Checked, and in use today. */
  isInForce: boolean
}

/** A criterion in both forms: the protocol's wording, and the rule in words and as it is evaluated, where there is one. */
export interface CriterionDescription {
  criterionId: string
  kind: TrialCriterion['kind'] | 'notStated'
  class: TrialCriterion['class']
  /** Outermost first: without them "at least 2 months" does not say of what. */
  headings: string[]
  text: string
  ruleText: string | null
  rule: { [key: string]: unknown } | null
  /** The rule counts today. */
  isRuleInForce: boolean
  /** Names of the cohorts that it binds; null where it binds every one. */
  appliesTo: string[] | null
}

/** `asOf` is today. */
export function describeTrialRecord(record: TrialRecord, asOf: CalendarDate): TrialDescription {
  const { globalEnrolment } = record
  const inForce = criteriaInForce(record, asOf)
  return {
    officialTitle: record.officialTitle,
    summary: record.summary,
    conditions: record.conditions.map(({ text }) => text),
    interventions: record.interventions.map(({ type, name, description }) => ({
      type: type ?? 'Not stated',
      name,
      description,
    })),
    arms: record.arms.map(({ label, type, description }) => ({ label, type, description })),
    cohorts: record.cohorts.map(({ name, recruitmentStatus }) => ({ name, recruitmentStatus })),
    criteria: record.criteria.map((criterion, index) => ({
      ...describeCriterion(criterion),
      isRuleInForce: (inForce[index]?.expr ?? null) !== null,
    })),
    encoding: describeEncoding(record, asOf),
    enrolment: {
      count: globalEnrolment?.count ?? null,
      isEstimated: globalEnrolment?.type ? globalEnrolment.type === 'estimated' : null,
    },
    dates: describeDates(record.dates),
    contacts: record.contacts.map(describeContact),
    otherIds: record.otherIds.map(({ type, value }) => ({ type: type ?? 'Other', value })),
    sourceUrl: record.sourceUrl,
    dataDate: record.dataDate,
  }
}

function describeEncoding({ encoding, protocolVersion }: TrialRecord, asOf: CalendarDate): EncodingDescription | null {
  if (encoding === undefined) return null
  return { protocolVersion, ...encoding, isChecked: isChecked(encoding), isInForce: isInForce(encoding, asOf) }
}

function describeCriterion(criterion: TrialCriterion): Omit<CriterionDescription, 'isRuleInForce'> {
  const { id, kind, isKindStated, headings, text, expr, appliesTo } = criterion
  return {
    criterionId: id,
    kind: isKindStated ? kind : 'notStated',
    class: criterion.class,
    headings: [...headings],
    text,
    ruleText: expr === null ? null : ruleText(expr),
    rule: expr === null ? null : { ...expr },
    appliesTo: appliesTo === undefined ? null : [...appliesTo],
  }
}

const dateLabels = [
  ['start', 'Start'],
  ['primaryCompletion', 'Primary completion'],
  ['completion', 'Completion'],
  ['firstPosted', 'First posted'],
  ['lastUpdated', 'Last updated'],
] as const

function describeDates(dates: TrialRecord['dates']): TrialDescription['dates'] {
  return dateLabels.flatMap(([key, label]) => {
    const date = dates[key]
    return date === null ? [] : [{ label, on: date.on, isEstimated: date.type === 'estimated' }]
  })
}
