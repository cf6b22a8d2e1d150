import * as v from 'valibot'
import { noRoleToChoose } from '#domain/access/single-sign-on-refusals.ts'
import { onOpenOperation } from '../http/on-operation.ts'
import { toProblem } from '../http/problem.ts'
import { text } from '../http/request-fields.ts'

const chosenRole = v.strictObject({ optionId: text(1, 200) })

/** The page that runs alone has no provider: there is nothing to offer and nothing to choose. */
export const singleSignOnHandlers = [
  onOpenOperation('get', '/single-sign-on', { status: 200 }, () => ({
    body: { name: null, isUsed: false, roles: [], refusal: null, signOutAt: null },
  })),

  onOpenOperation('post', '/single-sign-on/role', { status: 200, body: chosenRole }, () => {
    throw toProblem(noRoleToChoose)
  }),
]
