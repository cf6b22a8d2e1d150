import { describe, expect, it } from 'vitest'
import { isRole, needsOrganisation, roleLabel, roles } from './role.ts'

describe('roles', () => {
  it('names each role once, with words of its own', () => {
    expect(new Set(roles.map(({ role }) => role)).size).toBe(9)
    expect(new Set(roles.map(({ label }) => label)).size).toBe(9)
  })

  it('gives the words for a role', () => {
    expect(roleLabel('site-nurse')).toBe('Site research nurse')
  })

  it('tells a role from any other word', () => {
    expect(isRole('investigator')).toBe(true)
    expect(isRole('Investigator')).toBe(false)
    expect(isRole('sponsor')).toBe(false)
    expect(isRole('')).toBe(false)
  })

  it('needs an organisation of everybody who works for one', () => {
    expect(roles.filter(({ role }) => !needsOrganisation(role)).map(({ role }) => role)).toEqual([
      'national-lead',
      'administrator',
      'privacy-officer',
    ])
    expect(needsOrganisation('trust-lead')).toBe(true)
  })
})
