import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import type { OperationId } from './answer-check.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']
type Wishes = Schemas['PatientWishes']

/** What the requests about patients’ wishes ask, as the nurse of the first hospital. */
export function wishAsks(suite: ContractSuite) {
  const wishesOf = async (send: ApiSender, patientId: string) =>
    (await suite.get('getPatientWishes', send, `/patients/${patientId}/wishes`)).body as Wishes
  const post = async (operation: OperationId, send: ApiSender, patientId: string, path: string, body: object) => {
    const { version } = await wishesOf(send, patientId)
    // What has changed is told in the order of time.
    suite.api.passMinute()
    return postFrom(operation, send, patientId, path, body, version)
  }
  const postFrom = (
    ...[operation, send, patientId, path, body, version]: [OperationId, ApiSender, string, string, object, number]
  ) =>
    suite.ask(operation, send, {
      method: 'POST',
      path: `/patients/${patientId}/${path}`,
      body,
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${version}"` },
    })
  const wish = (patientId: string, parts: object = {}) =>
    post('recordResearchWish', suite.nurse, patientId, 'wishes/research', { ...noResearch, ...parts })
  const withdraw = (patientId: string, wishId: string, parts: object = {}) =>
    post('withdrawResearchWish', suite.nurse, patientId, `wishes/research/${wishId}/withdrawal`, {
      ...{ withdrawnOn: '2026-06-15', toldBy: 'patient' },
      ...parts,
    })
  const death = (patientId: string, diedOn: string | null, reason: string | null = null) =>
    post('recordDeath', suite.nurse, patientId, 'death', { diedOn, reason })
  const flag = (patientId: string, isSensitive: boolean) =>
    post('setSensitiveFlag', suite.nurse, patientId, 'wishes/sensitive-flag', {
      ...{ isSensitive, reason: 'As the national service says' },
    })
  const candidates = async (patientId: string) =>
    (await suite.get('listPatientCandidates', suite.nurse, `/patients/${patientId}/candidates`))
      .body as Schemas['CandidateList']
  const patient = async (patientId: string) =>
    (await suite.get('getPatient', suite.nurse, `/patients/${patientId}`)).body as Schemas['Patient']
  const rowOf = async (patientId: string) => {
    const { nhsNumber } = await patient(patientId)
    const { body } = await suite.ask('searchPatients', suite.nurse, {
      ...{ method: 'POST', path: '/patients/search', body: { filters: { text: nhsNumber } } },
    })
    return (body as Schemas['PatientPage']).items.find((row) => row.patientId === patientId)
  }
  const begin = (patientId: string, trialId: string) =>
    suite.ask('createReferral', suite.nurse, {
      ...{ method: 'POST', path: '/referrals', body: { patientId, trialId } },
      headers: { 'idempotency-key': randomUUID() },
    })
  const referralOf = async (send: ApiSender, referralId: string) =>
    (await suite.get('getReferral', send, `/referrals/${referralId}`)).body as Schemas['Referral']
  const send = async (referralId: string, siteId: string) => {
    const { referral } = await referralOf(suite.nurse, referralId)
    return suite.ask('sendReferral', suite.nurse, {
      method: 'POST',
      path: `/referrals/${referralId}/send`,
      body: { siteId, withheldItemIds: [], message: '', agreement: { agreedOn: '2026-06-14', how: 'in-person' } },
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${referral.version}"` },
    })
  }
  const verdict = async (patientId: string, trialId: string) =>
    (await suite.get('getPatientTrialVerdict', suite.nurse, `/patients/${patientId}/trials/${trialId}`))
      .body as Schemas['TrialVerdict']
  /** Where the patient counts: the trial's own list, its attrition, the worklist, data gaps and what is new. */
  const counts = async (trialId: string) => {
    const { counts } = (await suite.get('listTrialPatients', suite.nurse, `/trials/${trialId}/patients`))
      .body as Schemas['TrialPatientPage']
    const attrition = (await suite.get('getTrialAttrition', suite.nurse, `/trials/${trialId}/attrition`)).body
    const gaps = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=1')).body
    const { tiles } = (await suite.get('getHome', suite.nurse, '/home')).body as Schemas['Home']
    return {
      offered: Object.values(counts).reduce((sum, count) => sum + count, 0),
      considered: (attrition as Schemas['Attrition']).considered ?? 0,
      pairsWithGaps: (gaps as Schemas['BlockingItems']).pairs ?? 0,
      withCandidate: tiles.find(({ tile }) => tile === 'patientsWithCandidate')?.count ?? 0,
    }
  }
  return {
    wishesOf,
    post,
    postFrom,
    wish,
    withdraw,
    death,
    flag,
    candidates,
    patient,
    rowOf,
    begin,
    referralOf,
    send,
    counts,
    verdict,
    liveAtSite,
  }

  /** A referral of the nurse's hospital that a site holds, and somebody there. */
  async function liveAtSite() {
    for (const status of ['received', 'sent', 'pre-screening']) {
      const { items } = (await suite.get('listReferrals', suite.nurse, `/referrals?status=${status}`))
        .body as Schemas['ReferralPage']
      const found = items.find(({ patient, site, fromOrganisation }) => {
        return patient.patientId !== null && site !== null && fromOrganisation?.code === 'ZZ001'
      })
      if (!found?.site) continue
      const site = await suite.api.as('site-nurse', found.site.organisation.code)
      const { referralId, patient, trial } = found
      return { referralId, patientId: patient.patientId ?? '', trialId: trial.trialId, site }
    }
    throw new Error('No referral of the first hospital is held by a site.')
  }
}

export const noResearch = {
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-06-14',
  toldBy: 'patient',
  reviewOn: '2027-06-15',
}
