import { expect, test } from 'vitest'
import type { HeldTrial } from './assess-trial.ts'
import type { ChangeOfTrial } from './candidate-change.ts'
import { candidateList } from './candidate-list.ts'
import type { HeldSite } from './candidate-sites.ts'
import { deriveFacts } from './derive-facts.ts'
import { offeredTrials } from './offered-trials.ts'
import type { PatientFacts } from './patient-facts.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { mileUnit } from './travel-limit.ts'

const facts = deriveFacts(
  recordWith({
    bornOn: '1980-01-01',
    diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
  }),
)
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const child = criterionWith({ id: 'child', expr: { op: 'age', unit: 'years', max: 17 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const text = criterionWith({ id: 'text' })
const liver = { cancerTypeIds: ['gi-flc'] }

const own: HeldSite = {
  siteId: 'site',
  name: 'Own hospital',
  city: null,
  countryCode: 'GB',
  recruitmentStatus: 'open',
  organisationId: 'own',
  canReceive: true,
  latitude: null,
  longitude: null,
}

function list(
  trials: readonly HeldTrial[],
  sites: Readonly<Record<string, readonly HeldSite[]>> = {},
  unseen: readonly ChangeOfTrial[] = [],
  travelLimit: PatientFacts['travelLimit'] = null,
) {
  return candidateList({
    facts: { ...facts, travelLimit },
    asOf: '2026-06-15',
    offered: offeredTrials(facts, trials),
    homeCountries: ['GB'],
    from: { organisationId: 'own', latitude: 52, longitude: 0 },
    sitesOf: (trialId) => sites[trialId] ?? [],
    referralOf: () => null,
    unseen,
    overridesOf: () => [],
  })
}

test('trials for many cancers, trials that do not fit and trials nobody could map are kept apart', () => {
  const found = list([
    trialWith({ registryId: 'fits', ...liver, criteria: [adult] }),
    trialWith({ registryId: 'does not fit', ...liver, criteria: [child] }),
    trialWith({ registryId: 'basket', isBasket: true, criteria: [adult] }),
    trialWith({ registryId: 'basket that does not fit', isBasket: true, criteria: [child] }),
    trialWith({ registryId: 'unmapped', criteria: [adult] }),
    trialWith({ registryId: 'other cancer', cancerTypeIds: ['sk-uveal'], criteria: [adult] }),
  ])
  const ids = (group: typeof found.candidates) => group.map(({ registryId }) => registryId)
  expect(ids(found.candidates)).toEqual(['fits'])
  expect(ids(found.baskets)).toEqual(['basket', 'basket that does not fit'])
  expect(ids(found.notMatched)).toEqual(['does not fit'])
  expect(found.unmappedTrials).toBe(1)
})

test('fully checked trials come before those to be read, then the own site, then the fewest left to settle', () => {
  const found = list(
    [
      trialWith({ registryId: 'a to read', ...liver, criteria: [adult, text] }),
      trialWith({ registryId: 'b to settle', ...liver, criteria: [adult, ecog] }),
      trialWith({ registryId: 'c settled', ...liver, criteria: [adult] }),
      trialWith({ registryId: 'd own site', ...liver, criteria: [adult, ecog] }),
    ],
    { 'trial-d own site': [own] },
  )
  expect(found.candidates.map(({ registryId }) => registryId)).toEqual([
    'd own site',
    'c settled',
    'b to settle',
    'a to read',
  ])
})

test('a paused site of the own hospital is not an open one', () => {
  const trials = [
    trialWith({ registryId: 'a settled', ...liver, criteria: [adult] }),
    trialWith({ registryId: 'b paused', ...liver, criteria: [adult, ecog] }),
  ]
  const found = list(trials, { 'trial-b paused': [{ ...own, recruitmentStatus: 'paused' }] })
  expect(found.candidates.map(({ registryId }) => registryId)).toEqual(['a settled', 'b paused'])
})

/** One degree of latitude is 69.1 miles. */
const northwards = (degrees: number): HeldSite => ({
  ...own,
  siteId: `${degrees} degrees away`,
  organisationId: 'other',
  latitude: 52 + degrees,
  longitude: 0,
})

test('a trial within the travel limit comes before one of unknown distance, and that before one further away', () => {
  const names = ['a far', 'b far and paused near', 'c distance not known', 'd near, to settle', 'e own site']
  const trials = names.map((registryId) =>
    trialWith({ registryId, ...liver, criteria: registryId.startsWith('d') ? [adult, ecog] : [adult] }),
  )
  const sites = {
    'trial-a far': [northwards(2)],
    'trial-b far and paused near': [{ ...northwards(0.5), recruitmentStatus: 'paused' as const }, northwards(2)],
    'trial-c distance not known': [{ ...northwards(2), latitude: null }],
    'trial-d near, to settle': [northwards(0.5)],
    'trial-e own site': [own],
  }
  const ordered = (value: number | string | null, unit: string | null = mileUnit) => {
    const observations = value === null ? [] : [finding('preference', 'travel-limit', value, '2026-06-01', { unit })]
    return list(trials, sites, [], deriveFacts(recordWith({ observations })).travelLimit)
  }
  const order = (...parts: Parameters<typeof ordered>) =>
    ordered(...parts)
      .candidates.map(({ registryId }) => registryId.charAt(0))
      .join('')
  expect(order(null)).toBe('eabcd')
  expect(order('not-known', null)).toBe('eabcd')
  expect(order('any-distance', null)).toBe('eabcd')
  expect(order(34)).toBe('ecabd')
  expect(order(35)).toBe('edcab')
  expect(order(139)).toBe('eabdc')

  const { orderingRule, travelLimit, candidates } = ordered(35)
  expect(travelLimit).toMatchObject({ reach: 'upTo', miles: 35, on: '2026-06-01' })
  expect(orderingRule).toContain('then trials open within 35 miles (recorded on 01-Jun-2026)')
  expect(candidates.map(({ because }) => because.find(({ step }) => step === 'travel')?.text)).toEqual([
    undefined,
    '35 miles away, within the travel limit',
    'The distance of an open site is not known',
    '138 miles away, beyond the travel limit',
    '138 miles away, beyond the travel limit',
  ])
})

test('what the reader has not seen stands with its trial, and a trial that is listed no longer is named', () => {
  const changeOf = (registryId: string): ChangeOfTrial => ({
    trial: { trialId: `trial-${registryId}`, registryId, title: `Trial ${registryId}` },
    change: {
      changeIds: [`change of ${registryId}`],
      kind: 'noLongerMatches',
      label: 'Not listed any more',
      from: 'needsData',
      because: ['The trial is no longer open here'],
      at: '2026-06-14T18:00:00.000Z',
    },
  })
  const trials = ['listed', 'nothing new'].map((registryId) => trialWith({ registryId, ...liver, criteria: [adult] }))
  const found = list(trials, {}, [changeOf('listed'), changeOf('gone')])
  expect(found.candidates.map(({ registryId, change }) => [registryId, change?.changeIds ?? null])).toEqual([
    ['listed', ['change of listed']],
    ['nothing new', null],
  ])
  expect(found.noLongerOffered).toEqual([changeOf('gone')])
})
