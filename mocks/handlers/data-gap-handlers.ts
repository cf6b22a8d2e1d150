import * as v from 'valibot'
import { dataGapScope } from '#domain/data-gaps/data-gap-scope.ts'
import { listBlockingItems } from '../answers/data-gaps/list-blocking-items.ts'
import { onOperation } from '../http/on-operation.ts'
import { notAllowed } from '../http/problem.ts'
import { one } from '../http/query-fields.ts'
import { cancerTypeId, uuid, wholeNumber } from '../http/request-fields.ts'
import { caseloadWatchers } from '../http/role-groups.ts'

const query = v.strictObject({
  cancerTypeId: v.exactOptional(one(cancerTypeId)),
  organisationId: v.exactOptional(one(uuid)),
  limit: v.exactOptional(
    one(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number), wholeNumber(1, 500))),
  ),
})

/** Which missing items block most pairs of a patient and a trial. */
export const dataGapHandlers = [
  onOperation(
    'get',
    '/blocking-items',
    { status: 200, roles: caseloadWatchers, query },
    ({ state, caller, asOf, query: asked }) => {
      const own = caller.organisation?.organisationId ?? null
      const scope = dataGapScope({ role: caller.role, organisationId: own }, asked.organisationId)
      if (scope.kind === 'refused') throw notAllowed('You may see the gaps of your own organisation only.')
      return { body: listBlockingItems({ state, scope, caller, asOf, query: asked }) }
    },
  ),
]
