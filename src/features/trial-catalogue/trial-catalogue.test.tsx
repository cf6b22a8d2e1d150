import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { trialCatalogueRoute } from './route.ts'

type Schemas = components['schemas']

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const closed: Schemas['TrialRow'] = {
  trialId: id('21'),
  registry: 'clinicaltrials.gov',
  registryId: 'NCT00000001',
  title: 'Proton therapy for chordoma',
  acronym: 'PROTON',
  phases: ['PHASE1', 'PHASE2'],
  recruitmentStatus: 'completed',
  registryStatus: 'COMPLETED',
  sponsor: 'A sponsor',
  cancerTypes: [{ cancerTypeId: 'bone-chordoma', name: 'Chordoma' }],
  isBasket: false,
  siteCount: 12,
  openSitesAtHome: 0,
  criteriaEncoded: 4,
  criteriaTotal: 23,
  lastUpdatedOn: '2024-02',
  hasResults: true,
  isDemonstration: false,
}
const silent: Schemas['TrialRow'] = {
  ...closed,
  trialId: id('22'),
  title: 'A trial that says little',
  acronym: null,
  phases: [],
  recruitmentStatus: 'unknown',
  cancerTypes: [],
  siteCount: 0,
  criteriaEncoded: 0,
  criteriaTotal: 0,
  lastUpdatedOn: null,
  hasResults: false,
}
const chordoma: Schemas['CancerType'] = {
  cancerTypeId: 'bone-chordoma',
  level: 'entity',
  parentId: null,
  name: 'Chordoma',
  synonyms: [],
  icd10: ['C41'],
  morphology: ['9370'],
  isIrci: false,
}

const asked: string[] = []
let page: Schemas['TrialPage']
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
  page = { items: [closed, silent], total: { count: 511, isCapped: false }, next: id('22'), previous: null }
  server.use(
    http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>({ items: [chordoma] })),
    http.get('*/api/trials', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json<Schemas['TrialPage']>(page)
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (at = '/trials') => renderRoute(trialCatalogueRoute, { at })

describe('the trial catalogue', () => {
  it('shows open and closed trials with status, sites here, criteria and results', async () => {
    const { container } = open()
    const row = within(await screen.findByRole('row', { name: /Proton therapy/ }))
    expect(row.getByRole('link', { name: 'Proton therapy for chordoma' })).toHaveAttribute(
      'href',
      `/trials/${id('21')}`,
    )
    for (const text of [
      'PROTON, NCT00000001',
      'Phase 1/2',
      'Completed',
      'Chordoma',
      '0 of 12 sites',
      '4 of 23',
      'Posted',
      'Feb-2024',
    ]) {
      expect(row.getByText(text)).toBeVisible()
    }
    expect(screen.getByText('511 trials')).toBeVisible()
    await expectAccessible(container)
  })

  it('says of what a registry does not state that it is not known', async () => {
    open()
    const row = within(await screen.findByRole('row', { name: /says little/ }))
    // Phase, status, last updated.
    expect(row.getAllByText('Not known')).toHaveLength(3)
    expect(row.getByText('No site listed')).toBeVisible()
    expect(row.getByText('No criteria recorded')).toBeVisible()
    expect(row.getByText('None on the list: read the conditions')).toBeVisible()
  })

  it('is narrowed by text, type, recruitment and country, all in the address', async () => {
    const { router } = open(`/trials?after=${id('09')}`)
    await userEvent.type(await screen.findByRole('searchbox', { name: /^Title, number/ }), 'proton')
    await userEvent.click(screen.getByRole('button', { name: 'Search' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Not open' }))
    await userEvent.click(screen.getByRole('treeitem', { name: 'Chordoma' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Country with a site' }), 'United Kingdom')
    const address = '?text=proton&cancerType=bone-chordoma&recruiting=notOpen&country=GB'
    await waitFor(() => expect(router.state.location.search).toBe(address))
    expect(asked.at(-1)).toBe(
      '?text=proton&cancerTypeId=bone-chordoma&recruiting=notOpen&country=GB&sort=lastUpdated&limit=25',
    )
    expect(await screen.findByRole('link', { name: /Remove filter Country: United Kingdom/ })).toHaveAttribute(
      'href',
      '/trials?text=proton&cancerType=bone-chordoma&recruiting=notOpen',
    )
  })

  it('is sorted and paged by the server', async () => {
    const { router } = open()
    expect(await screen.findByRole('columnheader', { name: 'Last updated' })).toHaveAttribute('aria-sort', 'descending')
    expect(screen.getByRole('link', { name: /Next page/ })).toHaveAttribute('href', `/trials?after=${id('22')}`)
    await userEvent.click(screen.getByRole('button', { name: 'Trial' }))
    await waitFor(() => expect(router.state.location.search).toBe('?sort=title'))
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Trial' })).toHaveAttribute('aria-sort', 'ascending'),
    )
  })

  it('says that nothing is left and how to get everything back', async () => {
    page = { items: [], total: { count: 0, isCapped: false }, next: null, previous: null }
    open('/trials?text=nothing')
    expect(await screen.findByRole('heading', { name: 'No trials match these filters' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'show all trials' })).toHaveAttribute('href', '/trials')
  })

  it('shows a failure as a failure and loads again on request', async () => {
    server.use(http.get('*/api/trials', () => HttpResponse.error(), { once: true }))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('511 trials')).toBeVisible()
  })

  it('loads the cancer types once, however often the filters change', async () => {
    let loaded = 0
    server.use(
      http.get('*/api/cancer-types', () => {
        loaded += 1
        return HttpResponse.json<Schemas['CancerTypeList']>({ items: [chordoma] })
      }),
    )
    open()
    await userEvent.click(await screen.findByRole('radio', { name: 'Open' }))
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(loaded).toBe(1)
  })
})
