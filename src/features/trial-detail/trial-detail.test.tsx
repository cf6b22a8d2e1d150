import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import type { Session } from '../../data/session.ts'
import { trialDetailRoute } from './route.ts'
import { attrition, id, patients, site, trial } from './sample-trial.ts'

type Schemas = components['schemas']

let shown: Schemas['Trial']
const asked: string[] = []
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  shown = trial
  asked.length = 0
  server.use(
    http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(shown)),
    http.get('*/api/trials/:trialId/attrition', () => HttpResponse.json<Schemas['Attrition']>(attrition)),
    http.get('*/api/trials/:trialId/patients', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json<Schemas['TrialPatientPage']>(patients)
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (options: { search?: string; session?: Session } = {}) =>
  renderRoute(trialDetailRoute, {
    at: `/trials/${id('21')}${options.search ?? ''}`,
    ...(options.session ? { session: options.session } : {}),
  })
const sessionOf = (role: NonNullable<Session['caller']>['role']): Session => ({
  ...oncologistSession,
  caller: oncologistSession.caller && { ...oncologistSession.caller, role },
})
const factOf = async (label: string) =>
  (await screen.findByText(label, { selector: 'dt' })).nextElementSibling?.textContent

describe('the page of a trial', () => {
  it('says what the registry says, and of the rest that it is not known', async () => {
    const { container } = open()
    expect(await factOf('Participants worldwide')).toBe('1,200, estimated')
    expect(await factOf('Start')).toBe('Mar-2024')
    expect(await factOf('Sponsor')).toBe('Not known')
    expect(await factOf('Contacts')).toBe('Not known')
    expect(await factOf('Status')).toBe('Open Registry: Active, not recruiting')
    expect(screen.getByText('Diagnostic test: Scan')).toBeVisible()
    expect(screen.getByText('Second <b>paragraph</b>.')).toBeVisible()
    await screen.findByRole('link', { name: 'SMITH, Jane' })
    await expectAccessible(container)
  })

  it('that was terminated does not call it completed', async () => {
    shown = { ...trial, trial: { ...trial.trial, recruitmentStatus: 'completed', registryStatus: 'TERMINATED' } }
    open()
    expect(await factOf('Status')).toBe('Terminated early Registry: Terminated')
  })

  it('names its source, the date of the data and the versions held', async () => {
    open()
    expect(await screen.findByText(/^Source: ClinicalTrials.gov.*Data of 02-Nov-2026\.$/)).toBeVisible()
    expect(screen.getByText('Version 1, imported 03-Nov-2026 10:15, data of 02-Nov-2026')).toBeVisible()
    expect(screen.getByRole('link', { name: 'NCT00000001 on the registry' })).toHaveAttribute('href', trial.sourceUrl)
    expect(screen.getByRole('link', { name: 'Read the results on the registry' })).toBeVisible()
  })

  it('says that the date of the data is not known', async () => {
    shown = { ...trial, dataDate: null, versions: trial.versions.map((one) => ({ ...one, dataDate: null })) }
    open()
    expect(await screen.findByText(/^Source: ClinicalTrials.gov.*\. Date of registry data not known\.$/)).toBeVisible()
    expect(screen.getByText('Version 1, imported 03-Nov-2026 10:15, date of registry data not known')).toBeVisible()
  })

  it('shows each criterion in the words of the protocol beside its rule, and what has to be read', async () => {
    open()
    const checked = within(await screen.findByRole('row', { name: /Aged 18 years or over/ }))
    expect(checked.getByText('Age at least 18 years')).toBeVisible()
    expect(checked.getByText(/"op": "age"/)).toBeInTheDocument()
    const toRead = within(screen.getByRole('row', { name: /PATIENT CHARACTERISTICS: Other: Any unsafe condition/ }))
    expect(toRead.getByText('Only for cohorts A and B')).toBeVisible()
    expect(toRead.getByText('To read')).toBeVisible()
    expect(toRead.getByText('Not stated')).toBeVisible()
    expect(screen.getByText('1 of 2 criteria checked by software, 1 to read')).toBeVisible()
  })

  it('says so when software checks nothing', async () => {
    shown = { ...trial, criteria: trial.criteria.slice(1) }
    open()
    expect(await screen.findByRole('heading', { name: /This trial has no rules yet/ })).toBeVisible()
  })

  it('says so when no criteria are recorded at all', async () => {
    shown = { ...trial, criteria: [] }
    open()
    expect(await screen.findByRole('heading', { name: /No criteria are recorded for this trial/ })).toBeVisible()
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/trials/:trialId', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})

describe('the sites of a trial', () => {
  it('here stand first with status, distance, slots, age of the confirmation and contacts', async () => {
    open()
    const row = within(await screen.findByRole('row', { name: /Near Hospital/ }))
    for (const text of ['Open', '8 miles', 'Not known', '18-Oct-2026', 'Over 30 days ago', 'Yes']) {
      expect(row.getByText(text)).toBeVisible()
    }
    expect(row.getByRole('link', { name: 'sam@near.example' })).toHaveAttribute('href', 'mailto:sam@near.example')
    expect(screen.getByText('1 site in other countries or without a country')).toBeVisible()
  })

  it('that have not said whether they recruit never read as open', async () => {
    shown = { ...trial, sites: [{ ...site, recruitmentStatus: 'unknown', isStatusStated: false }] }
    open()
    const row = within(await screen.findByRole('row', { name: /Near Hospital/ }))
    expect(row.getByText('Trial open, site not confirmed')).toHaveClass('nhsuk-tag--yellow')
    expect(row.queryByText('Open')).toBeNull()
  })

  it('are counted where not all of them are shown, with the way to all', async () => {
    const sites = Array.from({ length: 45 }, (_, index) => ({
      ...site,
      siteId: `s${index}`,
      facility: `Site ${index}`,
    }))
    shown = { ...trial, sites }
    open()
    expect(await screen.findByText(/^20 of 45 sites are shown\./)).toBeVisible()
    expect(screen.getAllByRole('row', { name: /^Site \d/ })).toHaveLength(20)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 45 sites' }))
    expect(screen.getAllByRole('row', { name: /^Site \d/ })).toHaveLength(45)
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
  })
})

describe('possible patients of mine', () => {
  it('are listed with who they are, what is not known, and the way to them', async () => {
    open()
    const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
    expect(row.getByRole('link', { name: 'SMITH, Jane' })).toHaveAttribute('href', `/patients/${id('01')}`)
    expect(row.getByText('999 000 0018')).toBeVisible()
    expect(row.getByText('Items not known: ECOG, platelets')).toBeVisible()
    expect(screen.getByText('Showing 1 of 30 patients')).toBeVisible()
    expect(screen.getByRole('radio', { name: 'All but not matched (30)', checked: true })).toBeVisible()
    expect(row.queryByText('With a clinician’s verdict')).toBeNull()
  })

  it('of whom a clinician said something that counts are marked so', async () => {
    server.use(
      http.get('*/api/trials/:trialId/patients', () =>
        HttpResponse.json<Schemas['TrialPatientPage']>({
          ...patients,
          items: patients.items.map((item) => ({ ...item, isSetByClinician: true })),
        }),
      ),
    )
    open()
    const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
    expect(row.getByText('With a clinician’s verdict')).toBeVisible()
  })

  it('none of whom matches are said to be so, and can be looked at', async () => {
    const counts = { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, notMatched: 4 }
    server.use(
      http.get('*/api/trials/:trialId/patients', ({ request }) => {
        const isAsked = new URL(request.url).searchParams.get('outcome') === 'notMatched'
        return HttpResponse.json<Schemas['TrialPatientPage']>({
          counts,
          toRead: 0,
          items: isAsked ? patients.items : [],
          next: null,
        })
      }),
    )
    open()
    expect(await screen.findByText('On the data held no patient of yours matches')).toBeVisible()
    await userEvent.click(screen.getByRole('link', { name: 'Show the 4 patients not matched' }))
    expect(await screen.findByRole('link', { name: 'SMITH, Jane' })).toBeVisible()
  })

  it('are counted by outcome before all that is said of the trial, each count the way to those patients', async () => {
    const { container } = open()
    const counts = await screen.findByRole('navigation', { name: 'Possible patients by outcome' })
    expect(
      within(counts)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '0 No criteria failed on the data held',
      '0 Needs a clinician',
      '30 Needs data',
      '0 Not yet',
      '4 Not matched',
    ])
    expect(counts.compareDocumentPosition(screen.getByText('Sponsor'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(counts).getAllByRole('link')).toHaveLength(2)
    await userEvent.click(within(counts).getByRole('link', { name: '4 Not matched' }))
    expect(screen.getByRole('heading', { name: 'Possible patients of mine' })).toHaveFocus()
    await waitFor(() => expect(asked.at(-1)).toBe('?outcome=notMatched&limit=25'))
    expect(await screen.findByRole('radio', { name: 'Not matched (4)', checked: true })).toBeVisible()
    await expectAccessible(container)
  })

  it('are narrowed by outcome and paged in the address', async () => {
    const { router } = open()
    await userEvent.click(await screen.findByRole('radio', { name: 'Needs data (30)' }))
    await waitFor(() => expect(asked.at(-1)).toBe('?outcome=needsData&limit=25'))
    await screen.findByRole('radio', { name: 'Needs data (30)', checked: true })
    await userEvent.click(await screen.findByRole('link', { name: /Next page/ }))
    await waitFor(() => expect(asked.at(-1)).toBe(`?outcome=needsData&after=${id('01')}&limit=25`))
    expect(router.state.location.search).toBe(`?outcome=needsData&after=${id('01')}`)
    expect(await screen.findByRole('link', { name: 'First page' })).toBeVisible()
  })

  describe('of whom nobody is found', () => {
    const nobody = { counts: { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, notMatched: 0 } }
    it.each([
      ['an unmapped trial was compared with nobody', { cancerTypes: [] }, /check by hand/, 'Not listed'],
      ['a basket trial counts everybody', { cancerTypes: [], isBasket: true }, /every living patient of yours/, 'None'],
      ['any other takes none of the diagnoses', {}, /without a coded diagnosis are not counted/, 'None'],
    ])('%s', async (_, row, words, inShort) => {
      shown = { ...trial, trial: { ...trial.trial, ...row } }
      server.use(
        answerTeams({ isMember: true }),
        http.get('*/api/trials/:trialId/patients', () =>
          HttpResponse.json<Schemas['TrialPatientPage']>({ ...nobody, toRead: 0, items: [], next: null }),
        ),
      )
      open()
      expect(await screen.findByText(words)).toBeVisible()
      expect(screen.queryByRole('navigation', { name: 'Possible patients by outcome' })).toBeNull()
      expect(screen.getByRole('link', { name: 'Possible patients of mine' }).parentElement).toHaveTextContent(inShort)
      const claim = screen.queryByText('None of your patients has a diagnosis that this trial takes')
      expect(claim === null).toBe(Object.keys(row).length > 0)
    })

    it('a trial for many cancers says beside its counts that the diagnosis is not asked', async () => {
      shown = { ...trial, trial: { ...trial.trial, isBasket: true } }
      open()
      expect(await screen.findByText(/every living patient of yours is counted, whatever the diagnosis/)).toBeVisible()
    })
  })

  it('that cannot be loaded leave the trial readable', async () => {
    server.use(http.get('*/api/trials/:trialId/patients', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    expect(screen.getByRole('heading', { name: 'Criteria' })).toBeVisible()
  })

  it('of one trial are never shown under another', async () => {
    const { router } = open()
    await screen.findByRole('link', { name: 'SMITH, Jane' })
    shown = { ...trial, trial: { ...trial.trial, trialId: id('22'), title: 'Another trial' } }
    server.use(http.get('*/api/trials/:trialId/patients', () => new Promise<never>(() => undefined)))
    await router.navigate(`/trials/${id('22')}`)
    expect(await screen.findByRole('heading', { name: /Another trial/ })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'SMITH, Jane' })).toBeNull()
  })

  it('are asked for only by those who have patients', async () => {
    open({ session: sessionOf('trust-lead') })
    expect(await screen.findByRole('link', { name: 'Recruitment' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Possible patients of mine' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Possible patients of mine' })).toBeNull()
    expect(asked).toEqual([])
  })

  it('recruitment is not offered of a trial that nobody here recruits to', async () => {
    shown = { ...trial, isRecruitmentWatched: false }
    open({ session: sessionOf('trust-lead') })
    expect(await screen.findByRole('link', { name: 'All trials' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Recruitment' })).toBeNull()
  })

  it('and recruitment are not offered to an administrator', async () => {
    open({ session: sessionOf('administrator') })
    expect(await screen.findByRole('link', { name: 'All trials' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Recruitment' })).toBeNull()
  })
})
