import { expect, test } from 'vitest'
import { countryCode, isCountryCode } from './country-code.ts'

test.each([
  ['United Kingdom', 'GB'],
  ['Scotland', 'GB'],
  ['Northern Ireland', 'GB'],
  ['Ireland', 'IE'],
  ['Jersey', 'JE'],
  ['Korea, Republic of', 'KR'],
  ['South Korea', 'KR'],
  ["Korea, Democratic People's Republic of", 'KP'],
  ['Turkey (Türkiye)', 'TR'],
  ['Iran, Islamic Republic of', 'IR'],
  ['Palestinian Territory, occupied', 'PS'],
  ['Congo, The Democratic Republic of the', 'CD'],
  ["Côte D'Ivoire", 'CI'],
  ['COTE D’IVOIRE', 'CI'],
  ['Guinea', 'GN'],
  ['Guinea-Bissau', 'GW'],
  ['Georgia', 'GE'],
])('%s is %s', (name, code) => {
  expect(countryCode(name)).toBe(code)
})

test.each(['Ruritania', '', ' ', 'GB/UK'])('%j is no known country', (name) => {
  expect(countryCode(name)).toBeNull()
})

test.each([
  ['GB', true],
  ['IE', true],
  ['UK', false],
  ['gb', false],
  ['GBR', false],
  ['', false],
])('%j as a code: %s', (code, isCode) => {
  expect(isCountryCode(code)).toBe(isCode)
})
