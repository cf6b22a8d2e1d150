import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { attritionSteps } from '#domain/feasibility/attrition.ts'
import { type CaseloadTally, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { draftRefusal } from '#domain/feasibility/draft-refusal.ts'
import { readDraftTrial } from '#domain/feasibility/draft-trial.ts'
import { countedOnce, draftWeight } from '#domain/feasibility/draft-weight.ts'
import { describeFeasibility, type Feasibility } from '#domain/feasibility/feasibility.ts'
import { ownCareOf, ownPatients } from '#domain/feasibility/patient-group.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Place } from '#domain/trial/distance.ts'
import { readHeldTrial } from '../../eligibility/held-trials-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import type { Caller, OpenOperation, Trx } from '../../plugins/operation.ts'
import { notFound, notSignedIn, toProblem } from '../../plugins/problem.ts'
import { readOpenSites, readOrganisationsWithPatients } from './feasibility-repository.ts'
import { tallyByGroup } from './tally-caseload.ts'

export interface FeasibilityParts {
  /** Runs one short transaction on behalf of a caller. */
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** Runs one short transaction that may read the rows of everybody, for numbers by organisation, and change nothing. */
  readonly count: Transact
}

export interface FeasibilityOperations {
  readonly getTrialAttrition: OpenOperation<'getTrialAttrition'>
  readonly getTrialFeasibility: OpenOperation<'getTrialFeasibility'>
  readonly assessFeasibility: OpenOperation<'assessFeasibility'>
}

type Transact = <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>

/** What a trial would find among patients. A caseload is read in slices, each a short transaction of its own. */
export function feasibilityOperations({ transact, count }: FeasibilityParts): FeasibilityOperations {
  const asCaller =
    (caller: Caller): Transact =>
    (work) =>
      transact(caller, work)
  return {
    async getTrialAttrition({ caller, asOf, params }) {
      const asker = somebody(caller)
      const run = asCaller(asker)
      const trial = await run((trx) => readHeldTrial(trx, params.trialId, asOf))
      if (trial === null) throw notFound('trial')
      const scope = scopeOf(asker)
      const asked = { trial, isDraft: false, asOf, own: scope, isOfOwnOnly: true, weights: [countedOnce] }
      const [tallies] = await tallyByGroup({ transact: run, ...asked })
      const tally = tallies?.get(ownPatients) ?? tallyCaseload(trial, [], asOf)
      const steps = attritionSteps(trial.record.criteria, tally)
      return { body: { asOf, considered: tally.considered, steps } }
    },

    async getTrialFeasibility({ caller, asOf, params }) {
      const asker = somebody(caller)
      const run = asCaller(asker)
      const found = await run(async (trx) => {
        const trial = await readHeldTrial(trx, params.trialId, asOf)
        return trial === null ? null : { trial, places: await readOpenSites(trx, trial) }
      })
      if (found === null) throw notFound('trial')
      return { body: await assess({ ...found, isDraft: false, asOf, caller: asker, count }) }
    },

    async assessFeasibility({ caller, asOf, body }) {
      const asker = somebody(caller)
      const draft = readDraftTrial(body)
      if (draft.kind === 'faults') throw toProblem(draftRefusal(draft.faults))
      const asked = { trial: draft.trial, isDraft: true, places: body.places ?? [], asOf }
      return { body: await assess({ ...asked, caller: asker, count }) }
    },
  }
}

interface Assessed {
  readonly trial: HeldTrial
  readonly isDraft: boolean
  readonly places: readonly Place[]
  readonly asOf: CalendarDate
  readonly caller: Caller
  readonly count: Transact
}

async function assess({ trial, isDraft, places, asOf, caller, count }: Assessed): Promise<Feasibility> {
  const care = ownCareOf(caller.role, scopeOf(caller))
  const organisations = await count((trx) => readOrganisationsWithPatients(trx, care))
  const weights = [isDraft ? draftWeight : countedOnce, draftWeight]
  const counted = await tallyByGroup({ transact: count, trial, isDraft, asOf, own: care, isOfOwnOnly: false, weights })
  const [tallies = nobody, weighedTallies = nobody] = counted
  const own = care === null ? null : caller.organisation
  return describeFeasibility({ asOf, trial, tallies, weighedTallies, own, organisations, places, isDraft })
}

const nobody: ReadonlyMap<string, CaseloadTally> = new Map()

function somebody(caller: Caller | null): Caller {
  if (caller === null) throw notSignedIn()
  return caller
}
