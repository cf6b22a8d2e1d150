import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { isCountryCode } from '#domain/trial/country-code.ts'
import type { DatabaseLocation } from './database/database-engine.ts'
import { EnvironmentReader } from './environment-reader.ts'
import { readSingleSignOn, type SingleSignOnConfig } from './single-sign-on-config.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const environments = ['production', 'development', 'test'] as const
const localHosts = ['localhost', '127.0.0.1', '[::1]', '']

/** Everything that the environment decides, parsed once at start. */
export interface Config {
  readonly environment: (typeof environments)[number]
  readonly host: string
  readonly port: number
  /** What the browser's address bar shows: sign-in redirects, links in messages and secure cookies follow it. */
  readonly publicOrigin: string
  /** Addresses of the proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[]
  /** How many requests to the API one account, and one address, may send in a minute. */
  readonly requestsPerMinute: { readonly perAccount: number; readonly perAddress: number }
  /** Absolute. Holds the embedded database and whatever this installation keeps for itself. */
  readonly dataDirectory: string
  readonly database: DatabaseLocation
  /** Fill an empty database with synthetic patients and trials. */
  readonly hasDemoData: boolean
  /** ISO 3166-1 alpha-2 codes of the countries to whose sites patients can be referred. */
  readonly homeCountries: readonly string[]
  /** Signs session cookies. Null: the server makes one and keeps it in the database. */
  readonly sessionSecret: string | null
  /** Seals second factors, as 64 hexadecimal digits. Null: a file in the data directory has the key. */
  readonly secondFactorKey: string | null
  /** Whether every local account that reaches patients or administration has to have a second factor. */
  readonly demandsSecondFactor: boolean
  /** Null where people sign in with local accounts only. */
  readonly singleSignOn: SingleSignOnConfig | null
  readonly logLevel: (typeof logLevels)[number]
  /** The instant at which the clock stands still, in tests only; null for the real clock. */
  readonly testClock: string | null
}

/**
 * Reads the configuration from environment variables. Each secret may come from a file instead, by its name with _FILE.
 *
 * @throws ConfigError naming every wrong variable at once, each with its remedy
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  const read = new EnvironmentReader(environment, readFile)
  const mode = read.oneOf('NODE_ENV', environments, 'production')
  const port = read.integer('PORT', { least: 0, most: 65_535, fallback: 3000 })
  const dataDirectory = resolve(read.text('DATA_DIR') ?? 'data')
  const url = readDatabaseUrl(read, 'DATABASE_URL')
  const ownerUrl = readDatabaseUrl(read, 'DATABASE_OWNER_URL')
  const poolSize = read.integer('DATABASE_POOL_SIZE', { least: 2, most: 200, fallback: 10 })
  const statementTimeoutMs = read.integer('STATEMENT_TIMEOUT_MS', { least: 100, most: 600_000, fallback: 15_000 })
  const sessionSecret = read.secret('SESSION_SECRET')
  const secondFactorKey = read.secret('SECOND_FACTOR_KEY')
  const testClock = read.text('TEST_CLOCK')
  const pagePort = read.integer('PAGE_PORT', { least: 1, most: 65_535, fallback: port })
  const publicOrigin = readOrigin(read, pagePort)

  if (read.text('PAGE_PORT') !== null && mode !== 'development') {
    read.reject('PAGE_PORT', 'has the page on a port of its own, as only npm run dev does; use PUBLIC_ORIGIN instead')
  }
  if (ownerUrl !== null && url === null) {
    read.reject('DATABASE_OWNER_URL', 'has no effect without DATABASE_URL; set both or neither')
  }
  if (ownerUrl !== null && url !== null && !isSameDatabase(ownerUrl, url)) {
    read.reject('DATABASE_OWNER_URL', 'is of another database than DATABASE_URL; write the same host, port and name')
  }
  if (sessionSecret !== null && sessionSecret.length < 32) {
    read.reject('SESSION_SECRET', 'is shorter than 32 characters; make one with: openssl rand -hex 32')
  }
  if (secondFactorKey !== null && !/^[0-9a-f]{64}$/i.test(secondFactorKey)) {
    read.reject('SECOND_FACTOR_KEY', 'is not 64 hexadecimal digits; make it with: openssl rand -hex 32')
  }
  if (testClock !== null && mode !== 'test') {
    read.reject('TEST_CLOCK', 'would stop the clock of a real installation; remove it, or set NODE_ENV=test')
  } else if (testClock !== null && Number.isNaN(Date.parse(testClock))) {
    read.reject('TEST_CLOCK', `is '${testClock}'; write an instant such as 2026-11-02T09:30:00Z`)
  }

  const database: DatabaseLocation =
    url === null
      ? { kind: 'directory', directory: dataDirectory }
      : { kind: 'postgres', url, ownerUrl: ownerUrl ?? url, poolSize, statementTimeoutMs }
  const config: Config = {
    environment: mode,
    host: read.text('HOST') ?? '127.0.0.1',
    port,
    publicOrigin,
    trustedProxies: readProxies(read),
    requestsPerMinute: {
      perAccount: read.integer('ACCOUNT_REQUESTS_PER_MINUTE', { least: 60, most: 1_000_000, fallback: 600 }),
      perAddress: read.integer('ADDRESS_REQUESTS_PER_MINUTE', { least: 60, most: 10_000_000, fallback: 6_000 }),
    },
    dataDirectory,
    database,
    // Made-up patients belong on a machine where somebody tries the product, never unasked beside real ones.
    hasDemoData: read.onOrOff('DEMO_DATA', url === null && read.text('PUBLIC_ORIGIN') === null),
    homeCountries: readHomeCountries(read),
    sessionSecret,
    secondFactorKey,
    demandsSecondFactor: read.onOrOff('DEMAND_SECOND_FACTOR', false),
    singleSignOn: readSingleSignOn(read),
    // Somebody who tries the product reads the terminal; a line for each request would bury what it says.
    logLevel: read.oneOf('LOG_LEVEL', logLevels, url === null ? 'warn' : 'info'),
    testClock,
  }
  read.throwIfWrong()
  return config
}

function readDatabaseUrl(read: EnvironmentReader, name: string): string | null {
  const value = read.secret(name)
  if (value === null) return null
  const parsed = URL.parse(value)
  if (parsed === null || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    read.reject(name, 'is not a connection string; write postgres://user:password@host:5432/database')
  } else if (!localHosts.includes(parsed.hostname) && !parsed.searchParams.has('sslmode')) {
    read.reject(
      name,
      `reaches ${parsed.hostname} without saying how it is encrypted; add ?sslmode=verify-full, ` +
        'or ?sslmode=disable where the network between them is private',
    )
  }
  return value
}

/** Migrations of one database and requests to another would each go well, and nobody would be told. */
function isSameDatabase(one: string, other: string): boolean {
  const placeOf = (url: string) => {
    const { hostname = '', port = '', pathname = '' } = URL.parse(url) ?? {}
    return [hostname, port || '5432', pathname].join(' ')
  }
  return placeOf(one) === placeOf(other)
}

