/** How an operation of the service is told: to staff, and to the patient whom it showed or changed. */
interface OperationWords {
  readonly staff: string
  /** Null for an operation that shows and changes no patient. */
  readonly patient: string | null
}

const withPatient = (staff: string, patient: string): OperationWords => ({ staff, patient })
const without = (staff: string): OperationWords => ({ staff, patient: null })

/** By the name of the operation in the contract. */
export const operationWords: Readonly<Record<string, OperationWords>> = {
  signIn: without('Signed in'),
  giveSecondFactor: without('Signed in with a second factor'),
  beginSecondFactor: without('Began to set up a second factor'),
  confirmSecondFactor: without('Set up a second factor'),
  removeSecondFactor: without('Took the second factor away'),
  signOut: without('Signed out'),
  chooseRole: without('Chose the role to work in, and signed in'),
  endOwnSession: without('Signed out elsewhere'),
  endAllSessions: without('Signed out everywhere'),
  changeOwnPassword: without('Changed the own password'),
  createFirstAdministrator: without('Made the first administrator’s account'),
  listOrganisations: without('Listed the organisations'),
  createOrganisation: without('Added an organisation'),
  renameOrganisation: without('Renamed an organisation'),
  listAccounts: without('Listed the accounts'),
  createAccount: without('Added an account'),
  changeAccount: without('Changed an account'),
  closeAccount: without('Closed an account'),
  reopenAccount: without('Opened an account again'),
  createRecoveryLink: without('Made a recovery link'),
  recoverAccount: without('Set a new password with a recovery link'),
  listDelegationLogs: without('Listed the delegation logs of the site'),
  getDelegationLog: without('Read a delegation log'),
  addDelegation: without('Put somebody on a delegation log'),
  endDelegation: without('Ended a line of a delegation log'),
  getHome: withPatient('Opened the home page', 'Saw your name in a list of referrals that cannot wait'),
  listCandidateChanges: withPatient(
    'Listed changes in which trials may fit',
    'Saw your name in a list of patients for whom the choice of trials had changed',
  ),
  markChangesSeen: without('Marked changes as seen'),
  searchPatients: withPatient('Searched the list of patients', 'Saw your name in a list of patients'),
  countPatients: without('Counted patients'),
  getPatient: withPatient('Opened the patient record', 'Looked at your record'),
  listPatientCandidates: withPatient('Checked which trials could fit', 'Checked which trials could suit you'),
  recordPatientItem: withPatient('Recorded a value', 'Added something to your record, or corrected it'),
  recordPatientItems: withPatient(
    'Recorded several values together',
    'Added results to your record, or corrected them',
  ),
  listPatientChanges: withPatient(
    'Read how the answers changed',
    'Looked at how the choice of trials for you has changed',
  ),
  getPatientTrialVerdict: withPatient('Read why a trial fits or not', 'Looked at why a trial could suit you or not'),
  overrideVerdict: withPatient('Set a verdict on a criterion', 'Recorded a view on whether a trial could suit you'),
  withdrawOverride: withPatient(
    'Withdrew a verdict on a criterion',
    'Took back a recorded view on whether a trial could suit you',
  ),
  listTrialPatients: withPatient(
    'Listed patients for a trial',
    'Saw your name in a list of patients whom a trial could suit',
  ),
  getTrialAttrition: without('Counted patients by criterion of a trial'),
  getTrialFeasibility: without('Counted patients for a trial'),
  assessFeasibility: without('Counted patients for a draft of a trial'),
  listBlockingItems: without('Counted missing data'),
  listReferrals: withPatient('Listed referrals', 'Saw your name in a list of referrals'),
  createReferral: withPatient('Started a referral', 'Started to write a referral of you to a trial'),
  getReferral: withPatient('Opened a referral', 'Looked at your referral to a trial'),
  saveReferralDraft: withPatient('Saved a draft of a referral', 'Wrote on a referral of you to a trial'),
  sendReferral: withPatient('Sent a referral', 'Sent your referral to a trial'),
  moveReferral: withPatient('Moved a referral on', 'Recorded a step of your referral to a trial'),
  listAuditEvents: withPatient('Read the access log', 'Checked who has seen your record'),
  exportAuditEvents: withPatient('Exported the access log', 'Took a copy of the list of who has seen your record'),
  findAuditedPatients: withPatient(
    'Looked a patient up for the access log',
    'Looked you up, to see who has seen your record',
  ),
  getPatientWishes: withPatient('Read a patient’s wishes', 'Looked at what you want to hear about research'),
  recordResearchWish: withPatient(
    'Recorded a wish about research',
    'Wrote down that you do not want to hear about research',
  ),
  withdrawResearchWish: withPatient(
    'Withdrew a wish about research',
    'Wrote down that you want to hear about research again',
  ),
  recordOptOutCheck: withPatient(
    'Recorded a look at the national data opt-out',
    'Looked up your choice about the use of your data',
  ),
  setSensitiveFlag: withPatient(
    'Set or took away the sensitive flag',
    'Recorded whether the place where you live is to be hidden',
  ),
  recordDeath: withPatient('Recorded or corrected a death', 'Recorded or corrected a death'),
  listTeams: without('Listed the clinical teams'),
  createTeam: without('Added a clinical team'),
  addTeamMember: without('Added a member to a clinical team'),
  endTeamMembership: without('Ended a membership of a clinical team'),
  listPatientsWithoutTeam: withPatient(
    'Listed patients without a team',
    'Saw your name in a list of patients for whom no team is named yet',
  ),
  assignPatientTeam: withPatient('Gave a patient into the care of a team', 'Recorded which team cares for you'),
  listNamedRoles: withPatient('Read who is named on a patient', 'Looked at who is named in your care'),
  addNamedRole: withPatient('Named somebody on a patient', 'Recorded somebody by name as part of your care'),
  endNamedRole: withPatient('Ended a role on a patient', 'Recorded that somebody is not part of your care any more'),
  getPatientCareTeam: withPatient('Read who looks after a patient', 'Looked at which team cares for you'),
  openPatientInEmergency: withPatient(
    'Opened a record without being of the team',
    'Opened your record for a reason that they had to give',
  ),
  listEmergencyAccesses: withPatient(
    'Listed records opened without being of the team',
    'Checked who has opened your record without being part of your team',
  ),
  reviewEmergencyAccess: withPatient(
    'Reviewed the opening of a record',
    'Checked whether your record was opened for a good reason',
  ),
  addRelease: without('Entered a release into the public register'),
  correctRelease: without('Corrected an entry of the register of releases'),
  getAccessReport: withPatient('Made the report for a patient', 'Made this report for you'),
}

/** What comes by the browser or the provider of single sign-on, and so is no operation of the contract. */
const singleSignOnWords: Readonly<Record<string, string>> = {
  signInAtProvider: 'Signed in with single sign-on',
  keepAccountOfProvider: 'Took an account over from single sign-on',
  signOutByProvider: 'Signed out by single sign-on',
}

/** What somebody did, in the words of staff: `operationLabel('getPatient')` is "Opened the patient record". */
export function operationLabel(operation: string): string {
  const known = Object.hasOwn(operationWords, operation) ? operationWords[operation] : undefined
  if (known) return known.staff
  const ofProvider = Object.hasOwn(singleSignOnWords, operation) ? singleSignOnWords[operation] : undefined
  if (ofProvider !== undefined) return ofProvider
  const [kind, name] = operation.split(':')
  if (kind === 'command' && name !== undefined) return `Ran the command “${name}”`
  if (kind === 'job' && name !== undefined) return `Did the background work “${name}”`
  return operation
}

/** The same as the patient is told it. */
export function operationForPatient(operation: string): string {
  const known = Object.hasOwn(operationWords, operation) ? operationWords[operation] : undefined
  return known?.patient ?? operationLabel(operation)
}
