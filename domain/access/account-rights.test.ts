import { describe, expect, it } from 'vitest'
import { lastAdministrator, ownClosing, ownRights } from './account-change-refusals.ts'
import { type AccountRights, rightsRefusal } from './account-rights.ts'

const administrator: AccountRights = { role: 'administrator', organisationId: null, isOpen: true }
const nurse: AccountRights = { role: 'nurse', organisationId: 'here', isOpen: true }
const ask = (before: AccountRights, after: AccountRights, parts: { isOwn?: boolean; others?: number } = {}) =>
  rightsRefusal({ isOwn: parts.isOwn ?? false, before, after, otherAdministrators: parts.others ?? 1 })

describe('nobody changes their own rights', () => {
  it.each<[string, AccountRights, AccountRights, unknown]>([
    ['another role', administrator, { ...administrator, role: 'privacy-officer' }, ownRights],
    ['another organisation', administrator, { ...administrator, organisationId: 'here' }, ownRights],
    ['closed', administrator, { ...administrator, isOpen: false }, ownClosing],
    ['the same rights under another name', administrator, { ...administrator }, null],
  ])('%s', (_, before, after, refusal) => {
    expect(ask(before, after, { isOwn: true, others: 5 })).toEqual(refusal)
  })
})

describe('one open administrator is left', () => {
  it.each<[string, AccountRights, number, unknown]>([
    ['closing the last one', { ...administrator, isOpen: false }, 0, lastAdministrator],
    ['another role for the last one', { ...administrator, role: 'nurse' }, 0, lastAdministrator],
    ['another organisation for the last one', { ...administrator, organisationId: 'here' }, 0, null],
    ['closing the last but one', { ...administrator, isOpen: false }, 1, null],
  ])('%s', (_, after, others, refusal) => {
    expect(ask(administrator, after, { others })).toEqual(refusal)
  })

  it('anybody else is closed, changed and opened again whoever is left', () => {
    expect(ask(nurse, { ...nurse, isOpen: false }, { others: 0 })).toBeNull()
    expect(ask(nurse, { ...nurse, role: 'oncologist' }, { others: 0 })).toBeNull()
    expect(ask({ ...administrator, isOpen: false }, administrator, { others: 0 })).toBeNull()
  })
})
