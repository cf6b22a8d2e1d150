import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { refuseWith } from '../../../tests/support/refuse-with.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { patientRecordRoute } from './route.ts'
import { fits, id, jane, needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']

const at = '2026-11-14T18:00:00.000Z'
const change: Schemas['CandidateChange'] = {
  changeIds: [id('c1'), id('c2')],
  kind: 'nowMayFit',
  label: 'Now may fit',
  from: 'notYet',
  because: ['Platelets 120 x10^9/L on 13-Nov-2026 is at or above the limit of 100 (Laboratory system)'],
  at,
}
const gone = { trialId: id('29'), registryId: 'DEMO-9', title: 'Closed glioma trial' }
const lost: Schemas['CandidateChange'] = {
  ...change,
  changeIds: [id('c3')],
  kind: 'noLongerMatches',
  label: 'Not listed any more',
  because: ['The trial is no longer open here'],
}
const list: Schemas['CandidateList'] = {
  asOf: '2026-11-18',
  orderingRule: 'Best first.',
  travelLimit: null,
  candidates: [{ ...fits, change }, needsData],
  baskets: [],
  notMatched: [],
  unmappedTrials: 0,
  settling: [],
  noLongerOffered: [{ trial: gone, change: lost }],
}
const changes: Schemas['PatientChanges'] = {
  items: [
    {
      trial: fits,
      changes: [
        {
          changeId: id('c1'),
          from: 'notYet',
          to: 'noFailuresFound',
          hasTextToRead: false,
          isSetByClinician: false,
          kind: 'nowMayFit',
          label: 'Now may fit',
          because: change.because,
          cause: 'patient',
          at,
          isSeen: false,
        },
      ],
    },
  ],
}
const reproduced: Schemas['Reproduced'] = {
  at,
  asOf: '2026-11-14',
  trialVersion: 2,
  rulesVersion: 1,
  storedOutcome: 'needsData',
  isSameRules: true,
}

let marked: string[][]
let answeredAt: (string | null)[]
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  marked = []
  answeredAt = []
  server.use(
    http.get('*/api/patients/:patientId', () => HttpResponse.json<Schemas['Patient']>(jane)),
    http.get('*/api/patients/:patientId/candidates', () => HttpResponse.json<Schemas['CandidateList']>(list)),
    http.get('*/api/patients/:patientId/changes', () => HttpResponse.json<Schemas['PatientChanges']>(changes)),
    http.get('*/api/patients/:patientId/trials/:trialId', ({ request }) => {
      answeredAt.push(new URL(request.url).searchParams.get('at'))
      const body = {
        asOf: reproduced.asOf,
        reproduced,
        candidate: needsData,
        criteria: verdicts,
        otherCohorts: [],
        standingOverrides: [],
        overrideHistory: [],
      }
      return HttpResponse.json<Schemas['TrialVerdict']>(body)
    }),
    http.post('*/api/changes/seen', async ({ request }) => {
      marked.push(((await request.json()) as Schemas['SeenChanges']).changeIds)
      return new HttpResponse(null, { status: 204 })
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = () => renderRoute(patientRecordRoute, { at: `/patients/${id('01')}` })
const card = async (name: string) => within(await screen.findByRole('article', { name }))

describe('what has changed since the reader last looked', () => {
  it('stands on the card with the reason, and on no other card', async () => {
    const { container } = open()
    const proton = await card('Proton trial')
    expect(proton.getByText('Changed since you last looked')).toBeVisible()
    expect(proton.getByText(/Now may fit, 14-Nov-2026 18:00/)).toBeVisible()
    expect(proton.getByText(/Platelets 120/)).toBeVisible()
    expect((await card('Brachyury trial')).queryByText('Changed since you last looked')).toBeNull()
    await expectAccessible(container)
  })

  it('names a trial that is not listed any more', async () => {
    open()
    const closed = await card('Closed glioma trial')
    expect(closed.getByText('The trial is no longer open here')).toBeVisible()
    expect(closed.queryByRole('button', { name: /Refer/ })).toBeNull()
  })

  it('is noted as seen once it has been shown, and stays on the page', async () => {
    open()
    const proton = await card('Proton trial')
    await waitFor(() => expect(marked).toEqual([[id('c1'), id('c2'), id('c3')]]))
    expect(proton.getByText('Changed since you last looked')).toBeVisible()
  })
})

describe('the history of one trial', () => {
  it('says of a verdict to be looked at again that the outcome is still the same', async () => {
    const [trial] = changes.items
    const [first] = trial?.changes ?? []
    if (trial === undefined || first === undefined) throw new Error('There is no change to begin with.')
    const again = 'Set to “met” by Dr A Example, to be looked at again: Fit for either treatment'
    const lapsed = { ...first, from: 'needsData', to: 'needsData', kind: 'toLookAgain', because: [again] } as const
    server.use(
      http.get('*/api/patients/:patientId/changes', () =>
        HttpResponse.json<Schemas['PatientChanges']>({
          items: [{ ...trial, changes: [{ ...lapsed, because: [again] }] }],
        }),
      ),
    )
    open()
    const proton = await card('Proton trial')
    await userEvent.click(proton.getByRole('button', { name: 'History: Proton trial' }))
    expect(await proton.findByText(/still Needs data/)).toBeVisible()
    expect(proton.getByText(again)).toBeVisible()
  })

  it('opens by keyboard with what was, what came after, why, and the way to the answer of then', async () => {
    open()
    const proton = await card('Proton trial')
    proton.getByRole('button', { name: 'History: Proton trial' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(await proton.findByText(/Not yet, then No criteria failed on the data held/)).toBeVisible()
    const way = proton.getByRole('link', { name: /The answer as it was on 14-Nov-2026 18:00/ })
    expect(way).toHaveAttribute('href', `/patients/${id('01')}/trials/${fits.trialId}?at=2026-11-14T18%3A00%3A00.000Z`)
  })

  it('says that nothing has changed where nothing has', async () => {
    open()
    const brachyury = await card('Brachyury trial')
    await userEvent.click(brachyury.getByRole('button', { name: /^History/ }))
    expect(await brachyury.findByText(/has not changed since/)).toBeVisible()
  })

  it('shows a failure on the card and tries again', async () => {
    const broken = refuseWith(500, 'Something went wrong', 'Not your fault.')
    server.use(http.get('*/api/patients/:patientId/changes', broken, { once: true }))
    open()
    const proton = await card('Proton trial')
    await userEvent.click(proton.getByRole('button', { name: /^History/ }))
    await userEvent.click(await proton.findByRole('button', { name: 'Try again' }))
    expect(await proton.findByText(/Not yet, then/)).toBeVisible()
  })
})

describe('a past answer', () => {
  const openPast = () =>
    renderRoute(patientRecordRoute, { at: `/patients/${id('01')}/trials/${fits.trialId}?at=${at}` })

  it('says whose it is, of when it is, and what was shown then', async () => {
    const { container } = openPast()
    expect(await screen.findByRole('heading', { name: /the answer of 14-Nov-2026 18:00, not of today/ })).toBeVisible()
    expect(within(screen.getByRole('region', { name: 'Patient' })).getByText('SMITH, Jane (Ms)')).toBeVisible()
    expect(screen.getByText('The same answer was shown then.')).toBeVisible()
    expect(screen.getByText(/with version 2 of the trial/)).toBeVisible()
    expect(screen.getByText('ECOG 0 or 1')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Refer/ })).toBeNull()
    expect(answeredAt).toEqual([at])
    await expectAccessible(container)
  })

  it('says why there is none', async () => {
    const none = refuseWith(400, 'There is no answer of that instant', 'The instant asked for is in the future.')
    server.use(http.get('*/api/patients/:patientId/trials/:trialId', none))
    openPast()
    expect(await screen.findByRole('alert')).toHaveTextContent('is in the future')
  })
})
