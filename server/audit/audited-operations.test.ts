import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { operationLabel, operationWords } from '#domain/audit/operation-words.ts'
import { auditActionOf } from '../plugins/audit-log.ts'
import type { Contract } from '../plugins/contract.ts'

const contract = parse(readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8')) as Contract
const operations = Object.values(contract.paths).flatMap((path) => Object.values(path))

describe('the contract', () => {
  test.each(operations)('says how $operationId is audited', ({ operationId, 'x-audit': rule }) => {
    expect(() => auditActionOf(operationId, rule)).not.toThrow()
  })

  test('leaves out only what shows and changes nobody', () => {
    const left = operations.filter(({ operationId, 'x-audit': rule }) => auditActionOf(operationId, rule) === null)
    expect(left.map(({ operationId }) => operationId)).toEqual([
      'getHealth',
      'getReady',
      'getSession',
      'getSessionExpiry',
      'listOwnSessions',
      'getSecondFactor',
      'listCancerTypes',
      'listTrials',
      'getTrial',
      'listRecruitment',
      'getTrialRecruitment',
      'listReleases',
      'getSingleSignOn',
    ])
  })

  test('an operation without it, with an unknown word or with none and no reason is found', () => {
    for (const rule of [undefined, { action: 'peek' }, { action: 'none' }, { action: 'none', reason: '' }]) {
      expect(() => auditActionOf('peekAtPatient', rule)).toThrow('peekAtPatient does not say how it is audited')
    }
  })
})

describe('the words of the log', () => {
  test('are there for every operation that is audited, and for no other', () => {
    const audited = operations.filter(({ operationId, 'x-audit': rule }) => auditActionOf(operationId, rule) !== null)
    expect(Object.keys(operationWords).toSorted()).toEqual(audited.map(({ operationId }) => operationId).toSorted())
  })

  test('tell commands and background work too', () => {
    expect(operationLabel('command:import')).toBe('Ran the command “import”')
    expect(operationLabel('job:rescreen-day')).toBe('Did the background work “rescreen-day”')
    expect(operationLabel('signInAtProvider')).toBe('Signed in with single sign-on')
    expect(operationLabel('toString')).toBe('toString')
  })
})
