import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { refuseWith } from '../../../tests/support/refuse-with.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { candidateChangesRoute } from './route.ts'

type Page = components['schemas']['CandidateChangePage']
type Change = Page['items'][number]

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const jane: Change['patient'] = {
  patientId: id('01'),
  name: { familyName: 'Smith', givenName: 'Jane', title: 'Ms' },
  bornOn: '1962-03-05',
  nhsNumber: '9990000018',
}
const tom: Change['patient'] = {
  patientId: id('02'),
  name: { familyName: 'Webb', givenName: 'Tom', title: null },
  bornOn: null,
  nhsNumber: null,
}
const glioma = { trialId: id('21'), registryId: 'DEMO-GLI-17', title: 'Glioma trial' }
const sarcoma = { trialId: id('22'), registryId: 'DEMO-LPS-21', title: 'Sarcoma trial' }

const newFor = (last: string, patient: Change['patient']): Change => ({
  changeId: id(last),
  patient,
  trial: glioma,
  from: null,
  hasTextToRead: false,
  to: 'needsData',
  isSetByClinician: false,
  kind: 'newTrial',
  label: 'New trial, may fit',
  because: ['Opened on 12-Nov-2026'],
  cause: 'trial',
  at: '2026-11-14T18:00:00.000Z',
  isSeen: false,
})
const lost: Change = {
  ...newFor('c3', jane),
  trial: sarcoma,
  from: 'noFailuresFound',
  to: 'notYet',
  kind: 'noLongerMatches',
  label: 'Put off for now',
  because: ['Platelets 82 x10^9/L on 13-Nov-2026 is below the limit of 100 (Laboratory system)'],
  cause: 'patient',
}

