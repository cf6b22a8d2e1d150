import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** The steps of setting a second factor up, and its end; each button says which it is in the field "do". */
export async function changeSecondFactor({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const current = text('current')
  switch (text('do')) {
    case 'confirm': {
      // What was shown goes round with the form: nothing but this page remembers it.
      const shown = { secret: text('secret'), link: text('link') }
      const code = text('code').trim()
      if (code.length < 6) {
        const faults = [{ fieldId: 'code', message: 'Enter the six digits that your app shows' }]
        return { kind: 'shown', shown, faults, problem: null } as const
      }
      const confirmed = await attempt(api.PUT('/account/second-factor', { body: { code } }))
      if (confirmed.ok) return { kind: 'confirmed', codes: confirmed.data.codes } as const
      return { kind: 'shown', shown, faults: [], problem: confirmed.problem } as const
    }
    case 'remove': {
      if (current === '') return passwordMissing()
      const removed = await attempt(api.POST('/account/second-factor/removal', { body: { current } }))
      return removed.ok ? ({ kind: 'removed' } as const) : refused(removed.problem)
    }
    default: {
      if (current === '') return passwordMissing()
      const begun = await attempt(api.POST('/account/second-factor', { body: { current } }))
      return begun.ok
        ? ({ kind: 'shown', shown: begun.data, faults: [], problem: null } as const)
        : refused(begun.problem)
    }
  }
}

function passwordMissing() {
  const faults = [{ fieldId: 'current', message: 'Enter your password' }]
  return { kind: 'refused', faults, problem: null } as const
}

function refused<Problem>(problem: Problem) {
  return { kind: 'refused', faults: [], problem } as const
}
