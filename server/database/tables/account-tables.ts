import type { Generated, JSONColumnType } from 'kysely'
import type { Role } from '#domain/access/role.ts'

export interface OrganisationTable {
  organisation_id: string
  code: string
  name: string
  latitude: number | null
  longitude: number | null
  is_demonstration: Generated<boolean>
}

export interface AccountTable {
  account_id: string
  email: string
  name: string
  password_hash: string
  role: Role
  organisation_id: string | null
  is_active: Generated<boolean>
  is_demonstration: Generated<boolean>
  created_at: Generated<Date>
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

export interface OneTimeLinkTable {
  token_hash: string
  purpose: 'first-administrator'
  expires_at: Date
  used_at: Date | null
}

export interface SettingTable {
  name: string
  value: JSONColumnType<Record<string, unknown>, string, string>
}
