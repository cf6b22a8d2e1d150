import type { components } from '#api/schema.ts'
import { sampleSite, sampleTrial } from '../../data/sample-trial.ts'

type Schemas = components['schemas']
type Referral = Schemas['Referral']
type Problem = Schemas['Problem']

export const referralId = '00000000-0000-4000-8000-000000000009'
const patientId = '00000000-0000-4000-8000-000000000002'
const trialId = '00000000-0000-4000-8000-000000000003'
export const ownSiteId = '00000000-0000-4000-8000-0000000000b1'
export const nearSiteId = '00000000-0000-4000-8000-0000000000b2'
export const draftAddress = `/referrals/${referralId}/draft`
const northmoor = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor Hospital' }
export const southfen = {
  organisationId: '00000000-0000-4000-8000-0000000000a2',
  code: 'ZZ102',
  name: 'Southfen Hospital',
}
const name = { familyName: 'Smith', givenName: 'Jane', title: 'Ms' }

export const draft: Referral = {
  referral: {
    referralId,
    version: 1,
    patient: { patientId, name, bornOn: '1962-03-05', nhsNumber: '9990000018' },
    trial: { trialId, registryId: 'DEMO-0001', title: 'Chordoma trial', recruitmentStatus: 'open' },
    site: null,
    fromOrganisation: northmoor,
    referrer: 'Dr Alex Moor',
    status: 'referral-draft',
    statusLabel: 'Draft',
    enteredOn: '2026-11-18',
    sentOn: null,
    daysSinceReferral: null,
    clock: { state: 'onTime', dueOn: '2026-11-25', daysUsed: 0, daysAllowed: 5, unit: 'workingDays' },
    isExpedited: false,
    notices: [],
    lastEventAt: '2026-11-18T09:00:00Z',
  },
  relationship: { kind: 'team', careRoles: [], endsAt: null, reasonCode: null },
  message: '',
  withheldItemIds: [],
  agreement: null,
  sharedRecord: null,
  events: [],
  moves: [],
  movesOfOthers: [],
  mayEditDraft: true,
}
const item = (itemId: string, label: string, valueText: string, more: Partial<Schemas['RecordedItem']> = {}) =>
  ({
    itemId,
    section: 'laboratory',
    label,
    valueText,
    on: '2026-11-02',
    source: 'Laboratory',
    recordedBy: 'Dr Alex Moor',
    isStale: false,
    isOvertaken: false,
    ageDays: 16,
    windowDays: 28,
    entered: { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-11-02', source: 'Laboratory' },
    before: null,
    ...more,
  }) satisfies Schemas['PatientItem']
export const patient: Schemas['Patient'] = {
  patientId,
  name,
  bornOn: '1962-03-05',
  diedOn: null,
  isSensitive: false,
  researchWishes: [],
  sex: 'female',
  nhsNumber: '9990000018',
  hospitalNumber: 'N1234567',
  postcode: null,
  organisation: northmoor,
  team: { teamId: '00000000-0000-4000-8000-0000000000a1', name: 'Rare cancer team', since: '2026-01-05' },
  relationship: { kind: 'team', careRoles: [], endsAt: null, reasonCode: null },
  consultant: 'Dr Alex Moor',
  cancerType: { cancerTypeId: 'chordoma', name: 'Chordoma' },
  matchGrade: 'exact',
  otherCancerTypes: [],
  items: [
    item('hb', 'Haemoglobin', '104 g/L'),
    item('ecog', 'ECOG performance status', '1', { section: 'performance', isStale: true }),
  ],
  withdrawn: [],
  missing: [],
  referrals: [],
  isDemonstration: true,
}
const site = (siteId: string, facility: string, more: Partial<Schemas['TrialSite']> = {}): Schemas['TrialSite'] =>
  sampleSite({
    siteId,
    organisation: southfen,
    facility,
    city: 'Southfen',
    distanceKm: 12,
    slots: 3,
    confirmedOn: '2026-11-02',
    ...more,
  })
export const openSites = [
  site(nearSiteId, 'Southfen Cancer Centre'),
  site(ownSiteId, 'Northmoor Research Unit', { organisation: northmoor, distanceKm: 0.2 }),
  site('00000000-0000-4000-8000-0000000000b3', 'Eastwold Hospital', { effectiveStatus: 'paused' }),
  site('00000000-0000-4000-8000-0000000000b4', 'Westmere Hospital', { canReceive: false }),
]
export const trialWith = (sites: Schemas['TrialSite'][]): Schemas['Trial'] =>
  sampleTrial({ trialId, registryId: 'DEMO-0001', title: 'Chordoma trial', openSitesAtHome: 2 }, sites)
export const problemOf = (status: number, title: string, more: Partial<Problem> = {}): Problem => ({
  type: 'urn:problem:test',
  title,
  status,
  detail: `${title}, in detail.`,
  ...more,
})
export const stored = (version: number, more: Partial<Referral> = {}): Referral => ({
  ...draft,
  ...more,
  referral: { ...draft.referral, version, lastEventAt: '2026-11-18T10:31:00Z', ...more.referral },
})
