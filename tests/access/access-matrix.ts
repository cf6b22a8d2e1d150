import { type Role, roles } from '../../domain/access/role.ts'
import type { AccessMatrix, OperationRow, PatientRow, ReferralRow, SiteRow } from './access-expectation.ts'

/* Written by hand from the rules of access, and never derived from the contract or the policies: it is what they are
   checked against. */

const everybody: readonly Role[] = roles.map(({ role }) => role)
const careTeam: readonly Role[] = ['oncologist', 'nurse']
const planners: readonly Role[] = [...careTeam, 'trust-lead', 'national-lead', 'information-officer']
const recruiters: readonly Role[] = [...planners, 'site-nurse', 'investigator']

const isPublic: OperationRow = { isPublic: true, stranger: 'admitted' }
const ownPatients: PatientRow = {
  ownPatient: 'admitted',
  otherTeamsPatient: 'hidden',
  patientWithoutTeam: 'hidden',
  othersPatient: 'hidden',
}
/** Whoever reads the audit log looks after nobody, and answers for everybody of the organisation. */
const organisationsPatients: PatientRow = {
  ...ownPatients,
  otherTeamsPatient: 'admitted',
  patientWithoutTeam: 'admitted',
}
const withoutTeam: PatientRow = { ...ownPatients, ownPatient: 'hidden', patientWithoutTeam: 'admitted' }
const referred: ReferralRow = {
  ownDraft: 'admitted',
  ownSent: 'admitted',
  received: 'hidden',
  receivedForOthers: 'hidden',
  othersDraft: 'hidden',
  othersSent: 'hidden',
}
const receivedAtSite: ReferralRow = {
  ownDraft: 'hidden',
  ownSent: 'hidden',
  received: 'admitted',
  receivedForOthers: 'refused',
  othersDraft: 'hidden',
  othersSent: 'hidden',
}

const withPatientsOfOwn: OperationRow = { on: 'patient', roles: { oncologist: ownPatients, nurse: ownPatients } }
const withReferrals: OperationRow = {
  on: 'referral',
  roles: { oncologist: referred, nurse: referred, 'site-nurse': receivedAtSite, investigator: receivedAtSite },
}
const withDrafts: OperationRow = { on: 'referral', roles: { oncologist: referred, nurse: referred } }

const ofOwnSite: SiteRow = { ownSite: 'admitted', othersSite: 'hidden' }
const logsOfOwnSite: OperationRow = {
  on: 'site',
  roles: { 'site-nurse': ofOwnSite, investigator: ofOwnSite, administrator: ofOwnSite },
}

const withTeamsOfOwn: OperationRow = {
  on: 'team',
  roles: { 'information-officer': { ownTeam: 'admitted', othersTeam: 'hidden' } },
}

/** The team says who looks after its patients, the information officer for those who have no team. */
const withCareOfOwn: OperationRow = {
  on: 'patient',
  roles: { oncologist: ownPatients, nurse: ownPatients, 'information-officer': withoutTeam },
}

function openTo(allowed: readonly Role[]): OperationRow {
  return { on: 'none', roles: allowed }
}

const withSessionsOfOthers: OperationRow = {
  on: 'session',
  roles: Object.fromEntries(everybody.map((role) => [role, { othersSession: 'hidden' }])),
}

