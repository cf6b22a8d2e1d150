import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { countMarks } from '#domain/eligibility/count-marks.ts'
import { outcomes } from '#domain/eligibility/outcome-label.ts'
import { countedMarkOf } from '../../src/ui/verdict-mark.tsx'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describePatientRequests(suite: ContractSuite): void {
  test('lists the taxonomy with parents before children', async () => {
    const { items } = (await suite.get('listCancerTypes', suite.oncologist, '/cancer-types'))
      .body as Schemas['CancerTypeList']
    expect(items).toHaveLength(130)
    const seen = new Set<string | null>([null])
    for (const { cancerTypeId, parentId } of items) {
      expect(seen).toContain(parentId)
      seen.add(cancerTypeId)
    }
  })

  test('pages through patients without losing or repeating one', async () => {
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const { body } = await suite.ask('searchPatients', suite.oncologist, {
        method: 'POST',
        path: '/patients/search',
        body: { filters: {}, sort: 'name', limit: 7, ...(after ? { after } : {}) },
      })
      const page = body as Schemas['PatientPage']
      ids.push(...page.items.map(({ patientId }) => patientId))
      if (page.next === null) {
        expect(page.total.count).toBe(ids.length)
        break
      }
      after = page.next
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(7)
  })

  test('counts what each filter value would leave, and the filter leaves as many', async () => {
    const { body } = await suite.ask('countPatients', suite.oncologist, {
      method: 'POST',
      path: '/patients/counts',
      body: {},
    })
    const counts = body as Schemas['PatientCounts']
    const sarcoma = counts.cancerTypes.find(({ cancerTypeId }) => cancerTypeId === 'sarcoma')
    const found = await suite.ask('searchPatients', suite.oncologist, {
      method: 'POST',
      path: '/patients/search',
      body: { filters: { cancerTypeId: 'sarcoma', matchGrade: 'confirmed' } },
    })
    expect((found.body as Schemas['PatientPage']).total.count).toBe(sarcoma?.confirmed)
    for (const { value, count } of counts.missing) {
      const one = { filters: { missing: [value] } }
      const { body: page } = await suite.ask('searchPatients', suite.oncologist, {
        method: 'POST',
        path: '/patients/search',
        body: one,
      })
      expect((page as Schemas['PatientPage']).total.count, value).toBe(count)
    }
  })

  test('lists as many patients with a trial to consider as the home page counts', async () => {
    const { tiles } = (await suite.get('getHome', suite.oncologist, '/home')).body as Schemas['Home']
    const found = async (filters: Schemas['PatientFilters']) => {
      const request = { method: 'POST', path: '/patients/search', body: { filters, limit: 100 } } as const
      return (await suite.ask('searchPatients', suite.oncologist, request)).body as Schemas['PatientPage']
    }
    const having = await found({ hasCandidate: true })
    const lacking = await found({ hasCandidate: false })
    expect(having.total.count).toBe(tiles.find(({ tile }) => tile === 'patientsWithCandidate')?.count)
    expect(having.total.count).toBeGreaterThan(0)
    const reading = await found({ hasTrialToRead: true })
    expect(reading.total.count).toBe(tiles.find(({ tile }) => tile === 'patientsWithTrialToRead')?.count)
    for (const { candidates } of reading.items) expect(candidates?.toRead).toBeGreaterThan(0)
    for (const { candidates } of (await found({ hasTrialToRead: false })).items) expect(candidates?.toRead).toBe(0)
    for (const { candidates } of having.items) expect(toConsider(candidates)).toBeGreaterThan(0)
    for (const { candidates } of lacking.items) expect(toConsider(candidates)).toBe(0)
    const { body } = await suite.ask('countPatients', suite.oncologist, {
      method: 'POST',
      path: '/patients/counts',
      body: { hasCandidate: true },
    })
    expect((body as Schemas['PatientCounts']).total).toEqual(having.total)
  })

  test('shows a patient, the candidates, and why for each', async () => {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const { body: patient } = await suite.get('getPatient', suite.oncologist, `/patients/${patientId}`)
    expect((patient as Schemas['Patient']).items.length).toBeGreaterThan(0)
    const { body } = await suite.get(
      'getPatientTrialVerdict',
      suite.oncologist,
      `/patients/${patientId}/trials/${candidate.trialId}`,
    )
    const verdict = body as Schemas['TrialVerdict']
    expect(verdict.candidate).toEqual(candidate)
  })

  test('counts on the card of every trial what its criteria show, one by one', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const path = `/patients/${patientId}`
    const { body } = await suite.get('listPatientCandidates', suite.oncologist, `${path}/candidates`)
    const { candidates, baskets, notMatched } = body as Schemas['CandidateList']
    for (const { trialId, registryId, criteria } of [...candidates, ...baskets, ...notMatched]) {
      const answer = await suite.get('getPatientTrialVerdict', suite.oncologist, `${path}/trials/${trialId}`)
      const shown = (answer.body as Schemas['TrialVerdict']).criteria
      const marks = countMarks(shown.map((each) => ({ class: each.class, mark: countedMarkOf(each) })))
      const { met, notMet, unknown, toRead } = criteria
      expect(marks, registryId).toEqual({ met, notMet, notKnown: unknown, toRead })
    }
    expect(candidates.length + baskets.length + notMatched.length).toBeGreaterThan(1)
  })

  test('shows the criteria of every open cohort, and whose they are', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const path = `/patients/${patientId}`
    const { body } = await suite.get('listPatientCandidates', suite.oncologist, `${path}/candidates`)
    const { baskets } = body as Schemas['CandidateList']
    const basket = baskets.find(({ registryId }) => registryId === 'DEMO-BSK-11')
    const answer = await suite.get('getPatientTrialVerdict', suite.oncologist, `${path}/trials/${basket?.trialId}`)
    const { candidate, otherCohorts } = answer.body as Schemas['TrialVerdict']
    const cohorts = [candidate.criteriaCohort, ...otherCohorts.map(({ cohort }) => cohort)]
    expect(cohorts.toSorted()).toEqual(['ALK', 'BRAF', 'HER2', 'NTRK-ROS1'])
    for (const { cohort, outcome, criteria } of otherCohorts) {
      expect(outcomes.indexOf(outcome)).toBeLessThanOrEqual(outcomes.indexOf(candidate.outcome))
      expect(criteria.find(({ criterionId }) => criterionId === 'I3')?.cohort).toBe(cohort)
    }
  })

  test('answers alike for a patient that does not exist and one of another organisation', async () => {
    const elsewhere = await suite.api.as('oncologist', 'ZZ002')
    const { patientId } = await suite.firstPatientWithCandidate()
    const foreign = await suite.get('getPatient', elsewhere, `/patients/${patientId}`)
    const missing = await suite.get('getPatient', elsewhere, `/patients/${randomUUID()}`)
    expect(foreign.status).toBe(404)
    expect(withoutRequestId(foreign.body)).toEqual(withoutRequestId(missing.body))
  })
}

/** Null for a patient who has not been screened. */
function toConsider(counts: Schemas['CandidateCounts'] | null): number | null {
  return counts && counts.noFailuresFound + counts.needsClinician + counts.needsData
}

function withoutRequestId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as Schemas['Problem']
  return rest
}
