import { sql } from 'kysely'
import type { Role } from '#domain/access/role.ts'
import type { Trx } from '../../plugins/operation.ts'

interface Organisation {
  readonly organisationId: string
  readonly code: string
  readonly name: string
}

interface NewAccount {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisationId: string | null
  readonly passwordHash: string
}

export interface AdministrationRepository {
  /** False where the link was used, has run out or is unknown, or an account exists already. */
  useFirstAdministratorLink(tokenHash: string, now: Date): Promise<boolean>
  findOrganisation(organisationId: string): Promise<Organisation | null>
  listOrganisations(): Promise<Organisation[]>
  /** False where the code is taken. */
  addOrganisation(organisation: Organisation): Promise<boolean>
  listAccounts(): Promise<
    { accountId: string; name: string; email: string; role: Role; organisation: Organisation | null }[]
  >
  /** False where the email address is taken. */
  addAccount(account: NewAccount): Promise<boolean>
}

export function administrationRepository(trx: Trx): AdministrationRepository {
  const organisations = trx.selectFrom('organisation').select(['organisation_id as organisationId', 'code', 'name'])
  return {
    async useFirstAdministratorLink(tokenHash, now) {
      const { numUpdatedRows } = await trx
        .updateTable('one_time_link')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('purpose', '=', 'first-administrator')
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom('account').select('account_id'))))
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async findOrganisation(organisationId) {
      return (await organisations.where('organisation_id', '=', organisationId).executeTakeFirst()) ?? null
    },

    listOrganisations: () => organisations.orderBy('code').execute(),

    async addOrganisation({ organisationId, code, name }) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('organisation')
        .values({ organisation_id: organisationId, code, name })
        .onConflict((conflict) => conflict.column('code').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async listAccounts() {
      const rows = await trx
        .selectFrom('account')
        .leftJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
        .select(['account_id', 'account.name', 'email', 'role', 'organisation.organisation_id', 'code'])
        .select('organisation.name as organisation_name')
        .orderBy(sql`account.name collate "und-x-icu"`)
        .execute()
      return rows.map(({ account_id, name, email, role, organisation_id, code, organisation_name }) => ({
        accountId: account_id,
        name,
        email,
        role,
        organisation:
          organisation_id === null || code === null || organisation_name === null
            ? null
            : { organisationId: organisation_id, code, name: organisation_name },
      }))
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
  }
}
