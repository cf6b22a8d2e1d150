import { expect, test } from 'vitest'
import { parseAgeLimit } from './parse-age-limit.ts'

test.each([
  ['minimum', '18 Years', { op: 'age', unit: 'years', min: 18 }],
  ['minimum', '1 Year', { op: 'age', unit: 'years', min: 1 }],
  ['maximum', '75 Years', { op: 'age', unit: 'years', max: 75 }],
  ['minimum', '6 Months', { op: 'age', unit: 'months', min: 6 }],
  ['minimum', '0 Years', { op: 'age', unit: 'years', min: 0 }],
] as const)('%s age %s', (bound, text, expected) => {
  expect(parseAgeLimit(bound, text)).toEqual(expected)
})

test.each([
  ['1 Day', 1],
  ['4 Weeks', 1],
  ['28 Days', 1],
  ['29 Days', 2],
  ['8 Weeks', 2],
])('a minimum of %s is met for certain from %i completed months, and asked of a clinician before', (text, min) => {
  expect(parseAgeLimit('minimum', text)).toMatchObject({ op: 'any', of: [{ unit: 'months', min }, { op: 'attest' }] })
})

test.each([
  ['27 Days', 0],
  ['28 Days', 1],
  ['3 Weeks', 0],
  ['4 Weeks', 1],
])(
  'a maximum of %s is exceeded for certain beyond %i completed months, and asked of a clinician before',
  (text, max) => {
    expect(parseAgeLimit('maximum', text)).toMatchObject({ op: 'all', of: [{ unit: 'months', max }, { op: 'attest' }] })
  },
)

test.each(['Seventy', '18', '18 years old', '-1 Years', '1.5 Years', '6 Hours', ''])('%j has no rule', (text) => {
  expect(parseAgeLimit('minimum', text)).toBeNull()
})
