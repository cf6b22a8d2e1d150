import { readFileSync } from 'node:fs'
import Fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { parse } from 'yaml'
import { trialsOf } from '#domain/access/delegation.ts'
import { addAuditEvent } from './audit/audit-event-repository.ts'
import type { Clock } from './clock.ts'
import type { OpenDatabase } from './database/database-engine.ts'
import { inTransaction } from './database/transaction.ts'
import { administrationOperations } from './features/administration/administration-operations.ts'
import { auditOperations } from './features/audit/audit-operations.ts'
import { listCancerTypes } from './features/cancer-types/cancer-type-operations.ts'
import { emergencyAccessOperations } from './features/care-teams/emergency-access-operations.ts'
import { namedRoleOperations } from './features/care-teams/named-role-operations.ts'
import { patientTeamOperations } from './features/care-teams/patient-team-operations.ts'
import { teamOperations } from './features/care-teams/team-operations.ts'
import { changeOperations } from './features/changes/change-operations.ts'
import { dataGapOperations } from './features/data-gaps/data-gap-operations.ts'
import { delegationOperations } from './features/delegation/delegation-operations.ts'
import { feasibilityOperations } from './features/feasibility/feasibility-operations.ts'
import { homeOperations } from './features/home/home-operations.ts'
import { patientOperations } from './features/patients/patient-operations.ts'
import { patientWishOperations } from './features/patients/patient-wish-operations.ts'
import { recruitmentOperations } from './features/recruitment/recruitment-operations.ts'
import { referralOperations } from './features/referrals/referral-operations.ts'
import { releaseOperations } from './features/releases/release-operations.ts'
import { ownSessionOperations } from './features/session/own-session-operations.ts'
import { ownSessionRepository } from './features/session/own-session-repository.ts'
import { secondFactorOperations } from './features/session/second-factor-operations.ts'
import { beginSession, sessionOperations } from './features/session/session-operations.ts'
import { sessionRepository } from './features/session/session-repository.ts'
import { setUpSingleSignOn } from './features/single-sign-on/set-up-single-sign-on.ts'
import type { SingleSignOnOperations } from './features/single-sign-on/single-sign-on-operations.ts'
import { systemOperations } from './features/system/system-operations.ts'
import { trialOperations } from './features/trials/trial-operations.ts'
import { hashPassword } from './passwords/password.ts'
import type { AuditLog } from './plugins/audit-log.ts'
import { type Contract, type Operations, registerContract } from './plugins/contract.ts'
import type { Caller, Trx } from './plugins/operation.ts'
import { registerPage } from './plugins/page.ts'
import { answerEarlyError, registerProblemDetails, takeJsonBodiesOnly } from './plugins/problem-details.ts'
import { answerUnreadable, type ReceivingLimits, serverOptions } from './plugins/receiving-limits.ts'
import { limitAccounts, limitAddresses, type RequestLimits } from './plugins/request-limits.ts'
import { setSchemaCompilers } from './plugins/schema-compilers.ts'
import { findCaller, sessionRows } from './plugins/session-repository.ts'
import { registerSessions } from './plugins/sessions.ts'
import { registerWebSafety } from './plugins/web-safety.ts'
import { secretSeal } from './second-factors/sealed-secret.ts'
import type { SingleSignOnConfig } from './single-sign-on-config.ts'

export interface AppParts {
  readonly database: OpenDatabase
  readonly clock: Clock
  readonly sessionSecret: string
  readonly secondFactor: {
    /** Seals secrets; asked for when one is first needed. */
    readonly keyOf: () => Buffer
    readonly isDemanded: boolean
  }
  readonly publicOrigin: string
  readonly trustedProxies: readonly string[]
  readonly requestLimits: RequestLimits
  readonly receivingLimits: ReceivingLimits
  /** Null where people sign in with local accounts only. */
  readonly singleSignOn: SingleSignOnConfig | null
  readonly logLevel: string
  /** Where the lines of the log go; standard output unless told. */
  readonly logTo?: (line: string) => void
  /** The built page; null in tests and in development, where another server has it. */
  readonly pageDirectory: string | null
  /** Tests only: an answer that the contract does not describe becomes an error. */
  readonly checksAnswers: boolean
}

