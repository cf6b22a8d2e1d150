import { sql } from 'kysely'
import type { Trx } from '../../plugins/operation.ts'

interface Organisation {
  readonly organisationId: string
  readonly code: string
  readonly name: string
}

interface ListedOrganisation extends Organisation {
  readonly version: number
}

export interface AdministrationRepository {
  /** False where the link was used, has run out or is unknown, or an account exists already. */
  useFirstAdministratorLink(tokenHash: string, now: Date): Promise<boolean>
  findOrganisation(organisationId: string): Promise<ListedOrganisation | null>
  listOrganisations(): Promise<ListedOrganisation[]>
  /** False where the code is taken. */
  addOrganisation(organisation: Organisation): Promise<boolean>
  /** False where there is none of this version. */
  renameOrganisation(organisationId: string, version: number, name: string): Promise<boolean>
}

export function administrationRepository(trx: Trx): AdministrationRepository {
  const organisations = trx
    .selectFrom('organisation')
    .select(['organisation_id as organisationId', 'code', 'name', 'version'])
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

    async renameOrganisation(organisationId, version, name) {
      const { numUpdatedRows } = await trx
        .updateTable('organisation')
        .set({ name, version: sql`version + 1` })
        .where('organisation_id', '=', organisationId)
        .where('version', '=', version)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
