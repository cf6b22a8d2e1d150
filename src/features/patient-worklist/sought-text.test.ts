import { expect, it } from 'vitest'
import { soughtText, withSoughtText } from './sought-text.ts'

it('free text comes back from the history entry it was put in', () => {
  expect(soughtText(withSoughtText('999 000 0018'))).toBe('999 000 0018')
})

it.each([null, undefined, 'Smith', { soughtText: 5 }, { soughtText: '  ' }])(
  '%j in the history is no text',
  (state) => {
    expect(soughtText(state)).toBeNull()
  },
)

it('an empty box seeks nothing, and text is cut where the API would refuse it', () => {
  expect(withSoughtText('   ')).toBeNull()
  expect(withSoughtText(null)).toBeNull()
  expect(withSoughtText('x'.repeat(100))?.soughtText).toHaveLength(100)
  expect(withSoughtText('x'.repeat(101))?.soughtText).toHaveLength(100)
})
