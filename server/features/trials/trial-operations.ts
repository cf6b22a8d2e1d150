import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { describeTrial } from './describe-trial.ts'
import { describeTrialRow } from './describe-trial-row.ts'
import { readPossiblePatients } from './possible-patients-repository.ts'
import { listTrialPage } from './trial-list-repository.ts'
import { readTrial } from './trial-repository.ts'

const usualLimit = 25

/** The catalogue is no patient data: everybody who is signed in may read it. Possible patients are the caller's own. */
export const trialOperations: {
  readonly listTrials: Operation<'listTrials'>
  readonly getTrial: Operation<'getTrial'>
  readonly listTrialPatients: Operation<'listTrialPatients'>
} = {
  async listTrials({ trx, query, asOf }) {
    const page = await listTrialPage(trx, {
      ...query,
      asOf,
      sort: query.sort ?? 'lastUpdated',
      limit: query.limit ?? usualLimit,
    })
    return { body: { ...page, items: page.items.map(describeTrialRow) } }
  },

  async getTrial({ trx, caller, params, asOf }) {
    const found = await readTrial(trx, params.trialId)
    if (!found) throw notFound('trial')
    return { body: describeTrial(found, { from: caller.organisation, asOf }) }
  },

  async listTrialPatients({ trx, caller, asOf, params, query, audit }) {
    if (!(await readTrial(trx, params.trialId))) throw notFound('trial')
    const body = await readPossiblePatients(trx, {
      trialId: params.trialId,
      scope: scopeOf(caller),
      outcome: query.outcome ?? null,
      after: query.after ?? null,
      limit: query.limit ?? usualLimit,
      asOf,
    })
    audit.patients(body.items.map(({ patientId }) => patientId))
    return { body }
  },
}
