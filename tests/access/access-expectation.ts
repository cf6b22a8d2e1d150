import type { operations } from '#api/schema.ts'
import type { Role } from '#domain/access/role.ts'

/** What becomes of a request: it reaches the work (whatever that answers), or is turned away in one of three ways. */
export type Access = 'admitted' | 'signInFirst' | 'refused' | 'hidden'

/** A patient of the caller's team, of another team of the organisation, of none there, or of another organisation. */
export type PatientTarget = 'ownPatient' | 'otherTeamsPatient' | 'patientWithoutTeam' | 'othersPatient'

/** A referral by where it comes from and goes to, as the caller's organisation sees it. */
export type ReferralTarget =
  | 'ownDraft'
  | 'ownSent'
  /** For a trial on whose delegation log the caller is, where the caller works for the site. */
  | 'received'
  /** For a trial on whose log the caller is not. */
  | 'receivedForOthers'
  | 'othersDraft'
  | 'othersSent'

/** An entry of the public register that the caller’s organisation made, or another. */
export type ReleaseTarget = 'ownRelease' | 'othersRelease'

/** A clinical team of the caller's organisation, or of another. */
export type TeamTarget = 'ownTeam' | 'othersTeam'

/** A trial of which the caller's organisation is a site, with the caller on its log; or one that has sites elsewhere only. */
export type SiteTarget = 'ownSite' | 'othersSite'

/** An opening of a record of the caller's organisation, or of another. */
export type OpeningTarget = 'ownOpening' | 'othersOpening'

/** A session of somebody else: everybody ends the own ones only. */
export type SessionTarget = 'othersSession'

export type Target =
  | 'none'
  | SessionTarget
  | PatientTarget
  | ReferralTarget
  | ReleaseTarget
  | TeamTarget
  | SiteTarget
  | OpeningTarget

export type PatientRow = Readonly<Record<PatientTarget, Access>>
export type ReferralRow = Readonly<Record<ReferralTarget, Access>>
export type ReleaseRow = Readonly<Record<ReleaseTarget, Access>>
export type TeamRow = Readonly<Record<TeamTarget, Access>>
export type SiteRow = Readonly<Record<SiteTarget, Access>>
export type OpeningRow = Readonly<Record<OpeningTarget, Access>>

/** Who may do it, and with which record. A role that is not named is refused, whatever the record. */
export type OperationRow =
  | { readonly isPublic: true; readonly stranger: Access }
  | { readonly on: 'none'; readonly roles: readonly Role[] }
  | { readonly on: 'session'; readonly roles: Readonly<Partial<Record<Role, Readonly<Record<SessionTarget, Access>>>>> }
  | { readonly on: 'patient'; readonly roles: Readonly<Partial<Record<Role, PatientRow>>> }
  | { readonly on: 'release'; readonly roles: Readonly<Partial<Record<Role, ReleaseRow>>> }
  | { readonly on: 'team'; readonly roles: Readonly<Partial<Record<Role, TeamRow>>> }
  | { readonly on: 'site'; readonly roles: Readonly<Partial<Record<Role, SiteRow>>> }
  | { readonly on: 'opening'; readonly roles: Readonly<Partial<Record<Role, OpeningRow>>> }
  | { readonly on: 'referral'; readonly roles: Readonly<Partial<Record<Role, ReferralRow>>> }

/** A row for every operation of the contract: a missing one is an error of the compiler and of the test. */
export type AccessMatrix = Readonly<Record<keyof operations, OperationRow>>
