import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOfPage } from './page-fingerprint.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(root, 'src', 'app'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<html>')
  writeFileSync(join(root, 'src', 'app', 'shell.tsx'), 'export const shell = 1')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the fingerprint of the page', () => {
  it('stays while nothing changes', () => {
    expect(fingerprintOfPage(root)).toBe(fingerprintOfPage(root))
  })

  it('changes with the content of a source deep inside', () => {
    const before = fingerprintOfPage(root)
    writeFileSync(join(root, 'src', 'app', 'shell.tsx'), 'export const shell = 2')
    expect(fingerprintOfPage(root)).not.toBe(before)
  })

  it('changes when a source is renamed', () => {
    const before = fingerprintOfPage(root)
    writeFileSync(join(root, 'src', 'app', 'frame.tsx'), 'export const shell = 1')
    rmSync(join(root, 'src', 'app', 'shell.tsx'))
    expect(fingerprintOfPage(root)).not.toBe(before)
  })

  it('does not change for a test or for a file of the server', () => {
    const before = fingerprintOfPage(root)
    writeFileSync(join(root, 'src', 'app', 'shell.test.tsx'), 'it()')
    mkdirSync(join(root, 'server'))
    writeFileSync(join(root, 'server', 'main.ts'), 'listen()')
    expect(fingerprintOfPage(root)).toBe(before)
  })
})
