import type { Generated, JSONColumnType } from 'kysely'
import type { Role } from '#domain/access/role.ts'

export interface OrganisationTable {
  organisation_id: string
  code: string
  name: string
  latitude: number | null
  longitude: number | null
  is_demonstration: Generated<boolean>
  version: Generated<number>
}

export interface AccountTable {
  account_id: string
  email: string
  name: string
  /** Null for an account of single sign-on. */
  password_hash: string | null
  /** Issuer and subject of an account of single sign-on; null for a local one. */
  external_subject: Generated<string | null>
  role: Role
  organisation_id: string | null
  is_active: Generated<boolean>
  is_demonstration: Generated<boolean>
  created_at: Generated<Date>
  version: Generated<number>
}

export interface SessionTable {
  session_hash: string
  account_id: string | null
  data: JSONColumnType<Record<string, unknown>, string, string>
  /** When it ends however much it is used. */
  expires_at: Date
  /** Tells sessions apart to their owner and opens nothing. */
  session_id: Generated<string>
  began_at: Date
  last_used_at: Date
}

export interface SignInFailuresTable {
  scope_hash: string
  failures: number
  first_at: Date
  last_at: Date
}

/** Where one browser's signing in with single sign-on stands. */
export interface SignInStepTable {
  browser_hash: string
  kind: 'redirect' | 'role-choice' | 'refusal' | 'sign-out'
  /** Of the state parameter, for the way to the provider and back; empty where a browser has but one. */
  state_hash: string
  data: JSONColumnType<object, string, string>
  expires_at: Date
}

export interface UsedLogoutTokenTable {
  token_hash: string
  expires_at: Date
}

export interface OneTimeLinkTable {
  token_hash: string
  purpose: 'first-administrator' | 'recovery'
  /** Whose password it sets; null for the first administrator, who has no account yet. */
  account_id: string | null
  expires_at: Date
  used_at: Date | null
}

export interface SecondFactorTable {
  account_id: string
  /** Encrypted with a key that is not in the database. */
  secret_sealed: string
  /** Null until a code of it was given: until then it asks for nothing. */
  confirmed_at: Date | null
  /** The last step whose code was accepted; none up to it is accepted again. */
  last_step: number | null
}

export interface RecoveryCodeTable {
  account_id: string
  code_hash: string
  used_at: Date | null
}

export interface SettingTable {
  name: string
  value: JSONColumnType<Record<string, unknown>, string, string>
}
