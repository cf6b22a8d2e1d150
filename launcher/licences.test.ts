import { expect, test } from 'vitest'
import { findRefusedLicences } from './licences.mjs'

const lockOf = (license: string | undefined, dev = false) => ({
  packages: { '': { license: 'none' }, 'node_modules/one': { version: '1.0.0', ...(license ? { license } : {}), dev } },
})

test.each(['MIT', 'ISC', 'Apache-2.0', '(MIT OR CC0-1.0)', 'MIT AND ISC AND BSD-3-Clause', 'GPL-3.0-only OR MIT'])(
  '%s may be part of the service',
  (licence) => {
    expect(findRefusedLicences(lockOf(licence))).toEqual([])
  },
)

test.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'MPL-2.0', 'mit', undefined])(
  '%s may not',
  (licence) => {
    expect(findRefusedLicences(lockOf(licence))).toEqual([
      `node_modules/one@1.0.0 has the licence "${licence ?? 'none stated'}" and is part of the service`,
    ])
  },
)

test('a tool may have a licence that concerns changes to itself, and no more', () => {
  expect(findRefusedLicences(lockOf('MPL-2.0', true))).toEqual([])
  expect(findRefusedLicences(lockOf('AGPL-3.0', true))).toEqual(['node_modules/one@1.0.0 has the licence "AGPL-3.0"'])
})

test('what the installed package states counts, whatever the lock says', () => {
  expect(findRefusedLicences(lockOf('MIT'), () => 'GPL-3.0-only')).toHaveLength(1)
})

test('a licence that was read by hand holds for the text that was read, and for tools alone', () => {
  const ucum = (license: string, dev: boolean) => ({
    packages: { 'node_modules/@lhncbc/ucum-lhc': { version: '7.1.6', license, dev } },
  })
  expect(findRefusedLicences(ucum('SEE LICENSE IN LICENSE.md', true))).toEqual([])
  expect(findRefusedLicences(ucum('SEE LICENSE IN LICENSE.md', false))).toHaveLength(1)
  expect(findRefusedLicences(ucum('SEE LICENSE IN OTHER.md', true))).toHaveLength(1)
})
