import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { Send } from './build-app.ts'
import type { TestDatabase } from './database-template.ts'

type Schemas = components['schemas']
type Referral = Schemas['Referral']
type Answered = Awaited<ReturnType<Send>>

export interface OpenPair {
  readonly patientId: string
  readonly trialId: string
  readonly siteId: string
}

/** A patient of one organisation without a referral, and a trial that is open at a site of another. */
export async function findOpenPair({ db }: TestDatabase, from = 'ZZ001', to = 'ZZ002'): Promise<OpenPair> {
  const { rows } = await sql<OpenPair>`
    select patient.patient_id as "patientId", trial.trial_id as "trialId", trial_site.site_id as "siteId"
    from patient
    join team on team.team_id = patient.team_id and team.name = 'Rare cancer team'
    join organisation as sender on sender.organisation_id = patient.organisation_id and sender.code = ${from}
    cross join trial
    join trial_site on trial_site.trial_id = trial.trial_id and trial_site.is_listed
      and trial_site.recruitment_status = 'open'
    join organisation as receiver on receiver.organisation_id = trial_site.organisation_id and receiver.code = ${to}
    where trial.recruitment_status = 'open' and trial.is_open_at_home and not trial.is_expedited
      and patient.died_on is null
      and not exists (select from patient_wish_event where patient_wish_event.patient_id = patient.patient_id)
      and not exists (select from referral where referral.patient_id = patient.patient_id)
    order by patient.patient_id, trial.trial_id
    limit 1`.execute(db)
  const [pair] = rows
  if (!pair) throw new Error(`The demonstration has no free patient of ${from} and no trial open at ${to}.`)
  return pair
}

export function create(send: Send, pair: Pick<OpenPair, 'patientId' | 'trialId'>, key = randomUUID()) {
  const { patientId, trialId } = pair
  return send({
    method: 'POST',
    url: '/api/referrals',
    headers: { 'idempotency-key': key },
    payload: { patientId, trialId },
  })
}

export function get(send: Send, referralId: string) {
  return send({ method: 'GET', url: `/api/referrals/${referralId}` })
}

export function saveDraft(send: Send, { referral }: Referral, draft: Schemas['ReferralDraft']) {
  return send({
    method: 'PUT',
    url: `/api/referrals/${referral.referralId}/draft`,
    headers: { 'if-match': `"${referral.version}"` },
    payload: draft,
  })
}

/** A form to send with nothing held back, agreed in person on the day of the test. */
export function formFor({ siteId }: Pick<OpenPair, 'siteId'>): Schemas['ReferralToSend'] {
  const agreement = { agreedOn: '2026-06-15', how: 'in-person' } as const
  return { siteId, withheldItemIds: [], message: 'Please consider for the trial.', agreement }
}

export function sendOff(send: Send, { referral }: Referral, form: Schemas['ReferralToSend'], key = randomUUID()) {
  return send({
    method: 'POST',
    url: `/api/referrals/${referral.referralId}/send`,
    headers: { 'if-match': `"${referral.version}"`, 'idempotency-key': key },
    payload: form,
  })
}

export function move(send: Send, { referral }: Referral, step: Schemas['ReferralMove'], key = randomUUID()) {
  return send({
    method: 'POST',
    url: `/api/referrals/${referral.referralId}/moves`,
    headers: { 'if-match': `"${referral.version}"`, 'idempotency-key': key },
    payload: step,
  })
}

/** The referral in an answer that must be one. */
export function referralIn(answer: Answered): Referral {
  if (answer.statusCode >= 300) throw new Error(`Expected a referral, got ${answer.statusCode}: ${answer.body}`)
  return answer.json<Referral>()
}

/** A draft for a fresh patient of the referrer's hospital (ZZ001). */
export async function makeDraft(database: TestDatabase, referrer: Send) {
  const pair = await findOpenPair(database)
  return { pair, referral: referralIn(await create(referrer, pair)) }
}

/** A referral of such a patient that has been sent to a site of ZZ002. */
export async function makeSent(database: TestDatabase, referrer: Send) {
  const { pair, referral } = await makeDraft(database, referrer)
  return { pair, referral: referralIn(await sendOff(referrer, referral, formFor(pair))) }
}
