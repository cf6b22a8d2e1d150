import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const secret = 'a'.repeat(32)
const noFiles = () => {
  throw new Error('no such file')
}
const read = (environment: Record<string, string>, readFile: (path: string) => string = noFiles) =>
  readConfig(environment, readFile)

test('with nothing set it runs on this machine only, on the embedded database, with demonstration data', () => {
  const directory = resolve('data')
  expect(read({})).toStrictEqual({
    environment: 'production',
    host: '127.0.0.1',
    port: 3000,
    publicOrigin: 'http://localhost:3000',
    trustedProxies: [],
    requestsPerMinute: { perAccount: 600, perAddress: 6000 },
    dataDirectory: directory,
    database: { kind: 'directory', directory },
    hasDemoData: true,
    homeCountries: ['GB'],
    sessionSecret: null,
    secondFactorKey: null,
    demandsSecondFactor: false,
    singleSignOn: null,
    logLevel: 'warn',
    testClock: null,
  })
})

test('a PostgreSQL server serves requests as one role and migrations as another', () => {
  const url = 'postgres://app@db.trust.nhs.uk/trials?sslmode=verify-full'
  const ownerUrl = 'postgres://owner@db.trust.nhs.uk/trials?sslmode=verify-full'
  const config = read({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, SESSION_SECRET: secret })
  expect(config.database).toMatchObject({ kind: 'postgres', url, ownerUrl })
})

test.each([
  ['another host', 'postgres://owner@db2.trust.nhs.uk/trials?sslmode=verify-full'],
  ['another port', 'postgres://owner@db.trust.nhs.uk:5433/trials?sslmode=verify-full'],
  ['another name', 'postgres://owner@db.trust.nhs.uk/staging?sslmode=verify-full'],
])('an owner of %s than that of the service is refused', (_, ownerUrl) => {
  const url = 'postgres://app@db.trust.nhs.uk:5432/trials?sslmode=verify-full'
  const message = messageOf(() => read({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, SESSION_SECRET: secret }))
  expect(message).toContain('DATABASE_OWNER_URL is of another database than DATABASE_URL; write the same host')
})

test('every wrong variable is named at once, each with its remedy', () => {
  const wrong = { PORT: '80a', LOG_LEVEL: 'loud', DEMO_DATA: 'maybe', NODE_ENV: 'staging', DATABASE_URL: 'mysql://x' }
  const message = messageOf(() => read({ ...wrong, SESSION_SECRET: 'short', PUBLIC_ORIGIN: 'trials.example.nhs.uk' }))
  for (const name of [...Object.keys(wrong), 'SESSION_SECRET', 'PUBLIC_ORIGIN']) {
    expect(message).toMatch(new RegExp(`^ {2}- ${name} .*(write|make)`, 'm'))
  }
})

test('an empty value counts as not set', () => {
  expect(read({ PORT: ' ', DATA_DIR: '' })).toMatchObject({ port: 3000, dataDirectory: resolve('data') })
})

test.each([
  ['-1', false],
  ['0', true],
  ['65535', true],
  ['65536', false],
  ['3e3', false],
])('port %s', (PORT, isAccepted) => {
  if (isAccepted) expect(read({ PORT }).port).toBe(Number(PORT))
  else expect(() => read({ PORT })).toThrow('PORT')
})

describe('secrets', () => {
  test('come from a file, without the line end', () => {
    const config = read({ SESSION_SECRET_FILE: '/run/secrets/session' }, (path) => `${secret}-${path}\n`)
    expect(config.sessionSecret).toBe(`${secret}-/run/secrets/session`)
  })

  test.each([
    ['a file that cannot be read', { SESSION_SECRET_FILE: '/nowhere' }, noFiles, 'cannot be read (no such file)'],
    ['an empty file', { SESSION_SECRET_FILE: '/empty' }, () => '\n', 'which is empty'],
    ['both', { SESSION_SECRET_FILE: '/a', SESSION_SECRET: secret }, () => secret, 'keep one of them'],
  ])('%s is wrong', (_what, environment, readFile, problem) => {
    expect(() => read(environment, readFile)).toThrow(problem)
  })

  test.each([
    [31, false],
    [32, true],
    [33, true],
  ])('a session secret of %i characters', (length, isAccepted) => {
    const attempt = () => read({ SESSION_SECRET: 'a'.repeat(length) })
    if (isAccepted) expect(attempt).not.toThrow()
    else expect(attempt).toThrow('shorter than 32')
  })

  test('PostgreSQL needs no other setting: without a session secret the server keeps one in the database', () => {
    expect(read({ DATABASE_URL: 'postgres://app@localhost/trials' }).sessionSecret).toBeNull()
  })

  test('a password never appears in a message', () => {
    const environment = { DATABASE_URL: 'postgres://app:hunter2@db.trust.nhs.uk/trials', SESSION_SECRET: secret }
    expect(messageOf(() => read(environment))).not.toContain('hunter2')
  })
})

