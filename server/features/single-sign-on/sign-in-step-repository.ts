import { type Kysely, sql } from 'kysely'
import type { RoleOption } from '#domain/access/role-options.ts'
import type { SignInRefusalKind } from '#domain/access/single-sign-on-refusals.ts'
import type { Database } from '../../database/schema.ts'
import type { SignInChecks } from './identity-provider.ts'

/** Somebody whom the provider has identified, with the roles to choose from. */
export interface Identity {
  /** Issuer and subject, of which neither has a space in it. */
  readonly externalSubject: string
  readonly providerSession: string | null
  readonly name: string
  readonly email: string | null
  readonly idToken: string
  readonly options: readonly RoleOption[]
}

/** What is kept of each kind of step, and only for the browser that took it. */
export interface StepData {
  readonly redirect: SignInChecks & { readonly returnTo: string }
  readonly 'role-choice': Identity & { readonly returnTo: string }
  readonly refusal: { readonly kind: SignInRefusalKind; readonly heldRoles: readonly string[] }
  readonly 'sign-out': { readonly idToken: string }
}

export type StepKind = keyof StepData

interface StepKey<Kind extends StepKind> {
  readonly browser: string
  readonly kind: Kind
  readonly state?: string
}

export interface SignInStepRepository {
  keep<Kind extends StepKind>(key: StepKey<Kind>, data: StepData[Kind], expiresAt: Date): Promise<void>
  find<Kind extends StepKind>(key: StepKey<Kind>, now: Date): Promise<StepData[Kind] | null>
  /** The same, and it is gone: of two who ask at the same moment one gets it. */
  take<Kind extends StepKind>(key: StepKey<Kind>, now: Date): Promise<StepData[Kind] | null>
  /** Everything that a browser is in the middle of. */
  forget(browser: string): Promise<void>
  /** Choices of a role that somebody had before them whose session at the provider is over. */
  forgetChoicesOf(externalSubject: string | null, providerSession: string | null): Promise<void>
  removeExpired(now: Date): Promise<void>
}

/** The steps of signing in that are under way. */
export function signInStepRepository(db: Kysely<Database>): SignInStepRepository {
  return {
    async keep({ browser, kind, state = '' }, data, expiresAt) {
      const values = { data: JSON.stringify(data), expires_at: expiresAt }
      await db
        .insertInto('sign_in_step')
        .values({ browser_hash: browser, kind, state_hash: state, ...values })
        .onConflict((conflict) => conflict.columns(['browser_hash', 'kind', 'state_hash']).doUpdateSet(values))
        .execute()
    },

    async find({ browser, kind, state = '' }, now) {
      const row = await db
        .selectFrom('sign_in_step')
        .select('data')
        .where('browser_hash', '=', browser)
        .where('kind', '=', kind)
        .where('state_hash', '=', state)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return (row?.data ?? null) as never
    },

    async take({ browser, kind, state = '' }, now) {
      const row = await db
        .deleteFrom('sign_in_step')
        .where('browser_hash', '=', browser)
        .where('kind', '=', kind)
        .where('state_hash', '=', state)
        .returning(['data', 'expires_at'])
        .executeTakeFirst()
      return (row && row.expires_at > now ? row.data : null) as never
    },

    async forget(browser) {
      await db.deleteFrom('sign_in_step').where('browser_hash', '=', browser).execute()
    },

    async forgetChoicesOf(externalSubject, providerSession) {
      await sql`
        delete from sign_in_step where kind = 'role-choice'
          and (${externalSubject}::text is null or data->>'externalSubject' = ${externalSubject})
          and (${providerSession}::text is null or data->>'providerSession' = ${providerSession})`.execute(db)
    },

    async removeExpired(now) {
      await db.deleteFrom('sign_in_step').where('expires_at', '<=', now).execute()
      await db.deleteFrom('used_logout_token').where('expires_at', '<=', now).execute()
    },
  }
}