function readOrigin(read: EnvironmentReader, port: number): string {
  const value = read.text('PUBLIC_ORIGIN')
  if (value === null) return `http://localhost:${port}`
  const parsed = URL.parse(value)
  if (parsed === null || parsed.origin !== value.replace(/\/$/, '') || !['http:', 'https:'].includes(parsed.protocol)) {
    read.reject('PUBLIC_ORIGIN', `is '${value}'; write scheme and host only, such as https://trials.example.nhs.uk`)
    return value
  }
  if (parsed.protocol === 'http:' && !localHosts.includes(parsed.hostname)) {
    read.reject('PUBLIC_ORIGIN', `is '${value}'; patient data and passwords need https outside this machine`)
  }
  return parsed.origin
}

/** A proxy is named by its address, by a network such as 10.0.0.0/8, or by a word for the networks of one sort. */
function readProxies(read: EnvironmentReader): readonly string[] {
  const proxies = read.list('TRUSTED_PROXIES')
  for (const proxy of proxies) {
    const [address = '', bits, ...rest] = proxy.split('/')
    const isNetwork = /^\d{1,3}$/.test(bits ?? '') && Number(bits) <= (isIP(address) === 6 ? 128 : 32)
    const isAddress = isIP(address) > 0 && rest.length === 0 && (bits === undefined || isNetwork)
    if (!isAddress && !['loopback', 'linklocal', 'uniquelocal'].includes(proxy)) {
      read.reject(
        'TRUSTED_PROXIES',
        `has '${proxy}'; write addresses or networks separated by commas, such as 10.1.2.3,10.20.0.0/16`,
      )
    }
  }
  return proxies
}

function readHomeCountries(read: EnvironmentReader): readonly string[] {
  const codes = [...new Set(read.list('HOME_COUNTRIES').map((code) => code.toUpperCase()))]
  const wrong = codes.filter((code) => !isCountryCode(code))
  if (wrong.length > 0) {
    const names = wrong.map((code) => `'${code}'`).join(' and ')
    const isOne = wrong.length === 1
    read.reject(
      'HOME_COUNTRIES',
      `has ${names}, which ${isOne ? 'is no code of a country' : 'are no codes of countries'}; ` +
        'write ISO 3166-1 alpha-2 codes separated by commas, such as GB,IE',
    )
  }
  return codes.length === 0 ? ['GB'] : codes
}
