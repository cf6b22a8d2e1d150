import type { ActionFunctionArgs } from 'react-router'
import { isRole } from '#domain/access/role.ts'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import { paths } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'

/** What the buttons of an account's page do; each says which it is in the field "do". */
export async function changeAccount({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const accountId = addressId(params.accountId, 'account')
  const version = Number(form.get('version'))
  const asRead = { params: { path: { accountId }, header: ifMatch(version) } }
  switch (form.get('do')) {
    case 'close': {
      const closed = await attempt(api.POST('/accounts/{accountId}/closing', asRead))
      return closed.ok ? ({ kind: 'done', done: 'closed', account: closed.data } as const) : notDone(closed.problem)
    }
    case 'reopen': {
      const opened = await attempt(api.POST('/accounts/{accountId}/opening', asRead))
      return opened.ok ? ({ kind: 'done', done: 'reopened', account: opened.data } as const) : notDone(opened.problem)
    }
    case 'make-link': {
      const path = { path: { accountId } }
      const made = await attempt(api.POST('/accounts/{accountId}/recovery-link', { params: path }))
      if (!made.ok) return notDone(made.problem)
      const { token, expiresAt } = made.data
      // Behind the #, which browsers keep to themselves: no server log holds it.
      return { kind: 'link', link: `${window.location.origin}${paths.recovery}#${token}`, expiresAt } as const
    }
    default: {
      const name = String(form.get('name')).trim()
      const role = String(form.get('role'))
      if (!isRole(role)) return { kind: 'refused', version, problem: null, roleError: 'Choose a role' } as const
      const organisationId = String(form.get('organisationId')) || null
      const body = { name, role, organisationId }
      const changed = await attempt(api.PUT('/accounts/{accountId}', { ...asRead, body }))
      if (changed.ok) return { kind: 'done', done: 'changed', account: changed.data } as const
      return { kind: 'refused', version, problem: changed.problem, roleError: undefined } as const
    }
  }
}

function notDone<Problem>(problem: Problem) {
  return { kind: 'notDone', problem } as const
}
