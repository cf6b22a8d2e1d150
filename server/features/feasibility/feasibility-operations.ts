import { attritionSteps } from '#domain/feasibility/attrition.ts'
import { tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { readHeldTrial } from '../../eligibility/held-trials-repository.ts'
import type { Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { notFound, notSignedIn } from '../../plugins/problem.ts'
import { tallyByOrganisation } from './tally-caseload.ts'

export interface FeasibilityParts {
  /** Runs one short transaction on behalf of a caller. */
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
}

export interface FeasibilityOperations {
  readonly getTrialAttrition: OpenOperation<'getTrialAttrition'>
}

/** What a trial would find among patients. A caseload is read in slices, each a short transaction of its own. */
export function feasibilityOperations({ transact }: FeasibilityParts): FeasibilityOperations {
  return {
    async getTrialAttrition({ caller, asOf, params }) {
      if (caller === null) throw notSignedIn()
      const run = <Result>(work: (trx: Trx) => Promise<Result>) => transact(caller, work)
      const trial = await run((trx) => readHeldTrial(trx, params.trialId))
      if (trial === null) throw notFound('trial')
      const organisationId = caller.organisation?.organisationId ?? noOrganisation
      const tallies = await tallyByOrganisation({ transact: run, trial, asOf, organisationId })
      const tally = tallies.get(organisationId) ?? tallyCaseload(trial, [], asOf)
      const steps = attritionSteps(trial.record.criteria, tally)
      return { body: { asOf, considered: tally.considered, steps } }
    },
  }
}

/** A clinician without an organisation has no patients: no row has this identifier. */
const noOrganisation = '00000000-0000-0000-0000-000000000000'
