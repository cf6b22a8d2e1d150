import { describe, expect, test } from 'vitest'
import { familyNames } from '#domain/cancer/cancer-type.ts'
import { cancerTypeById } from '#domain/cancer/taxonomy.ts'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import { parseCriterion } from '#domain/eligibility/parse-criterion.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import { isInForce } from '#domain/trial/trial-encoding.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const asOf = '2026-08-03'
const trials = demonstrationTrials(asOf)

function trial(registryId: string) {
  const found = trials.find(({ record }) => record.registryId === registryId)
  if (!found) throw new Error(`${registryId} is not among the trials`)
  return found
}

describe('the demonstration trials', () => {
  test('are 24, each with its own identifier and "DEMO" in it', () => {
    const ids = trials.map(({ record }) => record.registryId)
    expect(new Set(ids).size).toBe(24)
    for (const id of ids) expect(id).toMatch(/^DEMO-[A-Z]{3}-\d\d$/)
    expect(new Set(trials.map(({ trialId }) => trialId)).size).toBe(24)
  })

  test('say that they are invented', () => {
    for (const { record } of trials) {
      expect(record.registry).toBe('demonstration')
      expect(record.description).toContain('This trial is invented')
      expect(record.sponsor.name).toMatch(/\(fictional\)$/)
      expect(record.overallRegistryStatus).toBeNull()
    }
  })

  test('have criteria that the language accepts, identified once within their trial', () => {
    for (const { record } of trials) {
      const faults = record.criteria.flatMap(({ origin, isKindStated, headings, label, ...criterion }) => {
        const parsed = parseCriterion(JSON.parse(JSON.stringify(criterion)))
        return parsed.kind === 'faults' ? parsed.faults : []
      })
      expect(faults, record.registryId).toEqual([])
      expect(new Set(record.criteria.map(({ id }) => id)).size).toBe(record.criteria.length)
    }
  })

  test('have rules that two people answer for, in use from the day on which the trial was taken in', () => {
    for (const { record, takenInAt, replaced } of trials) {
      const first = (replaced?.takenInAt ?? takenInAt).slice(0, 10)
      expect(isInForce(record.encoding, first), record.registryId).toBe(true)
    }
  })

  test('name every cohort that their criteria assign', () => {
    for (const { record } of trials) {
      const assigned = cohortsOf(record.criteria).toSorted()
      expect(record.cohorts.map(({ name }) => name).toSorted(), record.registryId).toEqual(assigned)
    }
  })

  test('map to nodes of the taxonomy, as their conditions do', () => {
    for (const { record } of trials) {
      const ofConditions = record.conditions.flatMap(({ mapping }) =>
        mapping.kind === 'mapped' ? mapping.cancerTypeIds : [],
      )
      expect([...new Set(ofConditions)].sort()).toEqual(record.cancerTypeIds)
      for (const id of ofConditions) expect(cancerTypeById(id)?.id).toBe(id)
      expect(record.isBasket).toBe(record.cancerTypeIds.length === 0)
    }
  })

  test('every one of the twelve families has an open trial of its own', () => {
    const open = trials.filter(({ record }) => isOpenInCountries(record, ['GB']) && !record.isBasket)
    const served: ReadonlySet<string | undefined> = new Set(
      open.flatMap(({ record }) => record.cancerTypeIds.map((id) => cancerTypeById(id)?.family)),
    )
    expect(Object.keys(familyNames).filter((family) => !served.has(family))).toEqual([])
  })

  test('one is paused, one in set-up, one closed with results; all others are open', () => {
    expect(trial('DEMO-EPN-12').record.recruitmentStatus).toBe('paused')
    expect(trial('DEMO-FLC-09').record.recruitmentStatus).toBe('setup')
    const closed = trial('DEMO-BIL-22').record
    expect([closed.recruitmentStatus, closed.hasResults]).toEqual(['completed', true])
    expect(closed.resultsUrl).not.toBeNull()
    expect(trials.filter(({ record }) => record.recruitmentStatus === 'open')).toHaveLength(21)
  })

  test('sites are the demonstration organisations, and some have not confirmed their status for months', () => {
    const own = trial('DEMO-PEN-01')
    expect(own.sites[0]?.organisationId).toBe(organisationByCode('ZZ001').organisationId)
    expect(own.sites[0]?.openedOn).toBe(addDays(asOf, -500))
    for (const { sites, record } of trials) {
      expect(sites.map(({ siteKey }) => siteKey)).toEqual(record.sites.map(({ siteKey }) => siteKey))
    }
    const sites = trials.flatMap((each) => each.sites)
    const stale = sites.filter(({ confirmedOn }) => confirmedOn !== null && confirmedOn < addDays(asOf, -60))
    expect(stale.length).toBeGreaterThanOrEqual(8)
    expect(stale.length).toBeLessThan(sites.length / 3)
  })
})
