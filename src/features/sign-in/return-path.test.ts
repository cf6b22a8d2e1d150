import { expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

const after = (wanted: string) => returnPath(new URLSearchParams({ return: wanted }))

it('goes back to the page that was asked for, filters included', () => {
  expect(after('/referrals?clock=overdue')).toBe('/referrals?clock=overdue')
})

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  '',
])('never leads out of the service: %j', (wanted) => {
  expect(after(wanted)).toBe('/')
})

it('goes home when nothing was asked for', () => {
  expect(returnPath(new URLSearchParams())).toBe('/')
})
