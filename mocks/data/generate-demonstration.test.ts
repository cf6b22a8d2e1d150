import { describe, expect, test } from 'vitest'
import { roles } from '#domain/access/role.ts'
import { accountAt, demonstrationAccounts } from './accounts/demonstration-accounts.ts'
import { generateDemonstration } from './generate-demonstration.ts'

const asOf = '2026-08-03'
const data = generateDemonstration({ asOf })

describe('the demonstration data', () => {
  test('is the same for the same seed and day, and another for another seed or day', () => {
    const text = JSON.stringify(generateDemonstration({ seed: 5, asOf, patientCount: 30 }))
    expect(JSON.stringify(generateDemonstration({ seed: 5, asOf, patientCount: 30 }))).toBe(text)
    expect(JSON.stringify(generateDemonstration({ seed: 6, asOf, patientCount: 30 }))).not.toBe(text)
    expect(JSON.stringify(generateDemonstration({ seed: 5, asOf: '2026-08-04', patientCount: 30 }))).not.toBe(text)
  })

  test('is plain JSON: it survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  test('has 240 patients unless told otherwise', () => {
    expect(data.patients).toHaveLength(240)
    expect(generateDemonstration({ asOf, patientCount: 12 }).patients).toHaveLength(12)
  })

  test('gives everything an id of its own', () => {
    const ids = [
      ...data.organisations.map(({ organisationId }) => organisationId),
      ...data.accounts.map(({ accountId }) => accountId),
      ...data.trials.flatMap(({ trialId, sites }) => [trialId, ...sites.map(({ siteId }) => siteId)]),
      ...data.patients.map(({ patientId }) => patientId),
      ...data.patients.flatMap(({ record }) => record.observations.map(({ id }) => id)),
      ...data.referrals.flatMap(({ referralId, events }) => [referralId, ...events.map(({ eventId }) => eventId)]),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says nothing that was recorded on the day itself or later', () => {
    const instants = [
      ...data.patients.flatMap(({ record }) =>
        [record.diagnoses, record.observations, record.treatments, record.biomarkers, record.assertions].flatMap(
          (rows) => rows.map(({ recordedAt }) => recordedAt),
        ),
      ),
      ...data.referrals.flatMap(({ events }) => events.map(({ event }) => event.recordedAt)),
    ]
    expect(instants.toSorted().at(-1)?.slice(0, 10)).toBe('2026-08-02')
    expect(data.returns.every(({ returnedOn }) => returnedOn < asOf)).toBe(true)
  })

  test('moves with its day: as of a year later every patient is as old and every value as fresh', () => {
    const [now] = generateDemonstration({ asOf, patientCount: 1 }).patients
    const [later] = generateDemonstration({ asOf: '2027-08-03', patientCount: 1 }).patients
    expect(later?.record.bornOn?.slice(0, 4)).toBe(String(Number(now?.record.bornOn?.slice(0, 4)) + 1))
    expect(later?.record.observations.map(({ value }) => value)).toEqual(
      now?.record.observations.map(({ value }) => value),
    )
  })
})

describe('organisations and accounts', () => {
  test('there are twelve organisations, all with codes that no real one has, all named fictional', () => {
    expect(data.organisations.map(({ code }) => code)).toEqual([
      'ZZ001',
      'ZZ002',
      'ZZ003',
      'ZZ004',
      'ZZ005',
      'ZZ006',
      'ZZ007',
      'ZZ008',
      'ZZ009',
      'ZZ010',
      'ZZ011',
      'ZZ012',
    ])
    for (const { name, latitude, longitude } of data.organisations) {
      expect(name).toMatch(/\(fictional\)$/)
      expect(latitude).toBeGreaterThan(49.9)
      expect(latitude).toBeLessThan(55.9)
      expect(longitude).toBeGreaterThan(-5.8)
      expect(longitude).toBeLessThan(1.8)
    }
  })

  test('somebody can sign in for every role; only the national lead belongs to no organisation', () => {
    for (const { role } of roles) expect(demonstrationAccounts.map((account) => account.role)).toContain(role)
    const homeless = demonstrationAccounts.filter(({ organisationId }) => organisationId === null)
    expect(homeless.map(({ role }) => role)).toEqual(['national-lead'])
  })

  test('every e-mail address is used once and can reach nobody', () => {
    const addresses = demonstrationAccounts.map(({ email }) => email)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) expect(address).toMatch(/^[a-z-]+@[a-z0-9]+\.example$/)
  })

  test('an account that does not exist is named in the message', () => {
    expect(() => accountAt('nowhere', 'nurse')).toThrow(/"nurse" at organisation nowhere/)
  })
})