describe('patient data on its way', () => {
  test.each([
    ['postgres://app@localhost/trials', true],
    ['postgres:///trials?host=/var/run/postgresql', true],
    ['postgres://app@db.trust.nhs.uk/trials', false],
    ['postgres://app@db.trust.nhs.uk/trials?sslmode=verify-full', true],
  ])('to the database %s', (DATABASE_URL, isAccepted) => {
    const attempt = () => read({ DATABASE_URL, SESSION_SECRET: secret })
    if (isAccepted) expect(attempt).not.toThrow()
    else expect(attempt).toThrow('without saying how it is encrypted')
  })

  test.each([
    ['https://trials.example.nhs.uk', true],
    ['http://localhost:8080', true],
    ['http://trials.example.nhs.uk', false],
    ['https://trials.example.nhs.uk/app', false],
  ])('to the browser at %s', (PUBLIC_ORIGIN, isAccepted) => {
    if (isAccepted) expect(read({ PUBLIC_ORIGIN }).publicOrigin).toBe(PUBLIC_ORIGIN)
    else expect(() => read({ PUBLIC_ORIGIN })).toThrow('PUBLIC_ORIGIN')
  })
})

describe('made-up patients', () => {
  test.each([
    [{}, true],
    [{ PUBLIC_ORIGIN: 'https://trials.example.nhs.uk' }, false],
    [{ DATABASE_URL: 'postgres://app@localhost/trials', SESSION_SECRET: secret }, false],
    [{ PUBLIC_ORIGIN: 'https://trials.example.nhs.uk', DEMO_DATA: 'on' }, true],
    [{ DEMO_DATA: 'off' }, false],
  ])('given %j', (environment, expected) => {
    expect(read(environment).hasDemoData).toBe(expected)
  })
})

describe('the countries to whose sites patients are referred', () => {
  test('may be several, each once, in capital or small letters', () => {
    expect(read({ HOME_COUNTRIES: 'GB, ie,GB,' }).homeCountries).toEqual(['GB', 'IE'])
  })

  test('are known by their ISO codes', () => {
    expect(messageOf(() => read({ HOME_COUNTRIES: 'UK,IE' }))).toContain(
      "HOME_COUNTRIES has 'UK', which is no code of a country; write ISO 3166-1 alpha-2 codes",
    )
    expect(messageOf(() => read({ HOME_COUNTRIES: 'GB;IE,Ireland' }))).toContain("has 'GB;IE' and 'IRELAND', which are")
  })
})

describe('the clock', () => {
  test('stands still in tests only', () => {
    const TEST_CLOCK = '2026-11-02T09:30:00Z'
    expect(read({ NODE_ENV: 'test', TEST_CLOCK }).testClock).toBe(TEST_CLOCK)
    expect(() => read({ TEST_CLOCK })).toThrow('TEST_CLOCK would stop the clock')
    expect(() => read({ NODE_ENV: 'test', TEST_CLOCK: 'noon' })).toThrow("TEST_CLOCK is 'noon'")
  })
})

function messageOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('Nothing was thrown.')
}

describe('the port of the page', () => {
  test('is what the browser shows while the page is developed, and the server listens beside it', () => {
    const config = read({ NODE_ENV: 'development', PORT: '40001', PAGE_PORT: '3000' })
    expect(config).toMatchObject({ port: 40001, publicOrigin: 'http://localhost:3000', hasDemoData: true })
  })

  test('is refused where one server has both, with what to use instead', () => {
    expect(messageOf(() => read({ PAGE_PORT: '3000' }))).toContain('use PUBLIC_ORIGIN')
  })
})

describe('trusted proxies', () => {
  test('are addresses, networks and the words for networks of one sort', () => {
    const TRUSTED_PROXIES = '10.1.2.3, 10.20.0.0/16,fd00::/8,2001:db8::1,loopback'
    expect(read({ TRUSTED_PROXIES }).trustedProxies).toEqual([
      '10.1.2.3',
      '10.20.0.0/16',
      'fd00::/8',
      '2001:db8::1',
      'loopback',
    ])
  })

  test.each(['proxy.trust.nhs.uk', '10.1.2', '10.1.2.3/33', '10.1.2.3/', 'fd00::/129', '10.0.0.0/8/8', '*', 'true'])(
    '%s names nothing that can be believed',
    (TRUSTED_PROXIES) => {
      expect(() => read({ TRUSTED_PROXIES })).toThrow(`TRUSTED_PROXIES has '${TRUSTED_PROXIES}'`)
    },
  )
})

test.each([
  ['59', false],
  ['60', true],
  ['61', true],
])('%s requests of one account in a minute', (ACCOUNT_REQUESTS_PER_MINUTE, isAccepted) => {
  if (isAccepted) {
    expect(read({ ACCOUNT_REQUESTS_PER_MINUTE }).requestsPerMinute.perAccount).toBe(Number(ACCOUNT_REQUESTS_PER_MINUTE))
  } else expect(() => read({ ACCOUNT_REQUESTS_PER_MINUTE })).toThrow('ACCOUNT_REQUESTS_PER_MINUTE')
})
