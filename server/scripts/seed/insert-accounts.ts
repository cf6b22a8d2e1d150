import type { DemonstrationAccount, DemonstrationOrganisation } from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'

export async function insertOrganisations(
  trx: Trx,
  organisations: readonly DemonstrationOrganisation[],
): Promise<void> {
  await trx
    .insertInto('organisation')
    .values(
      organisations.map(({ organisationId, code, name, latitude, longitude }) => ({
        organisation_id: organisationId,
        code,
        name,
        latitude,
        longitude,
        is_demonstration: true,
      })),
    )
    .execute()
}

export async function insertAccounts(
  trx: Trx,
  accounts: readonly DemonstrationAccount[],
  passwordHash: string,
): Promise<void> {
  await trx
    .insertInto('account')
    .values(
      accounts.map(({ accountId, email, name, role, organisationId }) => ({
        account_id: accountId,
        email,
        name,
        role,
        organisation_id: organisationId,
        password_hash: passwordHash,
        is_demonstration: true,
      })),
    )
    .execute()
}
