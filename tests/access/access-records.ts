import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { TestDatabase } from '../support/database-template.ts'
import { create, findOpenPair } from '../support/referral-steps.ts'
import { findCareRecords, isCareTarget, nameColleague } from './access-care-records.ts'
import type { ReferralTarget, Target } from './access-expectation.ts'
import { type Home, homes, otherThan, type Person } from './access-people.ts'
import { findSiteRecords, type SiteRecords } from './access-site-records.ts'

type Schemas = components['schemas']

/** One record of every kind, seen from each home. */
export interface Records {
  readonly trialId: string
  /** Of nobody who asks. */
  readonly accountId: string
  readonly organisationId: string
  idOf(target: Target, home: Home): string
  /** A clinician's verdict about the patient, which can be withdrawn; about another where nobody could set one. */
  overrideOf(patientId: string): SetVerdict
  /** A clinician of the organisation, from whom nothing is tried. */
  clinicianAt(home: Home): string
  /** A role of a colleague's on the patient; one that does not exist where nobody is named. */
  namedRoleOf(patientId: string): string
  /** What is on the papers of a patient of the team there. */
  papersOf(home: Home): { readonly nhsNumber: string; readonly bornOn: string }
  /** Somebody else's line on the delegation log of the own site's trial. */
  colleagueAt(home: Home): SiteRecords['colleague']
}

export interface SetVerdict {
  readonly trialId: string
  readonly overrideId: string
  readonly criterionId: string
  readonly cohort: string | null
}

interface ReferralPlace {
  readonly id: string
  readonly trialId: string
  readonly from: string
  readonly to: string | null
  readonly status: string
}

/** What the entries of the register say. */
export const release = {
  releasedOn: '2026-06-14',
  released: 'Counts by region',
  recipient: 'A fictional university',
  purpose: 'To plan trials',
  legalBasis: 'Anonymous numbers',
  expectedBenefit: 'Trials nearer to home',
}

export async function findRecords(database: TestDatabase, people: readonly Person[]): Promise<Records> {
  const care = await findCareRecords(database, people)
  for (const [index, home] of homes.entries()) {
    const pair = await findOpenPair(database, home, homes[1 - index])
    await create(personAt(people, 'nurse', home).send, pair)
  }
  const { rows: referrals } = await sql<ReferralPlace>`
    select referral_id as id, trial_id as "trialId", sender.code as from, receiver.code as to, status
    from referral
    join organisation as sender on sender.organisation_id = from_organisation_id
    left join organisation as receiver on receiver.organisation_id = to_organisation_id
    order by referral_id`.execute(database.db)
  const receivedAt = (home: Home) =>
    must(
      referrals.find((each) => wasReceived(each, home)),
      `referral to ${home}`,
    )
  const sites = await findSiteRecords(database, (home) => receivedAt(home).trialId)
  const siteAt = (home: Home) => must(sites.get(home), `site of ${home}`)
  const overrides = new Map<string, SetVerdict>()
  const patients = new Map<string, string>()
  for (const home of homes) {
    const { patientId, ...override } = await setVerdict(personAt(people, 'nurse', home))
    patients.set(home, patientId)
    overrides.set(patientId, override)
  }
  const named = new Map<string, string>()
  for (const home of homes) {
    for (const patientId of [must(patients.get(home), 'patient'), care.idOf('patientWithoutTeam', home)]) {
      named.set(patientId, await nameColleague(database, patientId, care.clinicianAt(home)))
    }
  }
  const releases = new Map<string, string>()
  for (const home of homes) {
    releases.set(home, await enterRelease(personAt(people, 'information-officer', home)))
  }
  const { rows: trials } = await sql<{ id: string }>`
    select trial_id as id from trial where recruitment_status = 'open' order by trial_id limit 1`.execute(database.db)
  const { rows: accounts } = await sql<{ id: string }>`
    select account_id as id from account where email = 'oncologist@zz006.example'`.execute(database.db)
  const { rows: organisations } = await sql<{ id: string }>`
    select organisation_id as id from organisation order by code limit 1`.execute(database.db)
  const { rows: sessions } = await sql<{ id: string }>`
    select session_id as id from session join account using (account_id)
    where email = 'administrator@zz001.example'`.execute(database.db)
  const sessionId = must(sessions[0]?.id, 'session of the administrator')
  return {
    trialId: must(trials[0]?.id, 'open trial'),
    accountId: must(accounts[0]?.id, 'account'),
    organisationId: must(organisations[0]?.id, 'organisation'),
    idOf: (target, home) => {
      if (target === 'none') return ''
      if (target === 'othersSession') return sessionId
      if (isCareTarget(target)) return care.idOf(target, home)
      if (target === 'ownPatient') return must(patients.get(home), `patient of ${home}`)
      if (target === 'othersPatient') return must(patients.get(otherThan(home)), 'patient of another')
      if (target === 'ownRelease') return must(releases.get(home), `release of ${home}`)
      if (target === 'othersRelease') return must(releases.get(otherThan(home)), 'release of another')
      if (target === 'ownSite') return siteAt(home).ownTrialId
      if (target === 'othersSite') return siteAt(home).othersTrialId
      const ownTrialId = siteAt(home).ownTrialId
      return must(referrals.find((each) => isTarget(each, target, home, ownTrialId))?.id, `${target} of ${home}`)
    },
    overrideOf: (patientId) => overrides.get(patientId) ?? must([...overrides.values()][0], 'verdict'),
    clinicianAt: care.clinicianAt,
    namedRoleOf: (patientId) => named.get(patientId) ?? crypto.randomUUID(),
    papersOf: care.papersOf,
    colleagueAt: (home) => siteAt(home).colleague,
  }
}