export const accessMatrix: AccessMatrix = {
  getHealth: isPublic,
  getReady: isPublic,
  getSession: isPublic,
  signIn: isPublic,
  // Only on a browser on which the password was right just before.
  giveSecondFactor: { isPublic: true, stranger: 'signInFirst' },
  signOut: isPublic,
  // Only while there is no account, and only with the link that the server printed.
  createFirstAdministrator: { isPublic: true, stranger: 'refused' },
  getSingleSignOn: isPublic,
  // Only for whom a provider has just told of several roles, or in a session that it opened.
  chooseRole: { isPublic: true, stranger: 'refused' },
  getSessionExpiry: isPublic,
  listOwnSessions: openTo(everybody),
  endOwnSession: withSessionsOfOthers,
  getSecondFactor: openTo(everybody),
  // Before one is begun, or the code would be wrong.
  confirmSecondFactor: openTo(everybody),
  beginSecondFactor: openTo(everybody),
  removeSecondFactor: openTo(everybody),
  // After what asks for the password, which is another one then.
  changeOwnPassword: openTo(everybody),
  listOrganisations: openTo(['administrator']),
  createOrganisation: openTo(['administrator']),
  listAccounts: openTo(['administrator']),
  createAccount: openTo(['administrator']),
  renameOrganisation: openTo(['administrator']),
  changeAccount: openTo(['administrator']),
  closeAccount: openTo(['administrator']),
  reopenAccount: openTo(['administrator']),
  createRecoveryLink: openTo(['administrator']),
  // Only with the link that an administrator handed over.
  recoverAccount: { isPublic: true, stranger: 'refused' },
  getHome: openTo(everybody),
  listCandidateChanges: openTo(careTeam),
  markChangesSeen: openTo(careTeam),
  listCancerTypes: openTo(everybody),
  searchPatients: openTo(careTeam),
  countPatients: openTo(careTeam),
  getPatient: withPatientsOfOwn,
  listPatientCandidates: withPatientsOfOwn,
  recordPatientItem: withPatientsOfOwn,
  recordPatientItems: withPatientsOfOwn,
  listPatientChanges: withPatientsOfOwn,
  getPatientTrialVerdict: withPatientsOfOwn,
  overrideVerdict: withPatientsOfOwn,
  withdrawOverride: withPatientsOfOwn,
  getPatientWishes: withPatientsOfOwn,
  recordResearchWish: withPatientsOfOwn,
  withdrawResearchWish: withPatientsOfOwn,
  recordOptOutCheck: withPatientsOfOwn,
  setSensitiveFlag: withPatientsOfOwn,
  recordDeath: withPatientsOfOwn,
  listTrials: openTo(everybody),
  getTrial: openTo(everybody),
  listTrialPatients: openTo(careTeam),
  getTrialAttrition: openTo(careTeam),
  getTrialFeasibility: openTo(planners),
  assessFeasibility: openTo(planners),
  listBlockingItems: openTo([...careTeam, 'trust-lead', 'national-lead']),
  listReferrals: openTo([...careTeam, 'site-nurse', 'investigator']),
  createReferral: withPatientsOfOwn,
  getReferral: withReferrals,
  saveReferralDraft: withDrafts,
  sendReferral: withDrafts,
  moveReferral: withReferrals,
  listRecruitment: openTo(recruiters),
  getTrialRecruitment: openTo(recruiters),
  listAuditEvents: openTo(['privacy-officer']),
  exportAuditEvents: openTo(['privacy-officer']),
  findAuditedPatients: openTo(['privacy-officer']),
  listReleases: isPublic,
  addRelease: openTo(['information-officer']),
  correctRelease: {
    on: 'release',
    roles: { 'information-officer': { ownRelease: 'admitted', othersRelease: 'hidden' } },
  },
  getAccessReport: { on: 'patient', roles: { 'privacy-officer': organisationsPatients } },
  listTeams: openTo([...careTeam, 'information-officer']),
  createTeam: openTo(['information-officer']),
  addTeamMember: withTeamsOfOwn,
  endTeamMembership: withTeamsOfOwn,
  listPatientsWithoutTeam: openTo(['information-officer']),
  assignPatientTeam: withCareOfOwn,
  getPatientCareTeam: withPatientsOfOwn,
  listNamedRoles: withCareOfOwn,
  addNamedRole: withCareOfOwn,
  // Of a role that does not exist, where the patient does.
  endNamedRole: withCareOfOwn,
  openPatientInEmergency: openTo(careTeam),
  listEmergencyAccesses: openTo(['privacy-officer']),
  reviewEmergencyAccess: {
    on: 'opening',
    roles: { 'privacy-officer': { ownOpening: 'admitted', othersOpening: 'hidden' } },
  },
  listDelegationLogs: openTo(['site-nurse', 'investigator', 'administrator']),
  getDelegationLog: logsOfOwnSite,
  // The investigators lead the trial at their site.
  addDelegation: { on: 'site', roles: { investigator: ofOwnSite, administrator: ofOwnSite } },
  // Of a colleague's line.
  endDelegation: {
    on: 'site',
    roles: {
      'site-nurse': { ownSite: 'refused', othersSite: 'hidden' },
      investigator: ofOwnSite,
      administrator: ofOwnSite,
    },
  },
  // Last, because nobody is signed in after it.
  endAllSessions: openTo(everybody),
}
