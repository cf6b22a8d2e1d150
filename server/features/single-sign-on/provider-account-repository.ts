import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Role } from '#domain/access/role.ts'
import type { OptionOrganisation } from '#domain/access/role-options.ts'
import type { Database } from '../../database/schema.ts'
import type { Caller } from '../../plugins/operation.ts'
import { findCaller } from '../../plugins/session-repository.ts'

interface ProviderAccount {
  readonly externalSubject: string
  readonly name: string
  /** Null where the provider tells none. */
  readonly email: string | null
  readonly role: Role
  readonly organisationId: string | null
}

export type KeptAccount =
  | { readonly kind: 'kept'; readonly accountId: string; readonly changed: readonly string[] }
  | { readonly kind: 'closed'; readonly accountId: string }
  /** There is no account at all, and this is not an administrator's. */
  | { readonly kind: 'not-set-up' }

export interface ProviderAccountRepository {
  listOrganisations(): Promise<OptionOrganisation[]>
  /** Whether the account of somebody may still be used; null where there is none yet. */
  isOpen(externalSubject: string): Promise<{ readonly accountId: string; readonly isActive: boolean } | null>
  /**
   * Makes the account at the first sign-in, and later brings it up to date. Somebody works in one role at a time: where
   * role or organisation change, every session in the other ends.
   */
  keepAccount(account: ProviderAccount): Promise<KeptAccount>
  findCaller(accountId: string, now: Date): Promise<Caller | null>
  /** Ends sessions by subject, by the provider's session, or by both. Tells whose they were. */
  endSessions(of: {
    readonly externalSubject: string | null
    readonly providerSession: string | null
  }): Promise<string[]>
  /** False where the token was used before. */
  useLogoutToken(tokenHash: string, expiresAt: Date): Promise<boolean>
}

/** Accounts that the provider of single sign-on vouches for, and their sessions. */
export function providerAccountRepository(db: Kysely<Database>): ProviderAccountRepository {
  const accounts = db.selectFrom('account').where('external_subject', 'is not', null)

  async function addAccount({ externalSubject, name, email, role, organisationId }: ProviderAccount) {
    return db
      .insertInto('account')
      .values({
        account_id: randomUUID(),
        external_subject: externalSubject,
        password_hash: null,
        email: email ?? '',
        name,
        role,
        organisation_id: organisationId,
      })
      .onConflict((conflict) => conflict.column('external_subject').doNothing())
      .returning('account_id')
      .executeTakeFirst()
  }

  return {
    listOrganisations: () =>
      db.selectFrom('organisation').select(['organisation_id as organisationId', 'code', 'name']).execute(),

    async isOpen(externalSubject) {
      const row = await accounts
        .select(['account_id as accountId', 'is_active as isActive'])
        .where('external_subject', '=', externalSubject)
        .executeTakeFirst()
      return row ?? null
    },

    async keepAccount(account) {
      const { externalSubject, name, email, role, organisationId } = account
      const find = () =>
        accounts
          .select(['account_id', 'name', 'email', 'role', 'organisation_id', 'is_active'])
          .where('external_subject', '=', externalSubject)
          .forUpdate()
          .executeTakeFirst()
      let held = await find()
      if (!held) {
        const isFirst = (await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) === undefined
        if (isFirst && role !== 'administrator') return { kind: 'not-set-up' }
        const added = await addAccount(account)
        const changed = ['externalSubject', 'name', 'email', 'role', 'organisationId']
        if (added) return { kind: 'kept', accountId: added.account_id, changed }
        // Signed in by two windows at once.
        held = await find()
        if (!held) throw new Error('An account of single sign-on is neither there nor can it be made.')
      }
      const accountId = held.account_id
      if (!held.is_active) return { kind: 'closed', accountId }
      const wanted = { name, email: email ?? held.email, role, organisation_id: organisationId }
      const changed = [
        ...(held.name === wanted.name ? [] : ['name']),
        ...(held.email === wanted.email ? [] : ['email']),
        ...(held.role === role ? [] : ['role']),
        ...(held.organisation_id === organisationId ? [] : ['organisationId']),
      ]
      if (changed.length > 0) {
        await db.updateTable('account').set(wanted).where('account_id', '=', accountId).execute()
      }
      if (changed.includes('role') || changed.includes('organisationId')) {
        await db.deleteFrom('session').where('account_id', '=', accountId).execute()
      }
      return { kind: 'kept', accountId, changed }
    },

    findCaller: (accountId, now) => findCaller(db, accountId, now),

    async endSessions({ externalSubject, providerSession }) {
      const { rows } = await sql<{ account_id: string }>`
        delete from session using account
        where session.account_id = account.account_id and account.external_subject is not null
          and (${externalSubject}::text is null or account.external_subject = ${externalSubject})
          and (${providerSession}::text is null
            or session.data->'singleSignOn'->>'providerSession' = ${providerSession})
        returning session.account_id`.execute(db)
      return [...new Set(rows.map((row) => row.account_id))]
    },

    async useLogoutToken(tokenHash, expiresAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('used_logout_token')
        .values({ token_hash: tokenHash, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}
