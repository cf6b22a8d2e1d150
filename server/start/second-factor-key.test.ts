import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secondFactorKey } from './second-factor-key.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'second-factor-key-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('a key is made when it is first needed, for this user alone, and is the same at the next start', () => {
  const place = join(directory, 'new')
  const keyOf = secondFactorKey(null, place)
  expect(readdirSync(directory)).toEqual([])
  const key = keyOf()
  expect(key).toHaveLength(32)
  expect(statSync(join(place, 'second-factor.key')).mode & 0o777).toBe(0o600)
  expect(secondFactorKey(null, place)()).toEqual(key)
})

test('a key from the configuration is taken, and no file is made', () => {
  expect(secondFactorKey('0a'.repeat(32), directory)()).toEqual(Buffer.alloc(32, 10))
  expect(readdirSync(directory)).toEqual([])
})

test('a file that holds something else stops it, and is not written over', () => {
  writeFileSync(join(directory, 'second-factor.key'), 'spoiled')
  expect(() => secondFactorKey(null, directory)()).toThrow(/holds no key of 64 hexadecimal digits/)
})
