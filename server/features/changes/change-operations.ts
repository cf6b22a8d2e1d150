import { newsKinds } from '#domain/eligibility/news-kinds.ts'
import { countUnseenChanges } from '../../eligibility/unseen-count-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { listChangePage } from './change-list-repository.ts'
import { markSeen } from './change-seen-repository.ts'
import { readPatientChanges } from './patient-changes-repository.ts'

const usualLimit = 50

/** What has changed between the caller's patients and trials. Reading marks nothing as seen. */
export const changeOperations: {
  readonly listCandidateChanges: Operation<'listCandidateChanges'>
  readonly markChangesSeen: Operation<'markChangesSeen'>
  readonly listPatientChanges: Operation<'listPatientChanges'>
} = {
  async listCandidateChanges({ trx, caller, asOf, query, audit }) {
    const { accountId } = caller
    const scope = scopeOf(caller)
    const { kind, trialId = null, seen = 'unseen', after = null, limit = usualLimit } = query
    const kinds = kind === undefined ? newsKinds : [kind]
    const page = await listChangePage(trx, {
      ...{ scope, accountId, asOf, kinds, trialId, after, limit },
      isUnseenOnly: seen === 'unseen',
    })
    audit.patients(page.items.map(({ patient }) => patient.patientId))
    return { body: { ...page, counts: await countUnseenChanges(trx, { scope, accountId, asOf }) } }
  },

  async markChangesSeen({ trx, caller, now, body }) {
    const { accountId } = caller
    await markSeen(trx, { scope: scopeOf(caller), accountId, now }, body.changeIds)
    return {}
  },

  async listPatientChanges({ trx, caller, asOf, params }) {
    const { accountId } = caller
    const items = await readPatientChanges(trx, { ...params, scope: scopeOf(caller), accountId, asOf })
    if (items === null) throw notFound('patient')
    return { body: { items } }
  },
}
