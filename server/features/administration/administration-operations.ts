import { createHash, randomUUID } from 'node:crypto'
import {
  codeTaken,
  emailTaken,
  linkNotValid,
  organisationNeeded,
  unknownOrganisation,
} from '#domain/access/account-refusals.ts'
import { passwordRefusal } from '#domain/access/password-refusals.ts'
import { needsOrganisation } from '#domain/access/role.ts'
import type { Caller, OpenOperation, Operation, Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { type AdministrationRepository, administrationRepository } from './administration-repository.ts'

export interface AdministrationParts {
  readonly hashPassword: (password: string) => Promise<string>
  /** One transaction. It may belong to no caller: the first administrator is made before there is anybody. */
  readonly transact: <Result>(caller: Caller | null, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** Signs in the account just made, and answers with the session. */
  readonly openSession: (
    asked: Parameters<OpenOperation<'createFirstAdministrator'>>[0],
    accountId: string,
  ) => ReturnType<OpenOperation<'createFirstAdministrator'>>
}

export interface AdministrationOperations {
  readonly createFirstAdministrator: OpenOperation<'createFirstAdministrator'>
  readonly listOrganisations: Operation<'listOrganisations'>
  readonly createOrganisation: Operation<'createOrganisation'>
  readonly listAccounts: Operation<'listAccounts'>
  readonly createAccount: OpenOperation<'createAccount'>
}

/** Accounts and organisations. Passwords are hashed before the transaction opens. */
export function administrationOperations({
  hashPassword,
  transact,
  openSession,
}: AdministrationParts): AdministrationOperations {
  return {
    async createFirstAdministrator(asked) {
      const { token, name, email, password } = asked.body
      refuseCommon(password)
      const passwordHash = await hashPassword(password)
      const tokenHash = createHash('sha256').update(token).digest('hex')
      const account = { accountId: randomUUID(), name: name.trim(), email: email.trim(), passwordHash }
      await transact(null, async (trx) => {
        const repository = administrationRepository(trx)
        if (!(await repository.useFirstAdministratorLink(tokenHash, asked.now))) throw toProblem(linkNotValid)
        await addAccount(repository, { ...account, role: 'administrator', organisationId: null })
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
      return { body: organisation }
    },

    async listAccounts({ trx }) {
      return { body: { items: await administrationRepository(trx).listAccounts() } }
    },

    async createAccount({ caller, audit, body }) {
      refuseCommon(body.password)
      const passwordHash = await hashPassword(body.password)
      const { role, organisationId } = body
      return transact(caller, async (trx) => {
        const repository = administrationRepository(trx)
        const organisation = organisationId === null ? null : await repository.findOrganisation(organisationId)
        if (organisationId !== null && organisation === null) throw toProblem(unknownOrganisation)
        if (organisationId === null && needsOrganisation(role)) throw toProblem(organisationNeeded)
        const account = { accountId: randomUUID(), name: body.name.trim(), email: body.email.trim(), role }
        await addAccount(repository, { ...account, organisationId, passwordHash })
        audit.account(account.accountId)
        await audit.writeWith(trx)
        return { body: { ...account, organisation } }
      })
    },
  }
}

function refuseCommon(password: string): void {
  const refusal = passwordRefusal(password)
  if (refusal !== null) throw toProblem(refusal)
}

async function addAccount(
  repository: AdministrationRepository,
  account: Parameters<AdministrationRepository['addAccount']>[0],
): Promise<void> {
  if (!(await repository.addAccount(account))) throw toProblem(emailTaken)
}
