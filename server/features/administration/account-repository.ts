import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { AccountRights } from '#domain/access/account-rights.ts'
import type { Role } from '#domain/access/role.ts'
import type { Trx } from '../../plugins/operation.ts'

type Account = components['schemas']['Account']

interface NewAccount {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisationId: string | null
  readonly passwordHash: string
}

export interface AccountRepository {
  listAccounts(): Promise<Account[]>
  findAccount(accountId: string): Promise<Account | null>
  /** False where the email address is taken. */
  addAccount(account: NewAccount): Promise<boolean>
  /**
   * An account, and how many open administrators there are besides it. Until the transaction ends nobody else changes any
   * of them, so that two administrators cannot take away the rights of each other at the same moment.
   */
  lockAccount(accountId: string): Promise<{ readonly account: Account; readonly otherAdministrators: number } | null>
  changeAccount(accountId: string, change: AccountRights & { readonly name: string }): Promise<void>
  endSessions(accountId: string): Promise<void>
}

export function accountRepository(trx: Trx): AccountRepository {
  const accounts = trx
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .leftJoin('second_factor', 'second_factor.account_id', 'account.account_id')
    .select(['account.account_id', 'account.name', 'email', 'role', 'is_active', 'account.version', 'confirmed_at'])
    .select('external_subject')
    .select(['organisation.organisation_id', 'code', 'organisation.name as organisation_name'])
  return {
    async listAccounts() {
      const rows = await accounts.orderBy(sql`account.name collate "und-x-icu"`).execute()
      return rows.map(toAccount)
    },

    async findAccount(accountId) {
      const row = await accounts.where('account.account_id', '=', accountId).executeTakeFirst()
      return row ? toAccount(row) : null
    },

    async addAccount({ accountId, name, email, role, organisationId, passwordHash }) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('account')
        .values({
          account_id: accountId,
          name,
          email,
          role,
          organisation_id: organisationId,
          password_hash: passwordHash,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async lockAccount(accountId) {
      // All in one order, so that two who lock the same never wait for each other.
      const locked = await trx
        .selectFrom('account')
        .select('account_id')
        .where((is) =>
          is.or([is('account_id', '=', accountId), is.and({ role: 'administrator' as const, is_active: true })]),
        )
        .orderBy('account_id')
        .forUpdate()
        .execute()
      const account = await this.findAccount(accountId)
      if (account === null) return null
      return { account, otherAdministrators: locked.filter((row) => row.account_id !== accountId).length }
    },

    async changeAccount(accountId, { name, role, organisationId, isOpen }) {
      await trx
        .updateTable('account')
        .set({ name, role, organisation_id: organisationId, is_active: isOpen, version: sql`version + 1` })
        .where('account_id', '=', accountId)
        .execute()
    },

    async endSessions(accountId) {
      await trx.deleteFrom('session').where('account_id', '=', accountId).execute()
    },
  }
}

interface AccountRow {
  readonly account_id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly is_active: boolean
  readonly version: number
  /** Of the second factor. */
  readonly confirmed_at: Date | null
  /** Who it is to the provider of single sign-on. */
  readonly external_subject: string | null
  readonly organisation_id: string | null
  readonly code: string | null
  readonly organisation_name: string | null
}

function toAccount({ account_id, name, email, role, is_active, version, confirmed_at, ...row }: AccountRow): Account {
  const { organisation_id, code, organisation_name, external_subject } = row
  const organisation =
    organisation_id === null || code === null || organisation_name === null
      ? null
      : { organisationId: organisation_id, code, name: organisation_name }
  return {
    accountId: account_id,
    name,
    email,
    role,
    organisation,
    isOpen: is_active,
    signsInWith: external_subject === null ? 'password' : 'provider',
    hasSecondFactor: confirmed_at !== null,
    version,
  }
}
