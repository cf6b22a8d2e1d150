import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { alreadyReviewed } from '#domain/access/care-team-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { emergencyAccessesRoute } from './route.ts'

type Access = components['schemas']['EmergencyAccess']
type Problem = components['schemas']['Problem']
type Review = components['schemas']['EmergencyAccessReview']

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const waiting: Access = {
  accessId: id('21'),
  patient: {
    patientId: id('11'),
    name: { familyName: 'Smith', givenName: 'Jane', title: 'Ms' },
    bornOn: '1962-03-05',
    nhsNumber: '9990000018',
    organisation: { organisationId: id('a1'), code: 'ZZ101', name: 'Northmoor Demonstration Hospital' },
  },
  name: 'Robin Vale',
  role: 'nurse',
  beganAt: '2026-11-18T09:00:00.000Z',
  endsAt: '2026-11-18T21:00:00.000Z',
  reasonCode: 'coveringTeam',
  reason: 'On call tonight for the other team',
  review: null,
}
const found = {
  outcome: 'justified',
  note: 'The rota says so.',
  by: 'Cyrus Dale',
  at: '2026-11-18T10:00:00.000Z',
} as const
const reviewed: Access = { ...waiting, accessId: id('22'), name: 'Dr Ada Stone', role: 'oncologist', review: found }
let accesses: Access[]

const server = setupServer(
  http.get('*/api/emergency-accesses', ({ request }) => {
    const isAll = new URL(request.url).searchParams.get('reviewed') === 'all'
    return HttpResponse.json({ items: accesses.filter(({ review }) => isAll || review === null), next: null })
  }),
  http.post<{ accessId: string }, Review>('*/api/emergency-accesses/:accessId/review', async ({ params, request }) => {
    const review = { ...(await request.json()), by: 'Sam Field', at: '2026-11-18T11:00:00.000Z' }
    accesses = accesses.map((access) => (access.accessId === params.accessId ? { ...access, review } : access))
    return HttpResponse.json<Access>({ ...waiting, review })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  accesses = [waiting, reviewed]
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (search = '') => renderRoute(emergencyAccessesRoute, { at: `/access-log/emergency-accesses${search}` })
const startReview = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Review: Robin Vale, record of SMITH, Jane (Ms)' }))
const note = () => screen.getByRole('textbox', { name: 'What you found' })
const record = () => userEvent.click(screen.getByRole('button', { name: 'Record the review' }))

describe('openings of records', () => {
  it('to review say whose, who, in which role, from when to when and why, and lead to the access log', async () => {
    const { container } = open()
    const row = await screen.findByRole('row', { name: /SMITH, Jane/ })
    for (const text of ['Born 05-Mar-1962', '999 000 0018', 'Robin Vale', 'Specialist nurse', '18-Nov-2026 09:00'])
      expect(row).toHaveTextContent(text)
    expect(row).toHaveTextContent('Open until 18-Nov-2026 21:00')
    expect(row).toHaveTextContent('Covering for the patient’s team')
    expect(row).toHaveTextContent('On call tonight for the other team')
    expect(within(row).getByRole('link', { name: 'Who saw this patient: SMITH, Jane (Ms)' })).toHaveAttribute(
      'href',
      `/access-log?patient=${id('11')}`,
    )
    expect(screen.queryByText('Dr Ada Stone')).toBeNull()
    await expectAccessible(container)
  })

  it('are all shown on request, with what was said of each', async () => {
    open()
    await userEvent.click(await screen.findByRole('link', { name: 'All' }))
    const row = await screen.findByRole('row', { name: /Dr Ada Stone/ })
    expect(row).toHaveTextContent('JustifiedThe rota says so.Cyrus Dale, 18-Nov-2026 10:00')
    expect(screen.getByRole('link', { name: 'All' })).toHaveAttribute('aria-current', 'page')
  })

  it('are reviewed with an outcome and a note, and leave the list', async () => {
    const { container } = open()
    await startReview()
    expect(screen.getByRole('radio', { name: 'Justified' })).toHaveFocus()
    await expectAccessible(container)
    await userEvent.type(note(), 'No')
    await record()
    expect(await screen.findByRole('link', { name: 'Say whether it was justified' })).toBeVisible()
    expect(screen.getByRole('link', { name: /Say in at least 10 characters what you found/ })).toBeVisible()
    expect(note()).toHaveValue('No')
    await userEvent.click(screen.getByRole('radio', { name: 'Not justified' }))
    await userEvent.type(note(), 'body had asked for cover')
    await record()
    expect(await screen.findByText(/^Reviewed as not justified: Robin Vale, record of SMITH, Jane/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Nothing waits for a review' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('that a colleague reviewed meanwhile say so and what was said, and keep what was typed', async () => {
    const { kind, ...text } = alreadyReviewed
    const problem = { type: `urn:problem:${kind}`, ...text, errors: [] }
    open()
    await startReview()
    server.use(
      http.post('*/api/emergency-accesses/:accessId/review', () => {
        accesses = [{ ...waiting, review: found }]
        return HttpResponse.json<Problem>(problem, { status: 409 })
      }),
    )
    await userEvent.click(screen.getByRole('radio', { name: 'Not justified' }))
    await userEvent.type(note(), 'Nobody had asked for cover')
    await record()
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody has reviewed this access')
    expect(screen.getByRole('heading', { name: /Reviewed as justified/ })).toBeVisible()
    expect(screen.getByText('Cyrus Dale, 18-Nov-2026 10:00: The rota says so.')).toBeVisible()
    expect(note()).toHaveValue('Nobody had asked for cover')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(await screen.findByRole('heading', { name: 'Nothing waits for a review' })).toBeVisible()
  })
})