let page: Page
let asked: URLSearchParams[]
let marked: string[]
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  page = {
    items: [newFor('c1', jane), lost, newFor('c2', tom)],
    counts: { newTrial: 2, nowMayFit: 0, toLookAgain: 0, noLongerMatches: 1 },
    next: null,
  }
  asked = []
  marked = []
  server.use(
    http.get('*/api/changes', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json<Page>(page)
    }),
    http.post('*/api/changes/seen', async ({ request }) => {
      const { changeIds } = (await request.json()) as components['schemas']['SeenChanges']
      marked.push(...changeIds)
      page = { ...page, items: page.items.filter(({ changeId }) => !changeIds.includes(changeId)) }
      return new HttpResponse(null, { status: 204 })
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (search = '') => renderRoute(candidateChangesRoute, { at: `/changes${search}` })
const card = async (name: RegExp) => within(await screen.findByRole('article', { name }))

describe('what has changed', () => {
  it('puts all of a patient together, a line for each change: its kind, the trial, what was, what is, why and when', async () => {
    const { container } = open()
    const patient = await card(/^SMITH, Jane/)
    expect(patient.getByRole('link', { name: 'SMITH, Jane (Ms)' })).toHaveAttribute(
      'href',
      `/patients/${jane.patientId}`,
    )
    expect(patient.getByText(/05-Mar-1962/).textContent).toBe('born 05-Mar-1962, NHS No. 999 000 0018')
    const [first, second] = patient.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(first).toBe(
      'New trial, may fitDEMO-GLI-17 Glioma trialNot listed →is now Needs dataOpened on 12-Nov-202614-Nov-2026',
    )
    expect(second).toContain('Put off for nowDEMO-LPS-21 Sarcoma trialNo criteria failed →is now Not yetPlatelets 82')
    expect((await card(/^WEBB, Tom/)).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText(/the data held .* only an investigator decides/)).toBeVisible()
    await expectAccessible(container)
  })

  it('tells of a clinician’s verdict to be looked at again, also where the outcome is as it was', async () => {
    const again = 'Set to “met” by Dr A Example, to be looked at again: Fit for either treatment'
    const lapsed: Change = {
      ...lost,
      from: 'needsData',
      to: 'needsData',
      kind: 'toLookAgain',
      label: 'To be looked at again',
      because: [again],
      cause: 'day',
    }
    page = { ...page, items: [lapsed], counts: { ...page.counts, toLookAgain: 1 } }
    const { container } = open('?kind=toLookAgain')
    const [line] = (await card(/^SMITH, Jane/)).getAllByRole('listitem')
    expect(line?.textContent).toContain('To be looked at againDEMO-LPS-21 Sarcoma trialStill Needs data')
    expect(line).toHaveTextContent(again)
    expect(screen.getByRole('link', { name: 'To be looked at again (1)' })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(container)
  })

  it('marks an outcome in which a clinician’s verdict counts, and no other', async () => {
    page = { ...page, items: [newFor('c1', jane), { ...lost, isSetByClinician: true }] }
    open()
    const [bySoftware, byClinician] = (await card(/^SMITH, Jane/)).getAllByRole('listitem')
    expect(bySoftware).not.toHaveTextContent('With a clinician’s verdict')
    expect(byClinician).toHaveTextContent('is now Not yet With a clinician’s verdict')
  })

  it('opens a long reason on request, by keyboard; a short one is whole from the start', async () => {
    open()
    const patient = await card(/^SMITH, Jane/)
    const [more, ...others] = patient.getAllByRole('button', { name: /^more/ })
    expect(others).toEqual([])
    expect(more).toHaveAccessibleName('more: why, DEMO-LPS-21')
    expect(more).toHaveAttribute('aria-expanded', 'false')
    more?.focus()
    await userEvent.keyboard('{Enter}')
    expect(patient.getByRole('button', { name: 'less: why, DEMO-LPS-21' })).toHaveAttribute('aria-expanded', 'true')
    expect(patient.getByText(/Platelets 82 .* below the limit of 100 \(Laboratory system\)/)).toBeVisible()
  })

  it('puts the patients of a new trial together where only new trials are asked for', async () => {
    page = { ...page, items: [newFor('c1', jane), newFor('c2', tom)] }
    const { container } = open('?kind=newTrial')
    const trial = await card(/New trial DEMO-GLI-17: 2 known patients may fit/)
    expect(trial.getByText('Glioma trial')).toBeVisible()
    expect(trial.getByRole('link', { name: 'SMITH, Jane (Ms)' })).toHaveAttribute('href', `/patients/${jane.patientId}`)
    expect(trial.getByRole('link', { name: 'WEBB, Tom' })).toBeVisible()
    expect(trial.getAllByText('Opened on 12-Nov-2026')).toHaveLength(2)
    expect(trial.getAllByText('Needs data')).toHaveLength(2)
    await expectAccessible(container)
  })

  it('says of each change that was seen already that it was', async () => {
    page = { ...page, items: [{ ...newFor('c1', jane), isSeen: true }, lost] }
    open('?seen=all')
    const [first, second] = (await card(/^SMITH, Jane/)).getAllByRole('listitem')
    expect(first?.textContent).toMatch(/14-Nov-2026, seen$/)
    expect(second?.textContent).toMatch(/14-Nov-2026$/)
    await userEvent.click((await card(/^SMITH, Jane/)).getByRole('button', { name: /^Mark seen/ }))
    expect(await screen.findByText('1 change marked as seen')).toBeVisible()
    expect(marked).toEqual([lost.changeId])
  })

  it('marks nothing as seen by being read', async () => {
    open()
    await card(/SMITH, Jane/)
    expect(marked).toEqual([])
  })

  it('marks one group as seen by keyboard, says so, and keeps the rest', async () => {
    open()
    const patient = await card(/^SMITH, Jane/)
    patient.getByRole('button', { name: 'Mark seen: SMITH, Jane (Ms)' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('2 changes marked as seen')).toBeVisible()
    expect(marked).toEqual([id('c1'), id('c3')])
    expect(screen.queryByRole('article', { name: /^SMITH, Jane/ })).toBeNull()
    expect(screen.getByRole('article', { name: /^WEBB, Tom/ })).toBeVisible()
  })

  it('says of a clinician in no team that this is why there is no news', async () => {
    page = { ...page, items: [] }
    server.use(answerTeams({ isMember: false }))
    open()
    expect(await screen.findByRole('heading', { name: /You are in no clinical team yet/ })).toBeVisible()
    expect(screen.queryByText(/Nothing has changed/)).toBeNull()
  })

  it('marks everything listed as seen, and then has nothing to show', async () => {
    server.use(answerTeams({ isMember: true }))
    open()
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }))
    expect(await screen.findByRole('heading', { name: 'Nothing has changed that you have not seen' })).toBeVisible()
    expect(marked.toSorted()).toEqual([id('c1'), id('c2'), id('c3')])
  })

  it('says why marking failed and keeps the list', async () => {
    server.use(http.post('*/api/changes/seen', refuseWith(503, 'The service is busy', 'Nothing was noted.')))
    open()
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as seen' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was noted.')
    expect(screen.getByRole('article', { name: /SMITH, Jane/ })).toBeVisible()
  })
})

describe('the kinds of change', () => {
  it('are links with what is not seen yet, and the current one is marked', async () => {
    open('?kind=noLongerMatches')
    const tabs = within(await screen.findByRole('navigation', { name: 'Kinds of change' }))
    expect(tabs.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'All (3)',
      'New trials (2)',
      'Now may fit or to read (0)',
      'To be looked at again (0)',
      'Put off or ruled out (1)',
    ])
    expect(tabs.getByRole('link', { current: 'page' })).toHaveTextContent('Put off or ruled out (1)')
    expect(asked[0]?.get('kind')).toBe('noLongerMatches')
  })

  it('shows older changes, and those seen already, on request', async () => {
    page = { ...page, next: id('c3') }
    open('?kind=newTrial')
    expect(await screen.findByRole('link', { name: 'Older changes' })).toHaveAttribute(
      'href',
      `/changes?kind=newTrial&after=${id('c3')}`,
    )
    const allChanges = screen.getByRole('link', { name: 'Show also what you have seen' })
    expect(allChanges.parentElement).toHaveTextContent('and changes older than 28 days, which are not listed here')
    await userEvent.click(allChanges)
    expect(await screen.findByRole('link', { name: 'Show only what you have not seen' })).toBeVisible()
    expect(asked.at(-1)?.get('seen')).toBe('all')
  })

  it('shows a failure as a failure', async () => {
    server.use(http.get('*/api/changes', refuseWith(500, 'Something went wrong', 'Not your fault.')))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong')
  })
})
