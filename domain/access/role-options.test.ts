import { expect, test } from 'vitest'
import { nationalRoles } from './national-roles.ts'
import type { HeldRole } from './provider-claims.ts'
import { heldRoleWords, roleOptions } from './role-options.ts'

const here = { organisationId: '1', code: 'RXX', name: 'Northmoor' }
const held = (code: string, organisationCode: string | null): HeldRole => ({ code, name: code, organisationCode })
const idsOf = (...roles: HeldRole[]) => roleOptions(roles, nationalRoles, [here]).map(({ optionId }) => optionId)

test('are the roles known here in the organisations known here', () => {
  expect(idsOf(held('R8000', 'RXX'), held('R8001', 'RYY'), held('R8010', 'RXX'))).toEqual(['oncologist@RXX'])
})

test('has each once', () => {
  expect(idsOf(held('R8001', 'RXX'), held('R8003', 'RXX'))).toEqual(['nurse@RXX'])
})

test('a role tied to an organisation that is not known here is never held across all of them', () => {
  expect(idsOf(held('R0001', 'RYY'))).toEqual([])
  expect(idsOf(held('R0001', null), held('R8001', null))).toEqual(['privacy-officer'])
})

test.each(['R8004', 'R8006', 'R8008', 'R8009', 'R8010', 'R8015'])('%s opens nothing', (code) => {
  expect(idsOf(held(code, 'RXX'))).toEqual([])
})

test('are told in words', () => {
  expect([heldRoleWords(held('Clerk', 'RXX')), heldRoleWords(held('Clerk', null))]).toEqual(['Clerk at RXX', 'Clerk'])
})
