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
  expires_at: Date
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
