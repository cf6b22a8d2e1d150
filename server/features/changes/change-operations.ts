import { newsKinds } from '#domain/eligibility/news-kinds.ts'
import { countUnseenChanges } from '../../eligibility/unseen-count-repository.ts'
import type { Caller, Operation } from '../../plugins/operation.ts'
import { notFound } from '../../plugins/problem.ts'
import { listChangePage } from './change-list-repository.ts'
import { markSeen } from './change-seen-repository.ts'
import { readPatientChanges } from './patient-changes-repository.ts'

const usualLimit = 50

/** What has changed between the patients of the caller's organisation and trials. Reading marks nothing as seen. */
export const changeOperations: {
  readonly listCandidateChanges: Operation<'listCandidateChanges'>
  readonly markChangesSeen: Operation<'markChangesSeen'>
  readonly listPatientChanges: Operation<'listPatientChanges'>
} = {
  async listCandidateChanges({ trx, caller, asOf, query, audit }) {
    const { accountId } = caller
    const organisationId = organisationOf(caller)
    const { kind, trialId = null, seen = 'unseen', after = null, limit = usualLimit } = query
    const kinds = kind === undefined ? newsKinds : [kind]
    const page = await listChangePage(trx, {
      ...{ organisationId, accountId, asOf, kinds, trialId, after, limit },
      isUnseenOnly: seen === 'unseen',
    })
    audit.patients(page.items.map(({ patient }) => patient.patientId))
    return { body: { ...page, counts: await countUnseenChanges(trx, { organisationId, accountId, asOf }) } }
  },

  async markChangesSeen({ trx, caller, now, body }) {
    const { accountId } = caller
    await markSeen(trx, { organisationId: organisationOf(caller), accountId, now }, body.changeIds)
    return {}
  },

  async listPatientChanges({ trx, caller, asOf, params }) {
    const { accountId } = caller
    const items = await readPatientChanges(trx, { ...params, organisationId: organisationOf(caller), accountId, asOf })
    if (items === null) throw notFound('patient')
    return { body: { items } }
  },
}

/** A clinician without an organisation has no patients: no row has this identifier. */
const noOrganisation = '00000000-0000-0000-0000-000000000000'

function organisationOf({ organisation }: Caller): string {
  return organisation?.organisationId ?? noOrganisation
}
