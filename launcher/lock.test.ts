import { describe, expect, it } from 'vitest'
import { findGapsInLock, findMissingPackages } from './lock.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/fastify': { version: '5.12.8' },
    'node_modules/native-mac': { version: '1.0.0', optional: true },
  },
}

describe('packages that must be installed before anything runs', () => {
  it('are none when what is installed agrees with the lock', () => {
    expect(findMissingPackages(lock, { packages: { 'node_modules/fastify': { version: '5.12.8' } } })).toEqual([])
  })

  it('include a package that is absent', () => {
    expect(findMissingPackages(lock, { packages: {} })).toEqual(['node_modules/fastify'])
  })

  it('include a package of another version', () => {
    expect(findMissingPackages(lock, { packages: { 'node_modules/fastify': { version: '5.12.7' } } })).toEqual([
      'node_modules/fastify',
    ])
  })

  it('include an optional package of another version, though it may be absent', () => {
    const installed = {
      packages: { 'node_modules/fastify': { version: '5.12.8' }, 'node_modules/native-mac': { version: '0.9.0' } },
    }
    expect(findMissingPackages(lock, installed)).toEqual(['node_modules/native-mac'])
  })
})

describe('gaps in the lock', () => {
  const parent = { version: '2.0.0', optionalDependencies: { '@tool/linux': '2.0.0', '@tool/mac': '2.0.0' } }

  it('are none when every platform of a package is held', () => {
    const whole = {
      packages: { 'node_modules/tool': parent, 'node_modules/@tool/linux': {}, 'node_modules/@tool/mac': {} },
    }
    expect(findGapsInLock(whole)).toEqual([])
  })

  it('name the platform package that the lock lacks, and who asked for it', () => {
    const partial = { packages: { 'node_modules/tool': parent, 'node_modules/@tool/linux': {} } }
    expect(findGapsInLock(partial)).toEqual(['node_modules/tool@2.0.0 names @tool/mac, which package-lock.json lacks'])
  })

  it('are seen for a package nested in another', () => {
    const nested = {
      packages: {
        'node_modules/a/node_modules/tool': parent,
        'node_modules/a/node_modules/@tool/linux': {},
        'node_modules/@tool/mac': {},
      },
    }
    expect(findGapsInLock(nested)).toEqual([])
  })
})
