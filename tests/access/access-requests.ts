import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import type { operations } from '#api/schema.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { draftCriteria } from '../support/build-draft.ts'
import { newEcog } from '../support/sample-new-items.ts'
import { type Home, passwordOfAll } from './access-people.ts'
import { type Records, release, type SetVerdict } from './access-records.ts'

/** A well-formed request, so that only access can turn it away. It may ask for what cannot be done. */
export function requestOf(operation: keyof operations, id: string, records: Records, home: Home): InjectOptions {
  const { trialId } = records
  const once = { 'idempotency-key': randomUUID() }
  const version = { 'if-match': '"9999"' }
  const patient = `/api/patients/${id}`
  const referral = `/api/referrals/${id}`
  const account = `/api/accounts/${records.accountId}`
  switch (operation) {
    case 'getHealth':
      return get('/api/health')
    case 'getReady':
      return get('/api/ready')
    case 'getSession':
      return get('/api/session')
    case 'signIn':
      return post('/api/session', { email: 'nurse@zz001.example', password: demonstrationPassword })
    case 'giveSecondFactor':
      return post('/api/session/second-factor', { code: '123456' })
    case 'getSecondFactor':
      return get('/api/account/second-factor')
    case 'beginSecondFactor':
      return post('/api/account/second-factor', { current: passwordOfAll })
    case 'confirmSecondFactor':
      return { method: 'PUT', url: '/api/account/second-factor', payload: { code: '123456' } }
    case 'removeSecondFactor':
      return post('/api/account/second-factor/removal', { current: passwordOfAll })
    case 'signOut':
      return { method: 'DELETE', url: '/api/session' }
    case 'createFirstAdministrator':
      return post('/api/first-administrator', { ...newAdministrator, token: 'no link of this installation has it' })
    case 'getSingleSignOn':
      return get('/api/single-sign-on')
    case 'chooseRole':
      return post('/api/single-sign-on/role', { optionId: 'nurse@ZZ001' })
    case 'getSessionExpiry':
      return get('/api/session/expiry')
    case 'listOwnSessions':
      return get('/api/account/sessions')
    case 'endOwnSession':
      return { method: 'DELETE', url: `/api/account/sessions/${id}` }
    case 'endAllSessions':
      return { method: 'DELETE', url: '/api/account/sessions' }
    case 'changeOwnPassword':
      return {
        method: 'PUT',
        url: '/api/account/password',
        payload: { current: passwordOfAll, password: 'ten other words that nobody would guess' },
      }
    case 'listOrganisations':
      return get('/api/organisations')
    case 'createOrganisation':
      return post('/api/organisations', { code: 'ZZ001', name: 'The same code again' })
    case 'listAccounts':
      return get('/api/accounts')
    case 'createAccount':
      return post('/api/accounts', {
        ...newAdministrator,
        email: `${randomUUID()}@zz001.example`,
        role: 'administrator',
        organisationId: null,
      })
    case 'renameOrganisation': {
      const url = `/api/organisations/${records.organisationId}`
      return { method: 'PUT', url, payload: { name: 'Another name' }, headers: version }
    }
    case 'changeAccount': {
      const payload = { name: 'Nobody', role: 'administrator', organisationId: null }
      return { method: 'PUT', url: account, payload, headers: version }
    }
    case 'closeAccount':
      return { method: 'POST', url: `${account}/closing`, headers: version }
    case 'reopenAccount':
      return { method: 'POST', url: `${account}/opening`, headers: version }
    case 'createRecoveryLink':
      return { method: 'POST', url: `${account}/recovery-link` }
    case 'recoverAccount':
      return post('/api/recovery', { token: 'no link of this installation has it', password: passwordOfAll })
    case 'getHome':
      return get('/api/home')
    case 'listCandidateChanges':
      return get('/api/changes')
    case 'markChangesSeen':
      return post('/api/changes/seen', { changeIds: [randomUUID()] })
    case 'listCancerTypes':
      return get('/api/cancer-types')
    case 'searchPatients':
      return post('/api/patients/search', { filters: {}, limit: 1 })
    case 'countPatients':
      return post('/api/patients/counts', {})
    case 'getPatient':
      return get(patient)
    case 'listPatientCandidates':
      return get(`${patient}/candidates`)
    case 'recordPatientItem':
      return post(`${patient}/items`, confirmation, once)
    case 'recordPatientItems':
      return post(`${patient}/item-sets`, { items: [confirmation] }, once)
    case 'listPatientChanges':
      return get(`${patient}/changes`)
    case 'getPatientTrialVerdict':
      return get(`${patient}/trials/${records.overrideOf(id).trialId}`)
    case 'overrideVerdict':
      return post(
        `${patient}/trials/${records.overrideOf(id).trialId}/overrides`,
        verdictAgain(records.overrideOf(id)),
        once,
      )
    case 'withdrawOverride': {
      const override = records.overrideOf(id)
      const url = `${patient}/trials/${override.trialId}/overrides/${override.overrideId}/withdrawal`
      return post(url, { reason: 'Not so any more' })
    }
    case 'getPatientWishes':
      return get(`${patient}/wishes`)
    case 'recordResearchWish':
      return post(`${patient}/wishes/research`, newWish, { ...once, ...version })
    case 'withdrawResearchWish': {
      const url = `${patient}/wishes/research/${randomUUID()}/withdrawal`
      return post(url, { withdrawnOn: '2026-06-15', toldBy: 'patient' }, { ...once, ...version })
    }
    case 'recordOptOutCheck': {
      const check = { isOptedOut: false, checkedOn: '2026-06-15' }
      return post(`${patient}/wishes/opt-out-checks`, check, { ...once, ...version })
    }
    case 'setSensitiveFlag': {
      const flag = { isSensitive: true, reason: 'Flagged by the national service' }
      return post(`${patient}/wishes/sensitive-flag`, flag, { ...once, ...version })
    }
    case 'recordDeath':
      return post(`${patient}/death`, { diedOn: '2026-06-15', reason: null }, { ...once, ...version })
    case 'listTrials':
      return get('/api/trials?limit=1')
    case 'getTrial':
      return get(`/api/trials/${trialId}`)
    case 'listTrialPatients':
      return get(`/api/trials/${trialId}/patients?limit=1`)
    case 'getTrialAttrition':
      return get(`/api/trials/${trialId}/attrition`)
    case 'getTrialFeasibility':
      return get(`/api/trials/${trialId}/feasibility`)
    case 'assessFeasibility':
      return post('/api/feasibility', { cancerTypeIds: [], isBasket: true, criteria: draftCriteria })
    case 'listBlockingItems':
      return get('/api/blocking-items?limit=1')
    case 'listReferrals':
      return get('/api/referrals?limit=1')
    case 'createReferral':
      return post('/api/referrals', { patientId: id, trialId: records.overrideOf(id).trialId }, once)
    case 'getReferral':
      return get(referral)
    case 'saveReferralDraft':
      return { method: 'PUT', url: `${referral}/draft`, payload: noDraft, headers: version }
    case 'sendReferral':
      return post(`${referral}/send`, toSend, { ...once, ...version })
    case 'moveReferral':
      return post(`${referral}/moves`, { to: 'received' }, { ...once, ...version })
    case 'listRecruitment':
      return get('/api/recruitment')
    case 'getTrialRecruitment':
      return get(`/api/recruitment/${trialId}`)
    case 'listAuditEvents':
      return get('/api/audit/events?limit=1')
    case 'exportAuditEvents':
      return post('/api/audit/events/export', {})
    case 'findAuditedPatients':
      return post('/api/audit/patients/search', { number: '999 000 0018' })
    case 'listReleases':
      return get('/api/releases')
    case 'addRelease':
      return post('/api/releases', release, once)
    case 'correctRelease':
      return post(`/api/releases/${id}/correction`, { ...release, reason: 'The recipient was misspelt' }, once)
    case 'listTeams':
      return get('/api/teams')
    case 'createTeam':
      return post('/api/teams', { name: `Team ${randomUUID()}` }, once)
    case 'addTeamMember':
      return post(`/api/teams/${id}/members`, { accountId: records.clinicianAt(home) })
    case 'endTeamMembership':
      return post(`/api/teams/${id}/members/${records.clinicianAt(home)}/end`, {})
    case 'listDelegationLogs':
      return get('/api/delegation-logs')
    case 'getDelegationLog':
      return get(`/api/trials/${id}/delegation-log`)
    case 'addDelegation':
      return post(
        `/api/trials/${id}/delegation-log`,
        { accountId: records.colleagueAt(home).accountId, ...delegation },
        once,
      )
    case 'endDelegation':
      return post(`/api/trials/${id}/delegation-log/${records.colleagueAt(home).entryId}/end`, {
        reason: 'Has moved away',
      })
    case 'listPatientsWithoutTeam':
      return get('/api/patients/without-team')
    case 'assignPatientTeam':
      return {
        method: 'PUT',
        url: `${patient}/team`,
        payload: { from: randomUUID(), teamId: records.idOf('ownTeam', home) },
      }
    case 'getPatientCareTeam':
      return get(`${patient}/care-team`)
    case 'listNamedRoles':
      return get(`${patient}/named-roles`)
    case 'addNamedRole':
      return post(`${patient}/named-roles`, { accountId: records.clinicianAt(home), ...naming }, once)
    case 'endNamedRole':
      return post(`${patient}/named-roles/${records.namedRoleOf(id)}/end`, { reason: 'The cover is over' })
    case 'listEmergencyAccesses':
      return get('/api/emergency-accesses')
    case 'openPatientInEmergency':
      return post('/api/emergency-accesses', { ...records.papersOf(home), ...opening }, once)
    case 'reviewEmergencyAccess':
      return post(`/api/emergency-accesses/${id}/review`, { outcome: 'justified', note: 'Asked on the telephone' })
    case 'getAccessReport':
      return get(`/api/audit/patients/${id}/access-report`)
  }
}

