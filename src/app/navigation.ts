import type { Role } from '#domain/access/role.ts'
import { paths } from '../data/paths.ts'

export type NavigationItem = { readonly label: string; readonly to: string }

const home = { label: 'Home', to: paths.home }
const patients = { label: 'Patients', to: paths.patients }
const trials = { label: 'Trials', to: paths.trials }
const referrals = { label: 'Referrals', to: paths.referrals }
const recruitment = { label: 'Recruitment', to: paths.recruitment }
const dataGaps = { label: 'Data gaps', to: paths.dataGaps }
const accounts = { label: 'Accounts', to: paths.accounts }
const accessLog = { label: 'Access log', to: paths.accessLog }
const releases = { label: 'Releases', to: paths.releases }
const teams = { label: 'Teams', to: paths.teams }
const emergencyAccesses = { label: 'Emergency access', to: paths.emergencyAccesses }
const delegation = { label: 'Delegation', to: paths.delegation }
const organisations = { label: 'Organisations', to: paths.organisations }

const navigationByRole: Readonly<Record<Role, readonly NavigationItem[]>> = {
  oncologist: [home, patients, trials, referrals, recruitment, dataGaps],
  nurse: [home, patients, trials, referrals, recruitment, dataGaps],
  'site-nurse': [home, referrals, trials, recruitment, delegation],
  investigator: [home, referrals, trials, recruitment, delegation],
  'trust-lead': [home, recruitment, trials, dataGaps],
  'national-lead': [home, recruitment, trials, dataGaps],
  'information-officer': [home, teams, trials, recruitment, releases],
  administrator: [home, accounts, organisations, delegation, trials],
  'privacy-officer': [home, emergencyAccesses, accessLog, trials],
}

/** The pages a role may open. The server decides again at every request; this only leaves out what it would refuse. */
export function navigationFor(role: Role): readonly NavigationItem[] {
  return navigationByRole[role]
}
