import { randomUUID } from 'node:crypto'
import { changedMeanwhile } from '#domain/access/account-change-refusals.ts'
import { codeTaken, emailTaken, linkNotValid } from '#domain/access/account-refusals.ts'
import type { OpenOperation, Operation } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { accountOperations, organisationOf } from './account-operations.ts'
import { type AccountRepository, accountRepository } from './account-repository.ts'
import { administrationRepository } from './administration-repository.ts'
import { hashOfToken } from './one-time-token.ts'
import { type RecoveryParts, recoverAccount } from './recover-account.ts'
import { refuseCommon } from './refuse-common.ts'

export interface AdministrationParts extends RecoveryParts {
  /** Signs in the account just made, and answers with the session. */
  readonly openSession: (
    asked: Parameters<OpenOperation<'createFirstAdministrator'>>[0],
    accountId: string,
  ) => ReturnType<OpenOperation<'createFirstAdministrator'>>
}

type AdministrationOperations = typeof accountOperations & {
  readonly createFirstAdministrator: OpenOperation<'createFirstAdministrator'>
  readonly listOrganisations: Operation<'listOrganisations'>
  readonly createOrganisation: Operation<'createOrganisation'>
  readonly renameOrganisation: Operation<'renameOrganisation'>
  readonly createAccount: OpenOperation<'createAccount'>
  readonly recoverAccount: OpenOperation<'recoverAccount'>
}

/** Accounts and organisations. Passwords are hashed before the transaction opens. */
export function administrationOperations({
  hashPassword,
  transact,
  openSession,
}: AdministrationParts): AdministrationOperations {
  return {
    ...accountOperations,
    recoverAccount: recoverAccount({ hashPassword, transact }),

    async createFirstAdministrator(asked) {
      const { token, name, email, password } = asked.body
      refuseCommon(password)
      const passwordHash = await hashPassword(password)
      const tokenHash = hashOfToken(token)
      const account = { accountId: randomUUID(), name: name.trim(), email: email.trim(), passwordHash }
      await transact(null, async (trx) => {
        if (!(await administrationRepository(trx).useFirstAdministratorLink(tokenHash, asked.now))) {
          throw toProblem(linkNotValid)
        }
        await addAccount(accountRepository(trx), { ...account, role: 'administrator', organisationId: null })
        asked.audit.account(account.accountId)
        await asked.audit.writeWith(trx)
      })
      return openSession(asked, account.accountId)
    },

    async listOrganisations({ trx }) {
      return { body: { items: await administrationRepository(trx).listOrganisations() } }
    },

    async createOrganisation({ trx, body }) {
      const organisation = { organisationId: randomUUID(), code: body.code, name: body.name.trim() }
      if (!(await administrationRepository(trx).addOrganisation(organisation))) {
        throw toProblem(codeTaken(body.code))
      }
      return { body: { ...organisation, version: 1 } }
    },

    async renameOrganisation({ trx, params: { organisationId }, headers, body }) {
      const repository = administrationRepository(trx)
      const version = Number(headers['if-match'].slice(1, -1))
      const isRenamed = await repository.renameOrganisation(organisationId, version, body.name.trim())
      const organisation = await repository.findOrganisation(organisationId)
      if (organisation === null) throw notFound('organisation')
      if (!isRenamed) throw toProblem(changedMeanwhile('organisation'))
      return { body: organisation, version: organisation.version }
    },

    async createAccount({ caller, audit, body }) {
      refuseCommon(body.password)
      const passwordHash = await hashPassword(body.password)
      const { role, organisationId } = body
      return transact(caller, async (trx) => {
        const organisation = await organisationOf(trx, role, organisationId)
        const account = { accountId: randomUUID(), name: body.name.trim(), email: body.email.trim(), role }
        await addAccount(accountRepository(trx), { ...account, organisationId, passwordHash })
        audit.account(account.accountId)
        await audit.writeWith(trx)
        return {
          body: { ...account, organisation, isOpen: true, signsInWith: 'password', hasSecondFactor: false, version: 1 },
        }
      })
    },
  }
}

async function addAccount(
  repository: AccountRepository,
  account: Parameters<AccountRepository['addAccount']>[0],
): Promise<void> {
  if (!(await repository.addAccount(account))) throw toProblem(emailTaken)
}
