import { describe, expect, test } from 'vitest'
import { assuranceLevels, emailOf, nameOf, rolesFromCis2, rolesFromPlain } from './provider-claims.ts'

const entry = (role_code: unknown, org_code: unknown, person_roleid = '1') => {
  return { role_code, org_code, person_roleid, role_name: '"Clinical":"Clinical Provision":"Nurse Access Role"' }
}

describe('the roles of NHS CIS2 Authentication', () => {
  test('are known by the last part of their code and name', () => {
    const claims = { nhsid_nrbac_roles: [entry('S8000:G8000:R8001', 'rxx')] }
    expect(rolesFromCis2(claims)).toEqual([{ code: 'R8001', name: 'Nurse Access Role', organisationCode: 'RXX' }])
  })

  test('are one alone where one was chosen, and none where that is not among them', () => {
    const nhsid_nrbac_roles = [entry('R8001', 'RXX', '1'), entry('R8000', 'RYY', '2')]
    expect(rolesFromCis2({ nhsid_nrbac_roles, selected_roleid: '2' }).map(({ code }) => code)).toEqual(['R8000'])
    expect(rolesFromCis2({ nhsid_nrbac_roles, selected_roleid: '3' })).toEqual([])
    expect(rolesFromCis2({ nhsid_nrbac_roles })).toHaveLength(2)
  })

  test.each([
    {},
    { nhsid_nrbac_roles: null },
    { nhsid_nrbac_roles: 'R8001' },
    { nhsid_nrbac_roles: [null, 1, 'R8001', {}] },
    { nhsid_nrbac_roles: [entry(8001, 'RXX')] },
    { nhsid_nrbac_roles: [entry('R8001', undefined)] },
    { nhsid_nrbac_roles: [entry('S8000:G8000:', 'RXX')] },
  ])('are none in %j', (claims) => {
    expect(rolesFromCis2(claims)).toEqual([])
  })
})

describe('the roles of a plain provider', () => {
  const names = { roles: 'groups', organisations: 'trusts' }

  test('are each held in each organisation', () => {
    const held = rolesFromPlain({ groups: ['a', 'b'], trusts: 'rxx' }, names)
    expect(held.map(({ code, organisationCode }) => `${code} ${organisationCode}`)).toEqual(['a RXX', 'b RXX'])
    expect(rolesFromPlain({ groups: 'a' }, names)).toEqual([{ code: 'a', name: 'a', organisationCode: null }])
  })

  test('are none where the claim is not there, or holds no words', () => {
    expect(rolesFromPlain({}, names)).toEqual([])
    expect(rolesFromPlain({ groups: [1, null, {}, ' '] }, names)).toEqual([])
  })
})

describe('assurance levels', () => {
  test.each([
    ['1', 1],
    ['2', 2],
    [3, 3],
    ['4', 0],
    ['2.5', 0],
    ['AAL3', 0],
    [undefined, 0],
    [['3'], 0],
  ])('%j is %i', (told, level) => {
    expect(assuranceLevels({ authentication_assurance_level: told, id_assurance_level: told })).toEqual({
      authentication: level,
      identity: level,
    })
  })

  test('of identity are written in two ways', () => {
    expect(assuranceLevels({ idassurancelevel: '3' }).identity).toBe(3)
  })
})

test('somebody is called by the parts of the name, then by the whole, then by the identifier', () => {
  expect(nameOf({ name: 'PARKER Nia', given_name: 'Nia', family_name: 'Parker' }, 'x')).toBe('Nia Parker')
  expect(nameOf({ name: 'PARKER Nia' }, 'x')).toBe('PARKER Nia')
  expect(nameOf({}, 'x')).toBe('x')
})

test('an email address is text of a length that one can have', () => {
  expect(emailOf({ email: 'a@b.example' })).toBe('a@b.example')
  expect([emailOf({}), emailOf({ email: 1 }), emailOf({ email: 'a'.repeat(255) })]).toEqual([null, null, null])
})
