import type { JWK } from 'jose'
import { readConfig } from '../../server/config.ts'
import type { SingleSignOnConfig } from '../../server/single-sign-on-config.ts'
import { openTestApp, type TestApp } from './build-app.ts'
import { ProviderBrowser } from './provider-browser.ts'
import { cis2People, type ProviderPeople } from './provider-people.ts'
import { startTestProvider, type TestProvider } from './test-provider.ts'

const publicOrigin = 'http://localhost:3000'

export interface SingleSignOnUnderTest {
  readonly app: TestApp
  readonly provider: TestProvider
  /** A browser that has been nowhere yet. */
  browser(): ProviderBrowser
  close(): Promise<void>
}

/** The application with a real provider, configured as an operator does, with what the test changes. */
export async function openSingleSignOn({
  people = cis2People,
  environment = {},
  serviceKey,
  ...rest
}: {
  readonly people?: ProviderPeople
  readonly environment?: Readonly<Record<string, string>>
  readonly serviceKey?: JWK
} & Omit<NonNullable<Parameters<typeof openTestApp>[0]>, 'singleSignOn'> = {}): Promise<SingleSignOnUnderTest> {
  const provider = await startTestProvider({ people, publicOrigin, ...(serviceKey ? { serviceKey } : {}) })
  const app = await openTestApp({ ...rest, singleSignOn: configOf(provider, environment) })
  return {
    app,
    provider,
    browser: () => new ProviderBrowser(app.send, publicOrigin),
    async close() {
      await app.close()
      await provider.close()
    },
  }
}

export function configOf(
  { issuer, clientId, clientSecret }: Pick<TestProvider, 'issuer' | 'clientId' | 'clientSecret'>,
  environment: Readonly<Record<string, string>>,
): SingleSignOnConfig {
  const settings = { SSO_ISSUER: issuer, SSO_CLIENT_ID: clientId, SSO_CLIENT_SECRET: clientSecret, ...environment }
  const { singleSignOn } = readConfig(settings)
  if (singleSignOn === null) throw new Error('No single sign-on is set up.')
  return singleSignOn
}
