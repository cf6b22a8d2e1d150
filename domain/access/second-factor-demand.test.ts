import { expect, it } from 'vitest'
import { roles } from './role.ts'
import { isSecondFactorFitting } from './second-factor-demand.ts'

it('a second factor may be demanded of every role but those that see totals only', () => {
  const others = roles.filter(({ role }) => !isSecondFactorFitting(role)).map(({ role }) => role)
  expect(others).toEqual(['trust-lead', 'national-lead'])
})
