import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeAccountChangeRequests } from './account-change-requests.ts'
import { describeAdministrationRequests } from './administration-requests.ts'
import { contractOperations } from './answer-check.ts'
import type { ApiUnderTest } from './api-under-test.ts'
import { describeAuditRequests } from './audit-requests.ts'
import { describeCareTeamRequests } from './care-team-requests.ts'
import { describeChangeRequests } from './change-requests.ts'
import { ContractSuite } from './contract-suite.ts'
import { describeCorrectionRequests } from './correction-requests.ts'
import { describeDataGapRequests } from './data-gap-requests.ts'
import { describeDelegationRequests } from './delegation-requests.ts'
import { describeFeasibilityRequests } from './feasibility-requests.ts'
import { describeNamedRoleRequests } from './named-role-requests.ts'
import { describeOpenedReferralRequests } from './opened-referral-requests.ts'
import { describeOverrideCountRequests } from './override-count-requests.ts'
import { describeOverrideRequests } from './override-requests.ts'
import { describeOwnDoingRequests } from './own-doing-requests.ts'
import { describePatientItemRequests } from './patient-item-requests.ts'
import { describePatientItemSetRequests } from './patient-item-set-requests.ts'
import { describePatientMindedRequests } from './patient-minded-requests.ts'
import { describePatientRequests } from './patient-requests.ts'
import { describePatientWishRequests } from './patient-wish-requests.ts'
import { describeReferralRequests } from './referral-requests.ts'
import { describeRefusalRequests } from './refusal-requests.ts'
import { describeReleaseRequests } from './release-requests.ts'
import { describeSecondFactorRequests } from './second-factor-requests.ts'
import { describeSessionRequests } from './session-requests.ts'
import { describeTravelLimitRequests } from './travel-limit-requests.ts'
import { describeTrialRequests } from './trial-requests.ts'

/** The same requests against whatever claims to be the API. Every answer must be one that the contract describes. */
export function describeContract(name: string, open: () => Promise<ApiUnderTest>): void {
  describe(name, () => {
    const suite = new ContractSuite()
    beforeAll(async () => suite.open(await open()))
    afterAll(() => suite.api.close())

    describeSessionRequests(suite)
    describeSecondFactorRequests(suite)
    describePatientRequests(suite)
    describePatientItemRequests(suite)
    describePatientItemSetRequests(suite)
    describeTravelLimitRequests(suite)
    describeChangeRequests(suite)
    describeTrialRequests(suite)
    describeFeasibilityRequests(suite)
    describeDataGapRequests(suite)
    describeReferralRequests(suite)
    describeRefusalRequests(suite)
    describeOverrideRequests(suite)
    describeOverrideCountRequests(suite)
    describeOwnDoingRequests(suite)
    describeCorrectionRequests(suite)
    describeAdministrationRequests(suite)
    describeAccountChangeRequests(suite)
    describeAuditRequests(suite)
    describeReleaseRequests(suite)
    describeCareTeamRequests(suite)
    describeNamedRoleRequests(suite)
    describeDelegationRequests(suite)
    // Last, because what they record is news to everybody.
    describePatientWishRequests(suite)
    describePatientMindedRequests(suite)
    describeOpenedReferralRequests(suite)

    test('has been asked for every operation of the contract', () => {
      const expected = contractOperations.map(({ operationId }) => operationId)
      expect(expected.filter((id) => !suite.exercised.has(id))).toEqual([])
    })
  })
}
