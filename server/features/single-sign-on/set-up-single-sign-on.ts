import type { FastifyInstance } from 'fastify'
import type { Operations } from '../../plugins/contract.ts'
import type { SingleSignOnConfig } from '../../single-sign-on-config.ts'
import { identityProvider } from './identity-provider.ts'
import { type SingleSignOnParts, signInDesk } from './sign-in-desk.ts'
import {
  alsoAtProvider,
  type SingleSignOnOperations,
  singleSignOnOperations,
  withoutSingleSignOn,
} from './single-sign-on-operations.ts'
import { registerSingleSignOn } from './single-sign-on-routes.ts'

/** Single sign-on as the rest of the application sees it: some operations, and some addresses of its own. */
export interface SingleSignOn {
  addTo(others: Omit<Operations, keyof SingleSignOnOperations>): Operations
  register(app: FastifyInstance): Promise<void>
}

/** Where no provider is set up there is no button and no address. */
export function setUpSingleSignOn(
  config: SingleSignOnConfig | null,
  parts: Omit<SingleSignOnParts, 'config' | 'provider'>,
): SingleSignOn {
  if (config === null) {
    return { addTo: (others) => ({ ...others, ...withoutSingleSignOn }), register: async () => {} }
  }
  const all = { ...parts, config, provider: identityProvider(config, parts.publicOrigin) }
  const desk = signInDesk(all)
  return {
    addTo: (others) => ({
      ...others,
      ...singleSignOnOperations(all, desk),
      signOut: alsoAtProvider(desk, others.signOut),
      endAllSessions: alsoAtProvider(desk, others.endAllSessions),
    }),
    register: (app) => registerSingleSignOn(app, all, desk),
  }
}
