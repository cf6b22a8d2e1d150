import type { components } from '#api/schema.ts'

type Schemas = components['schemas']

/* Answers of the API for the tests of the features: a trial and a site of which only the usual is known. */

export function sampleSite(more: Partial<Schemas['TrialSite']>): Schemas['TrialSite'] {
  return {
    siteId: '00000000-0000-4000-8000-0000000000b1',
    organisation: null,
    facility: 'Near Hospital',
    city: null,
    region: null,
    postcode: null,
    country: 'United Kingdom',
    countryCode: 'GB',
    latitude: null,
    longitude: null,
    registryStatus: null,
    recruitmentStatus: 'open',
    effectiveStatus: 'open',
    isStatusStated: true,
    distanceKm: null,
    canReceive: true,
    slots: null,
    confirmedOn: null,
    contacts: [],
    ...more,
  }
}

export function sampleTrial(
  row: Partial<Schemas['TrialRow']>,
  sites: readonly Schemas['TrialSite'][] = [],
): Schemas['Trial'] {
  return {
    trial: {
      trialId: '00000000-0000-4000-8000-000000000021',
      registry: 'demonstration',
      registryId: 'DEMO-CHO-01',
      title: 'Proton therapy for chordoma',
      acronym: null,
      phases: [],
      recruitmentStatus: 'open',
      registryStatus: 'RECRUITING',
      sponsor: null,
      cancerTypes: [],
      isBasket: false,
      siteCount: sites.length,
      openSitesAtHome: 0,
      criteriaEncoded: 0,
      criteriaTotal: 0,
      lastUpdatedOn: null,
      hasResults: false,
      isDemonstration: true,
      ...row,
    },
    officialTitle: null,
    summary: null,
    conditions: [],
    interventions: [],
    arms: [],
    cohorts: [],
    sites: [...sites],
    criteria: [],
    encoding: null,
    enrolment: { count: null, isEstimated: null },
    dates: [],
    contacts: [],
    otherIds: [],
    sourceUrl: null,
    dataDate: null,
    versions: [],
    isRecruitmentWatched: true,
  }
}
