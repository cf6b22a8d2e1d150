import { mapConditionText } from '#domain/cancer/map-condition-text.ts'
import { toRecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import { registryPhases, registryStatuses, registryTrialTypes } from '#domain/trial/registry-codes.ts'
import type { GlobalEnrolment, TrialCondition, TrialOfficial, TrialRecord } from '#domain/trial/trial-record.ts'
import { type FieldReader, readFields } from '../field-reader.ts'
import type { ImportProblem } from '../import-problem.ts'
import { parseArm, parseIntervention } from './parse-arms.ts'
import { estimatedOrActual, parseDates, partialDate } from './parse-dates.ts'
import { parseEligibility } from './parse-eligibility.ts'
import { parseIdentification } from './parse-identification.ts'
import { parseContacts, parseLocations } from './parse-locations.ts'

export type StudyParse =
  | { readonly ok: TrialRecord }
  | { readonly problems: readonly ImportProblem[]; readonly registryId: string | null }

/**
 * One record of ClinicalTrials.gov API v2 as a trial, or everything that is wrong with it. A record with any field of
 * the wrong type is refused whole: half a trial would look like a trial without sites or limits.
 */
export function parseStudy(value: unknown): StudyParse {
  const problems: ImportProblem[] = []
  const study = readFields(value, '', problems)
  if (!study.has('protocolSection')) {
    const remedy = 'Give records in the form of ClinicalTrials.gov API v2 (JSON, all fields).'
    if (problems.length === 0) study.problem('protocolSection', 'is missing: this is no trial record', remedy)
    return { problems, registryId: null }
  }
  const record = parseProtocol(study, study.child('protocolSection'))
  return problems.length === 0 ? { ok: record } : { problems, registryId: record.registryId || null }
}

function parseProtocol(study: FieldReader, protocol: FieldReader): TrialRecord {
  const status = protocol.child('statusModule')
  const design = protocol.child('designModule')
  const description = protocol.child('descriptionModule')
  const people = protocol.child('contactsLocationsModule')
  const arms = protocol.child('armsInterventionsModule')
  const eligibility = protocol.child('eligibilityModule')
  const conditionTexts = protocol.child('conditionsModule').texts('conditions')

  const identification = parseIdentification(protocol.child('identificationModule'))
  const overallRegistryStatus = required(status, 'overallStatus', registryStatuses) ?? 'UNKNOWN'
  const conditions = conditionTexts.map((text): TrialCondition => ({ text, mapping: mapConditionText(text) }))
  const hasResults = study.boolean('hasResults') ?? (study.has('resultsSection') ? true : null)
  const sourceUrl = `https://clinicaltrials.gov/study/${identification.registryId}`
  return {
    registry: 'clinicaltrials.gov',
    ...identification,
    trialType: required(design, 'studyType', registryTrialTypes) ?? 'INTERVENTIONAL',
    phases: parsePhases(design),
    sponsor: parseSponsor(protocol.child('sponsorCollaboratorsModule')),
    summary: description.text('briefSummary'),
    description: description.text('detailedDescription'),
    keywords: protocol.child('conditionsModule').texts('keywords'),
    conditions,
    cancerTypeIds: cancerTypeIds(conditions),
    isBasket: conditions.some(({ mapping }) => mapping.kind === 'basket'),
    interventions: arms.children('interventions').map(parseIntervention),
    arms: arms.children('armGroups').map(parseArm),
    cohorts: [],
    sites: parseLocations(people),
    overallRegistryStatus,
    recruitmentStatus: toRecruitmentStatus(overallRegistryStatus),
    stoppedReason: status.text('whyStopped'),
    anchor: 'registration',
    protocolVersion: null,
    urgency: 'routine',
    criteria: parseEligibility(eligibility),
    eligibilityText: eligibility.text('eligibilityCriteria'),
    acceptsHealthyVolunteers: eligibility.boolean('healthyVolunteers'),
    globalEnrolment: parseEnrolment(design.child('enrollmentInfo')),
    dates: parseDates(status),
    contacts: parseContacts(people, 'centralContacts'),
    officials: people.children('overallOfficials').map(parseOfficial),
    hasResults,
    sourceUrl,
    resultsUrl: hasResults === true ? `${sourceUrl}?tab=results` : null,
    dataDate: partialDate(study.child('derivedSection').child('miscInfoModule'), 'versionHolder'),
  }
}

function required<Word extends string>(fields: FieldReader, name: string, words: readonly Word[]): Word | null {
  if (!fields.has(name)) fields.problem(name, 'is missing', `Give one of ${words.join(', ')}.`)
  return fields.oneOf(name, words)
}

function parsePhases(design: FieldReader): TrialRecord['phases'] {
  return design.texts('phases').flatMap((word, index) => {
    const phase = registryPhases.find((known) => known === word)
    if (phase !== undefined) return [phase]
    design.problem(`phases[${index}]`, `is ${JSON.stringify(word)}`, `Give one of ${registryPhases.join(', ')}.`)
    return []
  })
}

function parseSponsor(module: FieldReader): TrialRecord['sponsor'] {
  const lead = module.child('leadSponsor')
  return { name: lead.requiredText('name'), class: lead.text('class') }
}

function cancerTypeIds(conditions: readonly TrialCondition[]): readonly string[] {
  const ids = conditions.flatMap(({ mapping }) => (mapping.kind === 'mapped' ? mapping.cancerTypeIds : []))
  return [...new Set(ids)].sort()
}

function parseOfficial(fields: FieldReader): TrialOfficial {
  return { name: fields.requiredText('name'), affiliation: fields.text('affiliation'), role: fields.text('role') }
}

function parseEnrolment(info: FieldReader): GlobalEnrolment | null {
  const count = info.number('count')
  const type = estimatedOrActual(info)
  if (count === null) return null
  if (!Number.isInteger(count) || count < 0) info.problem('count', `is ${count}`, 'Give a whole number from 0 up.')
  return { count, type }
}
