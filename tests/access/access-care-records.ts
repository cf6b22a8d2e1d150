import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import type { TestDatabase } from '../support/database-template.ts'
import type { OpeningTarget, PatientTarget, Target, TeamTarget } from './access-expectation.ts'
import { type Home, homes, otherThan, type Person } from './access-people.ts'

type Schemas = components['schemas']

type CareTarget = TeamTarget | OpeningTarget | Exclude<PatientTarget, 'ownPatient' | 'othersPatient'>

/** What belongs to clinical teams, seen from each home. */
export interface CareRecords {
  idOf(target: CareTarget, home: Home): string
  clinicianAt(home: Home): string
  papersOf(home: Home): { readonly nhsNumber: string; readonly bornOn: string }
}

interface CareOfHome {
  readonly teamId: string
  readonly ofOtherTeam: string
  readonly withoutTeam: string
  readonly openingId: string
  readonly clinicianId: string
  readonly papers: { readonly nhsNumber: string; readonly bornOn: string }
}

export function isCareTarget(target: Target): target is CareTarget {
  return careTargets.some((each) => each === target)
}

const careTargets: readonly Target[] = [
  'otherTeamsPatient',
  'patientWithoutTeam',
  'ownTeam',
  'othersTeam',
  'ownOpening',
  'othersOpening',
]

/** At each home a second team with one patient, whose record a clinician has opened, and one patient without a team. */
export async function findCareRecords(database: TestDatabase, people: readonly Person[]): Promise<CareRecords> {
  const care = new Map<Home, CareOfHome>()
  for (const home of homes) care.set(home, await careAt(database, people, home))
  const at = (home: Home) => {
    const found = care.get(home)
    if (found === undefined) throw new Error(`Nothing was prepared at ${home}.`)
    return found
  }
  return {
    idOf: (target, home) => {
      switch (target) {
        case 'otherTeamsPatient':
          return at(home).ofOtherTeam
        case 'patientWithoutTeam':
          return at(home).withoutTeam
        case 'ownTeam':
          return at(home).teamId
        case 'othersTeam':
          return at(otherThan(home)).teamId
        case 'ownOpening':
          return at(home).openingId
        case 'othersOpening':
          return at(otherThan(home)).openingId
      }
    },
    clinicianAt: (home) => at(home).clinicianId,
    papersOf: (home) => at(home).papers,
  }
}

async function careAt(database: TestDatabase, people: readonly Person[], home: Home): Promise<CareOfHome> {
  const sendOf = (role: Person['role']) => {
    const person = people.find((each) => each.role === role && each.home === home)
    if (person === undefined) throw new Error(`There is no ${role} at ${home}.`)
    return person.send
  }
  const headers = { 'idempotency-key': randomUUID() }
  const payload = { name: 'Second team' }
  const made = await sendOf('information-officer')({ method: 'POST', url: '/api/teams', headers, payload })
  const { teamId } = made.json<Schemas['Team']>()
  const clinician = await database.db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .select(['account_id', 'account.name', 'organisation.organisation_id'])
    .where('email', '=', `oncologist@${home.toLowerCase()}.example`)
    .executeTakeFirstOrThrow()
  // Without a referral, so that the rows about referrals are about those of the first team.
  const patients = await database.db
    .selectFrom('patient')
    .select(['patient_id', 'nhs_number', 'born_on'])
    .where('organisation_id', '=', clinician.organisation_id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('referral').select('referral_id').whereRef('referral.patient_id', '=', 'patient.patient_id')),
      ),
    )
    .orderBy('patient_id', 'desc')
    .limit(3)
    .execute()
  const [other, without, own] = patients
  if (!other || !without || !own?.nhs_number || !own.born_on) throw new Error(`There are too few patients at ${home}.`)
  await moveTo(database, other.patient_id, teamId)
  await moveTo(database, without.patient_id, null)
  const openingId = randomUUID()
  await database.db
    .insertInto('emergency_access')
    .values({
      access_id: openingId,
      patient_id: other.patient_id,
      organisation_id: clinician.organisation_id,
      account_id: clinician.account_id,
      actor_name: clinician.name,
      role: 'oncologist',
      began_at: new Date('2026-06-14T08:00:00Z'),
      ends_at: new Date('2026-06-14T20:00:00Z'),
      reason_code: 'adviceAsked',
      reason: 'Their team asked for advice',
    })
    .execute()
  return {
    teamId,
    ofOtherTeam: other.patient_id,
    withoutTeam: without.patient_id,
    openingId,
    clinicianId: clinician.account_id,
    papers: { nhsNumber: own.nhs_number, bornOn: own.born_on },
  }
}

function moveTo(database: TestDatabase, patientId: string, teamId: string | null) {
  return database.db.updateTable('patient').set({ team_id: teamId }).where('patient_id', '=', patientId).execute()
}

/** Names a clinician of the organisation on a patient, from today on. */
export async function nameColleague(database: TestDatabase, patientId: string, accountId: string): Promise<string> {
  const { organisation_id } = await database.db
    .selectFrom('patient')
    .select('organisation_id')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  const namedRoleId = randomUUID()
  await database.db
    .insertInto('named_role')
    .values({
      named_role_id: namedRoleId,
      patient_id: patientId,
      organisation_id,
      account_id: accountId,
      care_role: 'consultantInCharge',
      starts_on: '2026-06-14',
      ends_on: null,
      reason: 'Leads the care',
      entered_at: new Date('2026-06-14T08:00:00Z'),
      entered_by_account_id: accountId,
      entered_by_name: 'A colleague',
    })
    .execute()
  return namedRoleId
}
