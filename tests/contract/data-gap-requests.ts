import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeDataGapRequests(suite: ContractSuite): void {
  test('counts for each missing item as many patients as the list that it opens', async () => {
    const { body } = await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=50')
    const gaps = body as Schemas['BlockingItems']
    expect(gaps).toMatchObject({ isSuppressed: false, isTooFew: false })
    expect(gaps.items.length).toBeGreaterThan(5)
    expect(gaps.items.some(({ settlesAlone }) => settlesAlone !== 0)).toBe(true)
    for (const { key, patients, pairs } of gaps.items) {
      const request = { method: 'POST', path: '/patients/search', body: { filters: { undecidedItem: key } } } as const
      const found = (await suite.ask('searchPatients', suite.nurse, request)).body as Schemas['PatientPage']
      expect(found.total.count, key).toBe(patients)
      expect(pairs).toBeGreaterThanOrEqual(patients ?? Number.NaN)
    }
  })

  test('promises to settle alone no trial that something else puts off', async () => {
    const gaps = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=50'))
      .body as Schemas['BlockingItems']
    const request = { method: 'POST', path: '/patients/search', body: { filters: {}, limit: 100 } } as const
    const patients = (await suite.ask('searchPatients', suite.nurse, request)).body as Schemas['PatientPage']
    const candidates: Schemas['Candidate'][] = []
    for (const { patientId } of patients.items) {
      const path = `/patients/${patientId}/candidates`
      const list = (await suite.get('listPatientCandidates', suite.nurse, path)).body as Schemas['CandidateList']
      candidates.push(...list.candidates)
    }
    const open = candidates.filter(({ undecided, criteria }) => undecided.length === 1 && criteria.toRead === 0)
    const isPutOff = ({ outcome }: Schemas['Candidate']) => outcome === 'notYet'
    const ofItem = (label: string) => open.filter(({ undecided }) => undecided[0] === label)
    const counted = gaps.items.filter(({ label }) => ofItem(label).some(isPutOff))
    expect(counted).not.toEqual([])
    for (const { label, settlesAlone } of counted) {
      expect(settlesAlone, label).toBe(ofItem(label).filter((each) => !isPutOff(each)).length)
    }
  })

  test('shows leads nothing that could point at a patient, and others nothing', async () => {
    for (const role of ['trust-lead', 'national-lead'] as const) {
      const lead = await suite.api.as(role)
      const gaps = (await suite.get('listBlockingItems', lead, '/blocking-items')).body as Schemas['BlockingItems']
      expect(gaps.isSuppressed).toBe(true)
      expect(gaps.items.length).toBeGreaterThan(3)
      const numbers = gaps.items.flatMap(({ pairs, settlesAlone, patients }) => [pairs, settlesAlone, patients])
      for (const number of [gaps.pairs, gaps.patients, ...numbers]) expect((number ?? 0) % 5).toBe(0)
    }
    const elsewhere = (await suite.api.as('oncologist', 'ZZ002'))({ method: 'GET', path: '/session' })
    const { caller } = (await elsewhere).body as Schemas['Session']
    const path = `/blocking-items?organisationId=${caller?.organisation?.organisationId}`
    expect((await suite.get('listBlockingItems', suite.nurse, path)).status).toBe(403)
    const site = await suite.api.as('site-nurse')
    expect((await suite.get('listBlockingItems', site, '/blocking-items')).status).toBe(403)
  })
}
