import { describe, expect, it } from 'vitest'
import { mayEndNamed, mayName, type Namer, namedEndRefusal, namingRefusal, seesNamed } from './named-role-rights.ts'
import type { PatientScope } from './patient-scope.ts'
import type { Role } from './role.ts'

const asOf = '2026-06-15'
const scope: PatientScope = { organisationId: 'own', teamIds: [], namedRoles: [], openedPatientIds: [] }
const namer = (role: Role, parts: Partial<PatientScope> = {}): Namer => ({
  accountId: 'me',
  role,
  scope: { ...scope, ...parts },
})
const member = namer('oncologist', { teamIds: ['sarcoma'] })
const named = namer('oncologist', { namedRoles: [{ patientId: 'patient', careRole: 'coveringClinician' }] })
const opener = namer('nurse', { openedPatientIds: ['patient'] })
const officer = namer('information-officer')
const patient = { patientId: 'patient', organisationId: 'own', teamId: 'sarcoma' }
const withoutTeam = { ...patient, teamId: null }
const line = { accountId: 'them', careRole: 'consultantInCharge', startsOn: asOf, endsOn: null, endedOn: null } as const
const standing = { ...line, enteredBy: 'Dr Robin Hale' }

const refusal = (more: Partial<Parameters<typeof namingRefusal>[0]> = {}) =>
  namingRefusal({ namer: member, patient, naming: line, role: 'oncologist', named: [], asOf, ...more })
const pointer = (more: Parameters<typeof refusal>[0]) => refusal(more)?.errors?.[0]?.pointer

describe('who names people on a patient', () => {
  it('a member of the team does, also themselves', () => {
    expect(mayName(member, patient)).toBe(true)
    expect(refusal({ naming: { ...line, accountId: 'me' } })).toBeNull()
  })

  it('nobody does who is named, has opened the record, or is of no team: cover cannot be made longer by who covers', () => {
    for (const other of [named, opener, namer('oncologist')]) {
      expect(mayName(other, patient)).toBe(false)
      expect(refusal({ namer: other, naming: { ...line, accountId: 'me' } })?.status).toBe(403)
    }
  })

  it('an information officer does where there is no team, and sees nobody else’s', () => {
    expect([mayName(officer, withoutTeam), seesNamed(officer, withoutTeam)]).toEqual([true, true])
    expect([mayName(officer, patient), seesNamed(officer, patient)]).toEqual([false, false])
    expect(seesNamed(officer, { ...withoutTeam, organisationId: 'other' })).toBe(false)
  })

  it('nobody with another role does, whatever team the account was in', () => {
    expect(mayName(namer('trust-lead', { teamIds: ['sarcoma'] }), patient)).toBe(false)
  })
})

describe('a naming', () => {
  it('is of a clinician of the organisation, as what the person can be', () => {
    expect(pointer({ role: null })).toBe('/accountId')
    expect(pointer({ role: 'nurse' })).toBe('/careRole')
    expect(refusal({ role: 'nurse', naming: { ...line, careRole: 'namedNurse' } })).toBeNull()
  })

  it('begins today or later, and does not end before it begins', () => {
    expect(pointer({ naming: { ...line, startsOn: '2026-06-14' } })).toBe('/startsOn')
    expect(pointer({ naming: { ...line, endsOn: '2026-06-14' } })).toBe('/endsOn')
    expect(refusal({ naming: { ...line, endsOn: asOf } })).toBeNull()
  })

  it('of cover has a last day', () => {
    expect(pointer({ naming: { ...line, careRole: 'coveringClinician' } })).toBe('/endsOn')
    expect(refusal({ naming: { ...line, careRole: 'coveringClinician', endsOn: '2026-06-20' } })).toBeNull()
  })

  it('is not made twice for the same days', () => {
    expect(refusal({ named: [standing] })?.status).toBe(409)
    expect(refusal({ named: [{ ...standing, accountId: 'another' }] })).toBeNull()
    expect(refusal({ named: [{ ...standing, startsOn: '2026-06-01', endedOn: asOf }] })).toBeNull()
  })

  it('is ended by the team, the officer where there is none, and the person, and once', () => {
    expect(mayEndNamed(member, patient, line)).toBe(true)
    expect(mayEndNamed(officer, withoutTeam, line)).toBe(true)
    expect(mayEndNamed(named, patient, { accountId: 'me' })).toBe(true)
    expect(namedEndRefusal(named, patient, line, asOf)?.status).toBe(403)
    expect(namedEndRefusal(member, patient, line, asOf)).toBeNull()
    expect(namedEndRefusal(member, patient, { ...line, endedOn: asOf }, asOf)?.status).toBe(409)
  })
})
