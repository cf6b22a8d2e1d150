import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { CallerOrganisation, Trx } from '../plugins/operation.ts'
import { readCandidates, readTrialVerdict } from './patient-verdict-repository.ts'

/** An account that has seen nothing. */
const nobodyId = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
let own: CallerOrganisation
let ownTeamId: string
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  const row = await database.db
    .selectFrom('organisation')
    .selectAll()
    .where('code', '=', 'ZZ001')
    .executeTakeFirstOrThrow()
  own = {
    organisationId: row.organisation_id,
    code: row.code,
    name: row.name,
    latitude: row.latitude,
    longitude: row.longitude,
  }
  const team = await database.db
    .selectFrom('team')
    .select('team_id')
    .where('organisation_id', '=', row.organisation_id)
    .executeTakeFirstOrThrow()
  ownTeamId = team.team_id
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)

const ownPatients = async () => {
  const rows = await database.db
    .selectFrom('patient')
    .select('patient_id')
    .where('organisation_id', '=', own.organisationId)
    .orderBy('patient_id')
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}

/** Somebody of the one team of an organisation; nobody's team has the id of another organisation. */
const scopeAt = (organisationId: string) => ({
  organisationId,
  teamIds: [ownTeamId],
  namedRoles: [],
  openedPatientIds: [],
})

const candidatesOf = (patientId: string, organisationId = own.organisationId) =>
  run((trx) =>
    readCandidates(trx, { patientId, scope: scopeAt(organisationId), accountId: nobodyId, asOf: testDay, from: own }),
  )

const verdictOf = (patientId: string, trialId: string, organisationId = own.organisationId) =>
  run((trx) =>
    readTrialVerdict(trx, {
      patientId,
      trialId,
      scope: scopeAt(organisationId),
      accountId: nobodyId,
      asOf: testDay,
      from: own,
    }),
  )

test("somebody else's patient is answered like one that does not exist", async () => {
  const [patientId = ''] = await ownPatients()
  const other = '00000000-0000-4000-8000-00000000dead'
  const trial = await database.db.selectFrom('trial').select('trial_id').executeTakeFirstOrThrow()
  expect(await candidatesOf(patientId, other)).toBeNull()
  expect(await candidatesOf(other)).toBeNull()
  expect(await verdictOf(patientId, trial.trial_id, other)).toBeNull()
  expect(await verdictOf(patientId, other)).toBeNull()
  expect(await candidatesOf(patientId)).not.toBeNull()
})

describe('the verdict of one trial', () => {
  test('is the entry of the list, with every criterion beside it', async () => {
    for (const patientId of await ownPatients()) {
      const list = await candidatesOf(patientId)
      for (const candidate of [...(list?.candidates ?? []), ...(list?.baskets ?? [])]) {
        const verdict = await verdictOf(patientId, candidate.trialId)
        expect(verdict?.candidate).toEqual(candidate)
        const { met, notMet, unknown, toRead } = candidate.criteria
        // An advisory criterion is counted only where somebody has to read it.
        const counted = verdict?.criteria.filter((each) => each.class !== 'advisory' || each.reason === 'toRead')
        expect(counted).toHaveLength(met + notMet + unknown + toRead)
        // Where a clinician has set a verdict, that one counts, and one that is to be looked at again leaves none but "not met".
        const verdicts = counted?.map(({ verdict: found, override }) => {
          if (override?.state === 'active') return override.verdict
          const isOpen = override?.state === 'toReview' && override.verdict !== found && found !== 'notMet'
          return isOpen ? 'unknown' : found
        })
        expect(verdicts?.filter((each) => each === 'met')).toHaveLength(met)
        expect(verdict?.criteria.filter((each) => each.reason === 'toRead')).toHaveLength(toRead)
      }
    }
  })

  test('is given for a trial that is not open, too', async () => {
    const [patientId = ''] = await ownPatients()
    const closed = await database.db
      .selectFrom('trial')
      .select('trial_id')
      .where('is_open_at_home', '=', false)
      .executeTakeFirstOrThrow()
    expect(await verdictOf(patientId, closed.trial_id)).toMatchObject({
      asOf: testDay,
      candidate: { trialId: closed.trial_id },
    })
  })
})

test('the sites are as they are now, although the trial has no new version', async () => {
  const patientIds = await ownPatients()
  const lists = await Promise.all(patientIds.map((patientId) => candidatesOf(patientId)))
  const place = lists.findIndex((list) => list?.candidates.some(({ sites }) => sites.some((site) => site.canReceive)))
  const patientId = patientIds[place] ?? ''
  const candidate = lists[place]?.candidates.find(({ sites }) => sites.some((site) => site.canReceive))
  const siteId = candidate?.sites.find((site) => site.canReceive)?.siteId ?? ''
  const site = async () => {
    const found = await verdictOf(patientId, candidate?.trialId ?? '')
    return found?.candidate.sites.find((each) => each.siteId === siteId)
  }
  await database.db
    .updateTable('trial_site')
    .set({ recruitment_status: 'paused', organisation_id: null })
    .where('site_id', '=', siteId)
    .execute()
  expect(await site()).toMatchObject({ recruitmentStatus: 'paused', canReceive: false, isOwnOrganisation: false })
  await database.db.updateTable('trial_site').set({ is_listed: false }).where('site_id', '=', siteId).execute()
  expect(await site()).toBeUndefined()
})

test('a referral that stands is shown with its trial', async () => {
  const referral = await database.db
    .selectFrom('referral')
    .selectAll()
    .where('is_live', '=', true)
    .where('from_organisation_id', '=', own.organisationId)
    .executeTakeFirstOrThrow()
  expect((await verdictOf(referral.patient_id, referral.trial_id))?.candidate.referral).toMatchObject({
    referralId: referral.referral_id,
    status: referral.status,
  })
})
