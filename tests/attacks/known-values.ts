import type { components } from '#api/schema.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import type { TestApp } from '../support/build-app.ts'
import type { KnownValues } from './schema-values.ts'

type Schemas = components['schemas']

const fewOfEach = 6

/**
 * Identifiers and other values that the demonstration holds, so that requests get past "no such record": half of them of
 * the organisation with this code, half of anybody.
 */
export async function readKnownValues({ database, signInAs }: TestApp, organisationCode: string): Promise<KnownValues> {
  const { db } = database
  const { organisation_id: own } = await db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('code', '=', organisationCode)
    .executeTakeFirstOrThrow()
  const patients = db.selectFrom('patient').select('patient_id').orderBy('patient_id').limit(fewOfEach)
  const ownPatients = await patients.where('organisation_id', '=', own).execute()
  const otherPatients = await patients.where('organisation_id', '<>', own).execute()
  const referrals = db
    .selectFrom('referral')
    .select(['referral_id', 'trial_id', 'version'])
    .orderBy('referral_id')
    .limit(fewOfEach)
  const drafts = await referrals
    .where('from_organisation_id', '=', own)
    .where('status', '=', 'referral-draft')
    .execute()
  const received = await referrals.where('to_organisation_id', '=', own).execute()
  const otherReferrals = await referrals.where('from_organisation_id', '<>', own).execute()
  const trials = await db
    .selectFrom('trial')
    .select(['trial_id', 'record'])
    .where('criteria_encoded', '>', 0)
    .orderBy('trial_id')
    .limit(2 * fewOfEach)
    .execute()
  const sites = await db.selectFrom('trial_site').select('site_id').orderBy('site_id').limit(fewOfEach).execute()
  const accounts = await db.selectFrom('account').select('account_id').orderBy('account_id').limit(fewOfEach).execute()
  const organisations = await db.selectFrom('organisation').select('organisation_id').orderBy('code').execute()
  const releases = await db
    .selectFrom('release_entry')
    .select('release_id')
    .where('organisation_id', '=', own)
    .execute()
  const allReferrals = [...drafts, ...received, ...otherReferrals]
  const patientIds = [...ownPatients, ...otherPatients].map((row) => row.patient_id)
  const trialIds = trials.map((row) => row.trial_id)
  const oncologist = await signInAs('oncologist', organisationCode)
  const items: Schemas['PatientItem'][] = []
  for (const { patient_id: patientId } of ownPatients) {
    const answer = await oncologist({ method: 'GET', url: `/api/patients/${patientId}` })
    items.push(...answer.json<Schemas['Patient']>().items)
  }
  const cursors = [...patientIds, ...trialIds, ...allReferrals.map((row) => row.referral_id)]
  return new Map<string, readonly unknown[]>(
    Object.entries({
      patientId: patientIds,
      trialId: trialIds,
      referralId: allReferrals.map((row) => row.referral_id),
      siteId: sites.map((row) => row.site_id),
      accountId: accounts.map((row) => row.account_id),
      organisationId: organisations.map((row) => row.organisation_id),
      replaces: items.map(({ itemId }) => itemId),
      withheldItemIds: items.map(({ itemId }) => itemId),
      recordPatientItem: items.map(({ entered }) => entered),
      recordPatientItems: items.map(({ entered }) => ({ items: [entered] })),
      releaseId: releases.map((row) => row.release_id),
      code: items.flatMap(({ entered }) => (entered.kind === 'observation' ? entered.code : [])),
      cancerTypeId: taxonomy.map(({ id }) => id),
      cancerTypeIds: taxonomy.map(({ id }) => id),
      rule: trials.flatMap(({ record }) => record.criteria.flatMap(({ expr }) => expr ?? [])),
      after: cursors,
      before: cursors,
      email: demonstrationAccounts.map(({ email }) => email),
      password: [demonstrationPassword],
      'if-match': ['"1"', ...allReferrals.map((row) => `"${row.version}"`)],
    }),
  )
}
