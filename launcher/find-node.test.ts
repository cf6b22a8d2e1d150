import { expect, it } from 'vitest'
import { isNewEnough } from './find-node.mjs'

it.each([
  ['v22.21.9', false],
  ['v22.22.0', true],
  ['v22.22.1', true],
  ['v20.99.0', false],
  ['v24.0.0', true],
  ['v100.0.0', true],
  ['', false],
  ['not a version', false],
])('Node %s against a bound of 22.22.0: %s', (version, expected) => {
  expect(isNewEnough(version, '22.22.0')).toBe(expected)
})
