import { dataGapScope } from '#domain/data-gaps/data-gap-scope.ts'
import { describeDataGaps } from '#domain/data-gaps/describe-data-gaps.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { withCounts } from '../../patient-rows/with-counts-repository.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notAllowed } from '../../plugins/problem.ts'
import { readCaseloadGaps } from './blocking-item-repository.ts'
import { readOrganisations } from './organisation-repository.ts'

const usualLimit = 25

/** Which missing items block most pairs of a patient and a trial. */
export const dataGapOperations: { readonly listBlockingItems: Operation<'listBlockingItems'> } = {
  async listBlockingItems({ trx, caller, asOf, query }) {
    const own = caller.organisation
    const scope = dataGapScope({ role: caller.role, organisationId: own?.organisationId ?? null }, query.organisationId)
    if (scope.kind === 'refused') throw notAllowed('You may see the gaps of your own organisation only.')
    const { organisationId, isSuppressed } = scope
    const { cancerTypeId = null } = query
    // Whoever sees suppressed numbers only is no clinician, and may see no patient.
    const gaps = isSuppressed
      ? await withCounts(trx, () => readCaseloadGaps(trx, { among: { organisationId }, cancerTypeId }))
      : await readCaseloadGaps(trx, { among: scopeOf(caller), cancerTypeId })
    const organisations =
      caller.role === 'national-lead'
        ? await readOrganisations(trx)
        : own === null
          ? []
          : [{ organisationId: own.organisationId, code: own.code, name: own.name }]
    const shown = describeDataGaps(gaps, isSuppressed, query.limit ?? usualLimit)
    return { body: { asOf, organisationId, organisations, ...shown } }
  },
}
