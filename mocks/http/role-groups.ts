import { type Role, roles } from '#domain/access/role.ts'

/* Who may call what, as the contract lists it under x-roles. */

export const everybody: readonly Role[] = roles.map(({ role }) => role)
export const clinicians: readonly Role[] = ['oncologist', 'nurse']
export const referralParties: readonly Role[] = ['oncologist', 'nurse', 'site-nurse', 'investigator']
export const watchers: readonly Role[] = [...referralParties, 'trust-lead', 'national-lead', 'information-officer']
export const administrators: readonly Role[] = ['administrator']
export const logKeepers: readonly Role[] = ['investigator', 'administrator']
export const logReaders: readonly Role[] = ['site-nurse', ...logKeepers]
export const privacyOfficers: readonly Role[] = ['privacy-officer']
export const informationOfficers: readonly Role[] = ['information-officer']
export const caseloadWatchers: readonly Role[] = ['oncologist', 'nurse', 'trust-lead', 'national-lead']
export const planners: readonly Role[] = ['oncologist', 'nurse', 'trust-lead', 'national-lead', 'information-officer']
