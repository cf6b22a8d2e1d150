import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { trialDetailRoute } from './route.ts'
import { attrition, id, trial } from './sample-trial.ts'

type Schemas = components['schemas']

const nobody = { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, notMatched: 0 }
const closedHere = { ...trial, trial: { ...trial.trial, openSitesAtHome: 0 } }

let shown: Schemas['Trial']
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  shown = closedHere
  server.use(
    answerTeams({ isMember: true }),
    http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(shown)),
    http.get('*/api/trials/:trialId/patients', () =>
      HttpResponse.json<Schemas['TrialPatientPage']>({ counts: nobody, toRead: 0, items: [], next: null }),
    ),
    http.get('*/api/trials/:trialId/attrition', () => HttpResponse.json<Schemas['Attrition']>(attrition)),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = () => renderRoute(trialDetailRoute, { at: `/trials/${id('21')}` })
const notice = () => screen.findByRole('region', { name: /^Important: No site is open here/ })

describe('a trial that is open nowhere here', () => {
  it('says so before all else, with what it means and whom to ask', async () => {
    const paused = { recruitmentStatus: 'paused', effectiveStatus: 'paused', canReceive: true } as const
    shown = {
      ...closedHere,
      trial: { ...closedHere.trial, recruitmentStatus: 'paused' },
      sites: trial.sites.map((site) => ({ ...site, ...paused })),
    }
    const { container } = open()
    const said = await screen.findByRole('region', {
      name: 'Important: No site is open here: nobody can be referred to this trial now',
    })
    expect(said).toHaveTextContent('The trial’s status: paused. No site would receive a referral')
    expect(said).toHaveTextContent('Ask Near Hospital when it opens:Sam Rowe, Research nurse, 01632 960001')
    expect(said.compareDocumentPosition(screen.getByText('Sponsor'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await expectAccessible(container)
  })

  it.each(['closed-to-recruitment', 'follow-up', 'completed', 'withdrawn'] as const)(
    'and is %s expects no site to open',
    async (recruitmentStatus) => {
      shown = { ...closedHere, trial: { ...closedHere.trial, recruitmentStatus } }
      open()
      expect(await notice()).toHaveTextContent('Ask Near Hospital about it:Sam Rowe')
      expect(await notice()).not.toHaveTextContent(/when (it|a site here) opens/)
    },
  )

  it('invites nobody to refer, by its counts or by its sites', async () => {
    shown = {
      ...closedHere,
      sites: trial.sites.map((site) => ({ ...site, effectiveStatus: 'paused', canReceive: true })),
    }
    open()
    expect(await screen.findByText(/while it has an open site here/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Possible patients of mine' })).toBeNull()
    const row = within(screen.getByRole('row', { name: /Near Hospital/ }))
    expect(row.getByText('Not now: the site is not open')).toBeVisible()
  })

  it('says where else it is open', async () => {
    shown = { ...closedHere, sites: trial.sites.filter(({ countryCode }) => countryCode !== 'GB') }
    open()
    expect(await notice()).toHaveTextContent(/It is open at 1 site in other countries: arrange a referral there/)
  })

  const ann = { name: 'Ann Lee', role: null, phone: null, email: null }
  it.each([
    ['the contacts of the trial', { contacts: [ann] }, /Ask the trial when a site here opens:Ann Lee/],
    ['the registry', {}, /No contact is listed\. Look at the registry/],
    ['the sponsor', { sourceUrl: null }, /No contact is listed\. Ask the sponsor/],
  ])('leads to %s where no site has a contact', async (_, patch, words) => {
    shown = { ...closedHere, ...patch, sites: trial.sites.map((site) => ({ ...site, contacts: [] })) }
    open()
    expect(await notice()).toHaveTextContent(words)
  })
})

it('a trial with an open site here has no such notice', async () => {
  shown = trial
  open()
  await screen.findByText('Sponsor')
  expect(screen.queryByRole('region', { name: /No site is open here/ })).toBeNull()
})
