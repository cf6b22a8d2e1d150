import type { components } from '#api/schema.ts'

type Referral = components['schemas']['Referral']

const referralId = '00000000-0000-4000-8000-000000000009'
export const referralAddress = `/referrals/${referralId}`
const northmoor = { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor Hospital' }
const southfen = { organisationId: '00000000-0000-4000-8000-0000000000a2', code: 'ZZ102', name: 'Southfen Hospital' }
const patient = {
  patientId: null,
  name: { familyName: 'Smith', givenName: 'Jane', title: 'Ms' },
  bornOn: '1962-03-05',
  nhsNumber: '9990000018',
}
/** A referral whose patient has been given information; the site may record consent or that the patient declined. */
export const approached: Referral = {
  referral: {
    referralId,
    version: 5,
    patient,
    trial: {
      trialId: '00000000-0000-4000-8000-000000000003',
      registryId: 'DEMO-0001',
      title: 'Chordoma trial',
      recruitmentStatus: 'open',
    },
    site: { siteId: '00000000-0000-4000-8000-0000000000b1', name: 'Southfen Cancer Centre', organisation: southfen },
    fromOrganisation: northmoor,
    referrer: 'Dr Alex Moor',
    status: 'approached',
    statusLabel: 'Information given',
    enteredOn: '2026-11-10',
    sentOn: '2026-11-02',
    daysSinceReferral: 16,
    clock: { state: 'onTime', dueOn: '2026-11-24', daysUsed: 6, daysAllowed: 10, unit: 'workingDays' },
    isExpedited: false,
    notices: [],
    lastEventAt: '2026-11-10T09:00:00Z',
  },
  relationship: null,
  message: 'Keen to hear more.\nLives two hours away.',
  withheldItemIds: [],
  agreement: { agreedOn: '2026-11-01', how: 'in-person', recordedBy: 'Dr Alex Moor' },
  sharedRecord: {
    sharedAt: '2026-11-02T10:31:00Z',
    patient,
    hospitalNumber: 'N1234567',
    sex: 'female',
    cancerType: { cancerTypeId: 'chordoma', name: 'Chordoma' },
    items: [
      {
        itemId: 'ecog',
        section: 'performance',
        label: 'ECOG performance status',
        valueText: '1',
        on: '2026-08-30',
        source: 'Clinic letter',
        recordedBy: 'Dr Alex Moor',
        isStale: true,
        isOvertaken: false,
        ageDays: 64,
      },
    ],
    outcomeLabel: 'Needs data',
    criteria: [
      {
        criterionId: 'c1',
        kind: 'inclusion',
        class: 'hard',
        headings: [],
        text: 'ECOG performance status 0 to 2',
        ruleText: 'ECOG at most 2',
        verdict: 'unknown',
        reason: 'stale',
        sentences: ['ECOG 1 was recorded on 30-Aug-2026, too long ago to count.'],
        override: null,
      },
    ],
  },
  events: [
    {
      eventId: '00000000-0000-4000-8000-0000000000e1',
      at: '2026-11-02T10:31:00Z',
      actor: 'Dr Alex Moor',
      role: 'oncologist',
      organisation: 'Northmoor Hospital',
      from: 'referral-draft',
      to: 'sent',
      toLabel: 'Sent',
      reasonCode: null,
      reasonLabel: null,
      note: null,
      occurredOn: null,
    },
    {
      eventId: '00000000-0000-4000-8000-0000000000e2',
      at: '2026-11-10T09:00:00Z',
      actor: 'Sam Fen',
      role: 'site-nurse',
      organisation: 'Southfen Hospital',
      from: 'pre-screen-pass',
      to: 'approached',
      toLabel: 'Information given',
      reasonCode: null,
      reasonLabel: null,
      note: 'Leaflet version 3',
      occurredOn: null,
    },
  ],
  moves: [
    { to: 'consented', label: 'Record consent', needsReason: false, reasons: [], dateLabel: 'Date of consent' },
    {
      to: 'declined',
      label: 'Record that the patient declined',
      needsReason: true,
      reasons: [
        { code: 'PD01', label: 'Prefers standard treatment' },
        { code: 'PD04', label: 'Travel or distance' },
      ],
      dateLabel: null,
    },
  ],
  movesOfOthers: [],
  mayEditDraft: false,
}
/** The same after somebody at the site has recorded consent. */
export const consented: Referral = {
  ...approached,
  referral: { ...approached.referral, version: 6, status: 'consented', statusLabel: 'Consented, in screening' },
  events: [
    ...approached.events,
    {
      eventId: '00000000-0000-4000-8000-0000000000e3',
      at: '2026-11-18T14:05:00Z',
      actor: 'Robin Hale',
      role: 'investigator',
      organisation: 'Southfen Hospital',
      from: 'approached',
      to: 'consented',
      toLabel: 'Consented, in screening',
      reasonCode: null,
      reasonLabel: null,
      note: 'Signed in clinic',
      occurredOn: '2026-11-18',
    },
  ],
  moves: [{ to: 'eligible', label: 'Confirm eligible', needsReason: false, reasons: [], dateLabel: null }],
}
