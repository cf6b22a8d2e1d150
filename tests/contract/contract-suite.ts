import { expect } from 'vitest'
import type { components } from '#api/schema.ts'
import { faultOfAnswer, type OperationId } from './answer-check.ts'
import type { ApiAnswer, ApiRequest, ApiSender, ApiUnderTest } from './api-under-test.ts'

type Schemas = components['schemas']

/** What the groups of requests share: the people who ask, and a way to ask that checks every answer. */
export class ContractSuite {
  readonly exercised = new Set<OperationId>()
  #parts: { readonly api: ApiUnderTest; readonly oncologist: ApiSender; readonly nurse: ApiSender } | null = null

  async open(api: ApiUnderTest): Promise<void> {
    this.#parts = { api, oncologist: await api.as('oncologist'), nurse: await api.as('nurse') }
  }

  get api(): ApiUnderTest {
    return this.#opened.api
  }

  get oncologist(): ApiSender {
    return this.#opened.oncologist
  }

  get nurse(): ApiSender {
    return this.#opened.nurse
  }

  /** Sends, checks the answer against the contract, and returns it. */
  async ask(operationId: OperationId, send: ApiSender, request: ApiRequest): Promise<ApiAnswer> {
    this.exercised.add(operationId)
    const answer = await send(request)
    const fault = faultOfAnswer(operationId, answer.status, answer.body)
    expect(fault, JSON.stringify(answer.body)?.slice(0, 400)).toBeNull()
    return answer
  }

  get(operationId: OperationId, send: ApiSender, path: string): Promise<ApiAnswer> {
    return this.ask(operationId, send, { method: 'GET', path })
  }

  /**
   * A patient of the oncologist's without a referral, and a trial with an open site that takes referrals, of whose criteria
   * no clinician has set one.
   */
  async firstPatientWithCandidate(
    isWanted: (list: Schemas['CandidateList']) => boolean = () => true,
  ): Promise<{ patientId: string; candidate: Schemas['Candidate'] }> {
    const { body } = await this.ask('searchPatients', this.oncologist, {
      method: 'POST',
      path: '/patients/search',
      body: { filters: { referralStatus: ['none'] }, sort: 'candidates', limit: 50 },
    })
    for (const { patientId } of (body as Schemas['PatientPage']).items) {
      const path = `/patients/${patientId}/candidates`
      const list = (await this.get('listPatientCandidates', this.oncologist, path)).body as Schemas['CandidateList']
      const candidate = list.candidates.find(
        ({ sites, referral, criteria }) =>
          referral === null &&
          criteria.setByClinician === 0 &&
          sites.some((site) => site.canReceive && site.recruitmentStatus === 'open'),
      )
      if (candidate && isWanted(list)) return { patientId, candidate }
    }
    throw new Error('No patient without a referral has a candidate trial with an open site.')
  }

  get #opened() {
    if (this.#parts === null) throw new Error('The suite is not open yet: use it inside a test.')
    return this.#parts
  }
}
