import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { type Role, roles } from '#domain/access/role.ts'
import type { ApiAnswer, ApiRequest, ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

type Schemas = components['schemas']

const get = (path: string): ApiRequest => ({ method: 'GET', path })
const post = (path: string, body: unknown): ApiRequest => ({ method: 'POST', path, body })
const unknown = '00000000-0000-4000-8000-000000000000'
const search = (body: object): ApiRequest => post('/patients/search', { filters: {}, ...body })

/** The mocks and the server hold the same demonstration on the same day, so every reading must be answered alike. */
describe('the mocks answer as the server does', () => {
  let mocks: ApiUnderTest
  let server: ApiUnderTest

  beforeAll(async () => {
    mocks = await openMockApi()
    server = await openServerApi()
  })
  afterAll(async () => {
    await mocks.close()
    await server.close()
  })

  /** Signing in takes the server long on purpose, so everybody does it once. */
  const signedIn = new Map<string, Promise<readonly [ApiSender, ApiSender]>>()
  function both(role: Role, organisationCode: string): Promise<readonly [ApiSender, ApiSender]> {
    const key = `${role} ${organisationCode}`
    const found =
      signedIn.get(key) ?? Promise.all([mocks.as(role, organisationCode), server.as(role, organisationCode)])
    signedIn.set(key, found)
    return found
  }

  /** Asks both and expects one answer to each request. */
  async function same(role: Role, requests: readonly ApiRequest[], organisationCode = 'ZZ001'): Promise<void> {
    const [askMocks, askServer] = await both(role, organisationCode)
    for (const request of requests) {
      const expected = await askServer(request)
      const answer = await askMocks(request)
      expect(comparable(answer), JSON.stringify(request)).toEqual(comparable(expected))
    }
  }

  /** The page of rows that both answer with. */
  async function samePage<Page>(role: Role, request: ApiRequest, organisationCode = 'ZZ001'): Promise<Page> {
    await same(role, [request], organisationCode)
    const [askMocks] = await both(role, organisationCode)
    const { body } = await askMocks(request)
    return body as Page
  }

  async function ownPatients(): Promise<readonly Schemas['PatientRow'][]> {
    return (await samePage<Schemas['PatientPage']>('oncologist', search({ limit: 100 }))).items
  }

  async function allTrials(): Promise<readonly Schemas['TrialRow'][]> {
    return (await samePage<Schemas['TrialPage']>('oncologist', get('/trials?limit=100'))).items
  }

  test.each(['name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'])('patients by %s', async (sort) => {
    await same('oncologist', [
      search({ sort }),
      search({ sort, direction: 'ascending', limit: 100 }),
      search({ sort, direction: 'descending', limit: 100 }),
    ])
    const { next } = await samePage<Schemas['PatientPage']>('oncologist', search({ sort, limit: 7 }))
    const second = search({ sort, limit: 7, after: next })
    const { previous } = await samePage<Schemas['PatientPage']>('oncologist', second)
    expect(previous).not.toBeNull()
    await same('oncologist', [search({ sort, limit: 3, before: previous })])
  })

  const filters: readonly Schemas['PatientFilters'][] = [
    {},
    { cancerTypeId: 'sarcoma' },
    { cancerTypeId: 'sarcoma', matchGrade: 'confirmed' },
    { cancerTypeId: 'digestive', matchGrade: 'possible' },
    { cancerTypeId: 'no-such-type' },
    { matchGrade: 'confirmed' },
    { matchGrade: 'possible' },
    { referralStatus: ['none'] },
    { referralStatus: ['sent', 'pre-screening', 'none'] },
    { missing: ['stage', 'biomarkers'] },
    { undecidedItem: 'ps:ECOG' },
    { undecidedItem: 'treatment:last dose date', cancerTypeId: 'sarcoma' },
    { missing: ['performanceStatus'], referralStatus: ['none'], matchGrade: 'confirmed' },
    { hasCandidate: true, hasDataMissing: true },
    { hasDataMissing: false, missing: ['stage'] },
    { hasCandidate: false, missing: ['stage'] },
    { text: 'a e' },
    { text: 'ＳＭＩＴＨ' },
    { text: "O'" },
    { text: 'oshaugh' },
    { text: 'Hart Lindley' },
    { text: 'LACZYNSKA' },
    { text: '0018' },
    { text: '999 000' },
    { text: '%' },
    { text: 'nobody has this name' },
  ]
  test.each(filters)('patients that %j leaves, and the counts beside', async (chosen) => {
    await same('nurse', [search({ filters: chosen }), post('/patients/counts', chosen)])
    await same('nurse', [search({ filters: chosen }), post('/patients/counts', chosen)], 'ZZ003')
  })

  test('a patient found by each part of the name and by each number', async () => {
    const [first, , third] = await ownPatients()
    const texts = [
      first?.name.familyName,
      `${first?.name.familyName.toUpperCase()}, ${first?.name.givenName}`,
      first?.name.familyName.normalize('NFD').replace(/\P{L}/gu, ''),
      `${first?.name.givenName} ${first?.name.familyName}`,
      first?.nhsNumber,
      first?.nhsNumber?.replace(/^(...)(...)/, '$1 $2 '),
      third?.hospitalNumber?.toLowerCase(),
    ]
    await same(
      'oncologist',
      texts.map((text) => search({ filters: { text } })),
    )
  })

  test('patients of an organisation with the candidates', async () => {
    for (const { patientId } of (await ownPatients()).slice(0, 40)) {
      await same('oncologist', [get(`/patients/${patientId}`), get(`/patients/${patientId}/candidates`)])
    }
  })

  test('the verdict of every trial on some patients', async () => {
    const patients = await ownPatients()
    const trials = await allTrials()
    for (const { patientId } of patients.slice(0, 6)) {
      await same(
        'nurse',
        trials.map(({ trialId }) => get(`/patients/${patientId}/trials/${trialId}`)),
      )
    }
  })

  test('the catalogue', async () => {
    const { next } = await samePage<Schemas['TrialPage']>('national-lead', get('/trials?limit=5&sort=title'))
    expect(next).not.toBeNull()
    await same('national-lead', [
      get('/trials'),
      get('/trials?sort=title'),
      get(`/trials?limit=5&sort=title&after=${next}`),
      get(`/trials?limit=5&sort=title&before=${next}`),
      get('/trials?recruiting=open'),
      get('/trials?recruiting=notOpen&sort=title'),
      get('/trials?cancerTypeId=sarcoma'),
      get('/trials?cancerTypeId=no-such-type'),
      get('/trials?text=sarcoma%20DEMO'),
      get('/trials?text=xyz'),
      get('/trials?text=demo%20SBA-02'),
      get('/trials?text=%25'),
      get('/trials?country=GB&limit=3'),
      get('/trials?country=FR'),
    ])
  })

  test('every trial, its possible patients and its recruitment', async () => {
    for (const { trialId } of await allTrials()) {
      await same('oncologist', [
        get(`/trials/${trialId}`),
        get(`/trials/${trialId}/patients`),
        get(`/trials/${trialId}/patients?outcome=notMatched&limit=2`),
        get(`/recruitment/${trialId}`),
      ])
      await same('site-nurse', [get(`/trials/${trialId}`), get(`/trials/${trialId}/patients`)], 'ZZ002')
    }
  })

  const sites = [
    ['nurse', 'ZZ001'],
    ['oncologist', 'ZZ004'],
    ['site-nurse', 'ZZ002'],
    ['investigator', 'ZZ003'],
  ] as const
  test.each(sites)('referrals as a %s at %s reads them', async (role, code) => {
    await same(
      role,
      [
        get('/referrals'),
        get('/referrals?scope=mine'),
        get('/referrals?sort=sentOn&limit=100'),
        get('/referrals?sort=lastEvent&closed=true'),
        get('/referrals?clock=overdue&clock=escalated'),
        get('/referrals?status=sent&status=received&clock=due'),
      ],
      code,
    )
    const page = await samePage<Schemas['ReferralPage']>(role, get('/referrals?closed=true&limit=100'), code)
    expect(page.items.length).toBeGreaterThan(5)
    const trialId = page.items[2]?.trial.trialId
    await same(role, [get(`/referrals?trialId=${trialId}&closed=true`)], code)
    await same(
      role,
      page.items.map(({ referralId }) => get(`/referrals/${referralId}`)),
      code,
    )
  })

  test.each(roles)('the home and the recruitment of a $role', async ({ role }) => {
    await same(role, [get('/session'), get('/home'), get('/recruitment'), get('/cancer-types')])
    await same(role, [get('/accounts'), get('/organisations')])
  })

  const password = 'twelve letters or more'
  const newAccount = { name: 'N', email: 'n@zz.example', role: 'nurse', organisationId: unknown, password }
  const firstAdministrator = { token: 'x'.repeat(43), name: 'A', email: 'a@zz.example', password }
  const askedOfEveryRole: readonly ApiRequest[] = [
    get('/trials'),
    search({}),
    post('/patients/counts', {}),
    get(`/patients/${unknown}`),
    get(`/patients/${unknown}/candidates`),
    get(`/patients/${unknown}/trials/${unknown}`),
    get('/changes'),
    post('/changes/seen', { changeIds: [unknown] }),
    get(`/patients/${unknown}/changes`),
    get(`/trials/${unknown}`),
    get(`/trials/${unknown}/patients`),
    get('/referrals'),
    get(`/referrals/${unknown}`),
    get(`/recruitment/${unknown}`),
    post('/accounts', newAccount),
    post('/organisations', { code: 'ZZ001', name: 'Another' }),
    post('/first-administrator', firstAdministrator),
    get('/no-such-address'),
  ]
  test.each(roles)('what is not for a $role', async ({ role }) => {
    await same(role, askedOfEveryRole)
  })

  const refused: readonly ApiRequest[] = [
    get('/trials?statuss=open&limit=5'),
    get('/trials?limit=0'),
    get('/trials?limit=many'),
    get('/trials?limit=5&limit=6'),
    get('/trials?sort=size'),
    get('/blocking-items?limit=51'),
    get('/home?a=b'),
    get('/trials/not-a-uuid'),
    get('/referrals?closed=perhaps'),
    get('/changes?seen=some'),
    get('/changes?limit=201'),
    get(`/patients/${unknown}/trials/${unknown}?at=today`),
    post('/changes/seen', { changeIds: [] }),
    post('/changes/seen', { changeIds: [unknown, unknown] }),
    post('/changes/seen', { changeIds: ['x'] }),
    search({ limit: 101 }),
    search({ limit: '5' }),
    search({ sort: 'size' }),
    search({ filter: {} }),
    search({ filters: { text: '' } }),
    search({ filters: { text: 7, cancerTypeId: 'Sarcoma!', referralStatus: ['lost', 'none'], hasCandidate: 'yes' } }),
    search({ filters: { missing: 'stage' }, limit: 1000, after: 'first' }),
    search([]),
    search({ filters: { missing: ['stage', 'stage'] } }),
    post('/patients/search', {}),
    post('/session', { email: 'oncologist@zz001.example' }),
    post('/referrals', { patientId: unknown, trialId: unknown }),
    post('/first-administrator', {}),
    post('/first-administrator', { ...firstAdministrator, token: 'too short' }),
    post('/organisations', { code: 'zz1', name: 'Small letters' }),
    post('/organisations', { code: 'ZZ1', name: 'N' }),
    post('/accounts', {}),
    ...[
      { name: '' },
      { email: 'nobody' },
      { email: 'nobody@nowhere' },
      { email: 'two@@zz.example' },
      { role: 'sponsor' },
      { organisationId: 'ZZ001' },
      { password: 'eleven char' },
      { isAdministrator: true },
    ].map((wrong) => post('/accounts', { ...newAccount, ...wrong })),
  ]
  test.each(refused)('refuses $method $path $body', async (request) => {
    const isOfAdministration = ['/organisations', '/accounts'].includes(request.path)
    await same(isOfAdministration ? 'administrator' : 'nurse', [request])
  })

  test.each(refused)('refuses $method $path $body to nobody and to another role first of all', async (request) => {
    expect(comparable(await mocks.asNobody(request))).toEqual(comparable(await server.asNobody(request)))
    await same('privacy-officer', [request])
  })
})

/** The request number is of one request, never of the answer. */
function comparable({ status, body, etag }: ApiAnswer): unknown {
  if (status < 400) return { status, body, etag }
  const { requestId: _, ...problem } = body as Schemas['Problem']
  return { status, etag, problem }
}