const delegation = { duty: 'coordination', startsOn: '2026-07-01', endsOn: null }
const naming = {
  careRole: 'coveringClinician',
  startsOn: '2026-07-01',
  endsOn: '2026-07-14',
  reason: 'Annual leave of the consultant',
}
const opening = { reasonCode: 'adviceAsked', reason: 'Their team asked for advice' }
const newAdministrator = {
  name: 'Nobody',
  email: 'nobody@zz001.example',
  password: 'nine words that nobody would guess',
}
const newWish = {
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-06-15',
  toldBy: 'patient',
  reviewOn: null,
}
const noDraft = { siteId: null, withheldItemIds: [], message: '' }
const toSend = {
  siteId: '00000000-0000-4000-8000-000000000000',
  withheldItemIds: [],
  message: '',
  agreement: { agreedOn: '2026-06-14', how: 'telephone' },
}

/** Of a page that shows neither the verdict that stands nor what the software says now. */
function verdictAgain({ criterionId, cohort }: SetVerdict) {
  return { criterionId, cohort, verdict: 'met', reason: 'Seen in clinic', basis: 'as it was', replaces: null }
}

function get(url: string): InjectOptions {
  return { method: 'GET', url }
}

function post(url: string, payload: object, headers: Record<string, string> = {}): InjectOptions {
  return { method: 'POST', url, payload, headers }
}

/** Each of the people asked about may say it: a value that stands already is not recorded twice. */
const confirmation = {
  kind: 'assertion',
  category: 'medicines-reviewed',
  assertedOn: newEcog.observedOn,
  source: newEcog.source,
} as const
