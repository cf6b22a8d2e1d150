import * as v from 'valibot'
import { requestFaults } from '#domain/access/request-faults.ts'
import { addRelease, correctRelease, releaseRegister } from '../answers/releases/release-register.ts'
import { answerOnce } from '../http/answer-once.ts'
import { onOpenOperation, onOperation } from '../http/on-operation.ts'
import { calendarDate, text, uuid } from '../http/request-fields.ts'
import { informationOfficers } from '../http/role-groups.ts'

const words = (most: number) => v.pipe(text(2, most), v.regex(/\S/, requestFaults.ofPattern('\\S')))
const entry = {
  releasedOn: calendarDate,
  released: words(500),
  recipient: words(200),
  purpose: words(1000),
  legalBasis: words(300),
  expectedBenefit: words(1000),
}
const headers = v.object({ 'idempotency-key': uuid })
const adding = { status: 201, roles: informationOfficers, headers } as const

/** The public register of releases. What is added lasts as long as the demonstration. */
export const releaseHandlers = [
  onOpenOperation('get', '/releases', { status: 200 }, ({ state }) => ({ body: releaseRegister(state) })),

  onOperation('post', '/releases', { ...adding, body: v.strictObject(entry) }, (asked) => {
    const { state, caller, body, headers } = asked
    const once = { caller, key: headers['idempotency-key'], operation: 'addRelease', content: body }
    return answerOnce(state, once, () => ({ body: addRelease(asked, body) }))
  }),

  onOperation(
    'post',
    '/releases/{releaseId}/correction',
    { ...adding, body: v.strictObject({ ...entry, reason: words(500) }) },
    (asked) => {
      const { state, caller, params, body, headers } = asked
      const content = { ...params, body }
      const once = { caller, key: headers['idempotency-key'], operation: 'correctRelease', content }
      return answerOnce(state, once, () => ({ body: correctRelease(asked, params.releaseId, body) }))
    },
  ),
]
