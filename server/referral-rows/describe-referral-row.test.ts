import { expect, test } from 'vitest'
import { describeReferralRow, type SelectedReferral } from './describe-referral-row.ts'

const sent: SelectedReferral = {
  referral_id: 'a referral',
  version: 2,
  patient_id: 'a patient',
  trial_id: 'a trial',
  site_id: 'a site',
  status: 'sent',
  entered_on: '2026-07-06',
  sent_on: '2026-07-06',
  is_expedited: false,
  patient_notices: [],
  sensitive_since: null,
  last_event_at: new Date('2026-07-06T09:30:00Z'),
  family_name: 'Renamed',
  given_name: 'Since',
  title: null,
  born_on: '1960-01-01',
  nhs_number: null,
  record: {
    patient: { name: { familyName: 'As', givenName: 'Sent', title: 'Mx' }, bornOn: null, nhsNumber: '9990000018' },
  },
  registry_id: 'DEMO-1',
  trial_title: 'A trial',
  recruitment_status: 'open',
  facility: 'A clinic',
  referrer: 'Dr Who Wrote',
  sender_id: 'from',
  sender_code: 'ZZ001',
  sender_name: 'Hospital',
  receiver_id: 'to',
  receiver_code: 'ZZ002',
  receiver_name: 'Centre',
}

test('the referrer sees the patient as recorded now', () => {
  expect(describeReferralRow(sent, 'referrer', '2026-07-08').patient).toEqual({
    patientId: 'a patient',
    name: { familyName: 'Renamed', givenName: 'Since', title: null },
    bornOn: '1960-01-01',
    nhsNumber: null,
  })
})

test('the site sees the patient as shared with it, and no identifier that leads to the record', () => {
  const { patient } = describeReferralRow(sent, 'site', '2026-07-08')
  expect(patient).toEqual({
    patientId: null,
    name: { familyName: 'As', givenName: 'Sent', title: 'Mx' },
    bornOn: null,
    nhsNumber: '9990000018',
  })
  expect(() => describeReferralRow({ ...sent, record: null }, 'site', '2026-07-08')).toThrow('without a shared record')
})

test('the clock is read for the day asked about', () => {
  const clockOn = (asOf: string) => describeReferralRow(sent, 'site', asOf).clock
  expect(clockOn('2026-07-07')).toEqual({
    state: 'onTime',
    dueOn: '2026-07-08',
    daysUsed: 1,
    daysAllowed: 2,
    unit: 'workingDays',
  })
  expect(clockOn('2026-07-08').state).toBe('due')
  expect(clockOn('2026-07-09').state).toBe('overdue')
  expect(clockOn('2026-07-11').state).toBe('escalated')
})

test('days since referral are counted from sending and are not known before it', () => {
  expect(describeReferralRow(sent, 'referrer', '2026-07-16').daysSinceReferral).toBe(10)
  const draft = { ...sent, status: 'referral-draft', sent_on: null } as const
  expect(describeReferralRow(draft, 'referrer', '2026-07-16').daysSinceReferral).toBeNull()
})

test('an ended referral has no clock', () => {
  expect(describeReferralRow({ ...sent, status: 'enrolled' }, 'site', '2026-07-16').clock).toMatchObject({
    state: 'none',
    dueOn: null,
    daysUsed: null,
  })
})

test('a draft without a site has none', () => {
  const draft = { ...sent, site_id: null, facility: null, receiver_id: null, receiver_code: null, receiver_name: null }
  expect(describeReferralRow(draft, 'referrer', '2026-07-16').site).toBeNull()
})
