/** The one table of addresses. They carry opaque identifiers only, never a name or a number of a patient. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  singleSignOn: '/sign-in/single-sign-on',
  firstAdministrator: '/set-up',
  recovery: '/recovery',
  account: '/account',
  secondFactor: '/account/second-factor',
  patients: '/patients',
  patient: '/patients/:patientId',
  patientItems: '/patients/:patientId/items',
  patientTravelLimit: '/patients/:patientId/travel-limit',
  patientTrial: '/patients/:patientId/trials/:trialId',
  patientChanges: '/patients/:patientId/changes',
  patientTeam: '/patients/:patientId/team',
  patientNamed: '/patients/:patientId/named',
  patientWishes: '/patients/:patientId/wishes',
  handedOver: '/patients/handed-over',
  emergencyAccess: '/patients/emergency-access',
  changes: '/changes',
  patientOverrides: '/patients/:patientId/trials/:trialId/overrides',
  trials: '/trials',
  trial: '/trials/:trialId',
  trialFeasibility: '/trials/:trialId/feasibility',
  draftFeasibility: '/feasibility/new',
  referrals: '/referrals',
  referral: '/referrals/:referralId',
  referralDraft: '/referrals/:referralId/draft',
  recruitment: '/recruitment',
  trialRecruitment: '/recruitment/:trialId',
  dataGaps: '/data-gaps',
  accounts: '/administration/accounts',
  administeredAccount: '/administration/accounts/:accountId',
  organisations: '/administration/organisations',
  teams: '/administration/teams',
  delegation: '/administration/delegation',
  delegationLog: '/trials/:trialId/delegation-log',
  organisation: '/administration/organisations/:organisationId',
  accessLog: '/access-log',
  accessLogExport: '/access-log/export',
  emergencyAccesses: '/access-log/emergency-accesses',
  aboutYourData: '/about-your-data',
  releases: '/releases',
  releaseEntry: '/releases/new',
  accessReport: '/access-log/patients/:patientId/report',
} as const

/** Addresses of single things: `pathTo.trial(trialId)`. */
export const pathTo = {
  patient: (patientId: string) => `/patients/${encodeURIComponent(patientId)}`,
  patientItems: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/items`,
  patientTravelLimit: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/travel-limit`,
  patientTrial: (patientId: string, trialId: string) =>
    `/patients/${encodeURIComponent(patientId)}/trials/${encodeURIComponent(trialId)}`,
  pastAnswer: (patientId: string, trialId: string, at: string) =>
    `/patients/${encodeURIComponent(patientId)}/trials/${encodeURIComponent(trialId)}?at=${encodeURIComponent(at)}`,
  patientChanges: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/changes`,
  patientOverrides: (patientId: string, trialId: string) =>
    `/patients/${encodeURIComponent(patientId)}/trials/${encodeURIComponent(trialId)}/overrides`,
  patientWishes: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/wishes`,
  patientNamed: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/named`,
  patientTeam: (patientId: string) => `/patients/${encodeURIComponent(patientId)}/team`,
  trial: (trialId: string) => `/trials/${encodeURIComponent(trialId)}`,
  delegationLog: (trialId: string) => `/trials/${encodeURIComponent(trialId)}/delegation-log`,
  trialFeasibility: (trialId: string) => `/trials/${encodeURIComponent(trialId)}/feasibility`,
  referral: (referralId: string) => `/referrals/${encodeURIComponent(referralId)}`,
  referralDraft: (referralId: string) => `/referrals/${encodeURIComponent(referralId)}/draft`,
  trialRecruitment: (trialId: string) => `/recruitment/${encodeURIComponent(trialId)}`,
  administeredAccount: (accountId: string) => `/administration/accounts/${encodeURIComponent(accountId)}`,
  organisation: (organisationId: string) => `/administration/organisations/${encodeURIComponent(organisationId)}`,
  accessReport: (patientId: string) => `/access-log/patients/${encodeURIComponent(patientId)}/report`,
} as const

type SearchValue = string | readonly string[]

/** An address with search parameters, a list repeated: `withSearch('/referrals', { clock: ['due', 'overdue'] })`. */
export function withSearch(path: string, search: Readonly<Record<string, SearchValue>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one)
  }
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