function personAt(people: readonly Person[], role: Person['role'], home: Home): Person {
  return must(
    people.find((person) => person.role === role && person.home === home),
    `${role} at ${home}`,
  )
}

async function enterRelease({ send }: Person): Promise<string> {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const entered = await send({ method: 'POST', url: '/api/releases', headers, payload: release })
  if (entered.statusCode !== 201) throw new Error(`No release could be entered: ${entered.body}`)
  return entered.json<Schemas['Release']>().releaseId
}

/** The first candidate trial of the first patient, with a verdict on its first criterion. */
async function setVerdict({ send }: Person) {
  const found = await send({
    method: 'POST',
    url: '/api/patients/search',
    payload: { filters: { hasCandidate: true } },
  })
  const [patient] = found.json<Schemas['PatientPage']>().items
  const patientId = must(patient?.patientId, 'patient with a candidate trial')
  const listed = await send({ method: 'GET', url: `/api/patients/${patientId}/candidates` })
  const trialId = must(listed.json<Schemas['CandidateList']>().candidates[0]?.trialId, 'candidate trial')
  const url = `/api/patients/${patientId}/trials/${trialId}`
  const [criterion] = (await send({ method: 'GET', url })).json<Schemas['TrialVerdict']>().criteria
  const { criterionId, cohort, basis } = must(criterion, 'criterion')
  const payload = { criterionId, cohort, basis, verdict: 'met', reason: 'Seen in clinic', replaces: null }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const set = await send({ method: 'POST', url: `${url}/overrides`, headers, payload })
  if (set.statusCode !== 201) throw new Error(`No verdict could be set: ${set.body}`)
  const overridden = set.json<Schemas['TrialVerdict']>().criteria.find((each) => each.criterionId === criterionId)
  const overrideId = must(overridden?.override?.overrideId, 'verdict just set')
  return { patientId, trialId, overrideId, criterionId, cohort }
}

function wasReceived({ from, to, status }: ReferralPlace, home: Home): boolean {
  return from !== home && to === home && status !== 'referral-draft'
}

function isTarget(place: ReferralPlace, target: ReferralTarget, home: Home, ownTrialId: string): boolean {
  const { from, to, status } = place
  const isDraft = status === 'referral-draft'
  switch (target) {
    case 'ownDraft':
      return from === home && isDraft
    case 'ownSent':
      return from === home && !isDraft && to !== home
    case 'received':
      return wasReceived(place, home) && place.trialId === ownTrialId
    case 'receivedForOthers':
      return wasReceived(place, home) && place.trialId !== ownTrialId
    case 'othersDraft':
      return from !== home && isDraft
    case 'othersSent':
      return from !== home && to !== home && !isDraft
  }
}

function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The demonstration has no ${what}.`)
  return value
}