/** The whole application on an open, migrated database. It does not listen. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { database, clock, publicOrigin, trustedProxies, logLevel } = parts
  const app = Fastify({
    logger: logLevel !== 'silent' && {
      level: logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      ...(parts.logTo ? { stream: { write: parts.logTo } } : {}),
    },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    bodyLimit: 1024 * 1024,
    ...serverOptions(parts.receivingLimits),
    frameworkErrors: answerEarlyError,
    clientErrorHandler: answerUnreadable,
    genReqId: () => crypto.randomUUID(),
  })
  setSchemaCompilers(app)
  takeJsonBodiesOnly(app)
  registerProblemDetails(app)
  await registerWebSafety(app, publicOrigin)
  await limitAddresses(app, parts.requestLimits)
  await registerSessions(app, {
    secret: parts.sessionSecret,
    isSecure: publicOrigin.startsWith('https:'),
    rows: sessionRows(database.gate),
    clock,
  })
  limitAccounts(app, parts.requestLimits)
  const audit: AuditLog = {
    add: addAuditEvent,
    addAlone: (caller, event) =>
      inTransaction(database.gate, caller ? settingsOf(caller) : nobodySettings, (trx) => addAuditEvent(trx, event)),
  }
  const singleSignOn = setUpSingleSignOn(parts.singleSignOn, {
    publicOrigin,
    clock,
    beginSession,
    audit,
    transact: (work) => inTransaction(database.gate, nobodySettings, work),
  })
  await registerContract(app, {
    specification: readContract(),
    operations: singleSignOn.addTo(buildOperations(database, parts.secondFactor)),
    clock,
    callerOf: ({ session }) => session?.caller ?? null,
    transact: (caller, work) => inTransaction(database.gate, settingsOf(caller), work),
    audit,
    checksAnswers: parts.checksAnswers,
  })
  await singleSignOn.register(app)
  if (parts.pageDirectory !== null) await registerPage(app, parts.pageDirectory)
  return app
}

function buildOperations(
  { gate: db, engine }: OpenDatabase,
  secondFactor: AppParts['secondFactor'],
): Omit<Operations, keyof SingleSignOnOperations> {
  const seal = secretSeal(secondFactor.keyOf)
  const transactAs = <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) =>
    inTransaction(db, settingsOf(caller), work)
  const session = sessionOperations({
    repository: sessionRepository(db),
    transact: (work) => inTransaction(db, nobodySettings, work),
    transactAs,
    seal,
    isSecondFactorDemanded: secondFactor.isDemanded,
  })
  const ownAccount = { repository: ownSessionRepository(db), transact: transactAs }
  return {
    ...systemOperations({ engine, ping: async () => void (await sql`select 1`.execute(db)) }),
    ...session,
    ...ownSessionOperations(ownAccount),
    ...secondFactorOperations({ ...ownAccount, seal, isDemanded: secondFactor.isDemanded }),
    ...administrationOperations({
      hashPassword,
      transact: (caller, work) =>
        inTransaction(db, caller ? settingsOf(caller) : nobodySettings, (trx: Trx) => work(trx)),
      async openSession(asked, accountId) {
        await beginSession(asked.request, accountId)
        if (secondFactor.isDemanded) asked.request.session.mustSetUpSecondFactor = true
        return session.getSession({ ...asked, body: undefined, caller: await findCaller(db, accountId, asked.now) })
      },
    }),
    listCancerTypes,
    ...homeOperations,
    ...patientOperations,
    ...patientWishOperations,
    ...teamOperations,
    ...patientTeamOperations,
    ...emergencyAccessOperations,
    ...namedRoleOperations,
    ...delegationOperations,
    ...changeOperations,
    ...trialOperations,
    ...referralOperations,
    ...recruitmentOperations,
    ...dataGapOperations,
    ...auditOperations,
    ...releaseOperations({ read: (work) => inTransaction(db, nobodySettings, work) }),
    ...feasibilityOperations({
      transact: transactAs,
      count: (work) => inTransaction(db, countSettings, work),
    }),
  }
}

const countSettings = { databaseRole: 'app_counts', organisation: '', account: '', role: '' } as const
const nobodySettings = { databaseRole: 'app_user', organisation: '', account: '', role: '' } as const

function settingsOf({ accountId, role, organisation, trialDuties, ...caller }: Caller) {
  return {
    databaseRole: 'app_user',
    organisation: organisation?.organisationId ?? '',
    account: accountId,
    role,
    teams: caller.teamIds,
    named: caller.namedRoles.map(({ patientId }) => patientId),
    patients: caller.openedPatientIds,
    trials: trialsOf(trialDuties),
    ledTrials: trialsOf(trialDuties, 'principalInvestigator'),
  } as const
}

function readContract(): Contract {
  const text = readFileSync(new URL('../api/openapi.yaml', import.meta.url), 'utf8')
  // The validator finds a branch by the constant that each has, and refuses the mapping that generators of types need.
  return parse(text, (key, value: unknown) => (key === 'mapping' ? undefined : value)) as Contract
}
