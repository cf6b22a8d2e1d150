import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { delegationLogRoute, delegationLogsRoute } from './route.ts'

type Schemas = components['schemas']

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const trialId = id('71')
const trial = {
  trialId,
  registryId: 'DEMO-MCC-14',
  title: 'A trial of a rare cancer',
  recruitmentStatus: 'open',
} as const
const organisation = { organisationId: id('a1'), code: 'ZZ101', name: 'Northmoor Demonstration Hospital' }
const hale = { accountId: id('01'), name: 'Dr Robin Hale', role: 'investigator' } as const
const moss = { accountId: id('02'), name: 'Alex Moss', role: 'site-nurse' } as const

function line(last: string, changes: Partial<Schemas['DelegationEntry']>): Schemas['DelegationEntry'] {
  return {
    ...{ entryId: id(last), ...hale, duty: 'principalInvestigator', startsOn: '2026-01-05', endsOn: null },
    ...{
      state: 'current',
      enteredBy: 'Beatrix Loveday',
      enteredAt: '2026-01-05T09:00:00Z',
      ending: null,
      mayEnd: true,
    },
    ...changes,
  }
}

let log: Schemas['DelegationLog']
let sent: unknown
const conflict: Schemas['Problem'] = {
  ...{ type: 'urn:problem:conflict', title: 'It has ended already', status: 409 },
  ...{ detail: 'The line has run out, or somebody has ended it.', remedy: 'Load the log again.' },
}

const server = setupServer(
  http.get('*/api/delegation-logs', () =>
    HttpResponse.json<Schemas['DelegationLogList']>({
      organisation,
      items: [
        { trial, principalInvestigators: [], people: 0, waiting: 2 },
        {
          trial: { ...trial, trialId: id('72'), title: 'Another trial' },
          principalInvestigators: ['Dr Robin Hale'],
          people: 2,
          waiting: 0,
        },
      ],
    }),
  ),
  http.get('*/api/trials/:trialId/delegation-log', () => HttpResponse.json<Schemas['DelegationLog']>(log)),
  http.post<never, Schemas['NewDelegation']>('*/api/trials/:trialId/delegation-log', async ({ request }) => {
    const body = await request.json()
    sent = body
    log = { ...log, waiting: 0, items: [line('e9', { ...moss, ...body }), ...log.items] }
    return HttpResponse.json<Schemas['DelegationLog']>(log, { status: 201 })
  }),
  http.post<{ entryId: string }, Schemas['DelegationEnding']>(
    '*/api/trials/:trialId/delegation-log/:entryId/end',
    async ({ params, request }) => {
      const { reason } = await request.json()
      const ending = { endedOn: '2026-11-18', by: 'Dr Alex Moor', reason }
      const items = log.items.map((each) =>
        each.entryId === params.entryId ? { ...each, state: 'past' as const, mayEnd: false, ending } : each,
      )
      log = { ...log, items }
      return HttpResponse.json<Schemas['DelegationLog']>(log)
    },
  ),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  sent = null
  log = {
    ...{ trial, organisation, waiting: 0 },
    items: [
      line('e1', {}),
      line('e2', { ...moss, duty: 'coordination', startsOn: '2026-12-01', endsOn: '2027-01-31', state: 'planned' }),
      line('e3', {
        ...moss,
        ...{ duty: 'consent', state: 'past', mayEnd: false, endsOn: null },
        ending: { endedOn: '2026-03-01', by: 'Dr Robin Hale', reason: 'Went on leave' },
      }),
    ],
    candidates: [
      { ...moss, duties: ['preScreening', 'consent', 'coordination'] },
      { ...hale, duties: ['principalInvestigator', 'subInvestigator', 'preScreening', 'consent', 'coordination'] },
    ],
  }
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = () => renderRoute(delegationLogRoute, { at: `/trials/${trialId}/delegation-log` })
const section = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the delegation log of a trial', () => {
  it('tells who may do what, from when to when, who entered it, and what was before', async () => {
    const { container } = open()
    const now = await section('On the log')
    const [, leader, planned] = now.getAllByRole('row')
    expect(leader).toHaveTextContent(/Dr Robin Hale.*Principal investigator.*05-Jan-2026.*No last day.*Beatrix Loveday/)
    expect(planned).toHaveTextContent(/Alex Moss.*Site coordination.*01-Dec-2026.*Not yet.*31-Jan-2027/)
    const before = await section('Before')
    expect(before.getAllByRole('row')[1]).toHaveTextContent(/Taking consent.*Went on leave.*Dr Robin Hale, 01-Mar-2026/)
    await expectAccessible(container)
  })

  it('puts somebody on it: duties that go with the role, a first day, and a last one if there is one', async () => {
    const user = userEvent.setup()
    open()
    const form = await section('Put somebody on the log')
    await user.click(form.getByRole('button', { name: 'Put on the log' }))
    expect(await form.findByRole('alert')).toHaveTextContent(/Choose a person.*Choose what the person is to do/)
    await user.selectOptions(form.getByLabelText('Person'), moss.accountId)
    expect(form.queryByRole('radio', { name: 'Principal investigator' })).toBeNull()
    await user.click(form.getByRole('radio', { name: 'Taking consent' }))
    await user.type(form.getByLabelText(/Last day/), '31 Foo 2027')
    await user.click(form.getByRole('button', { name: 'Put on the log' }))
    expect(await form.findByRole('alert')).toHaveTextContent('"31 Foo 2027" is not a date')
    expect(form.getByLabelText(/Last day/)).toHaveValue('31 Foo 2027')
    expect(form.getByRole('radio', { name: 'Taking consent' })).toBeChecked()
    await user.clear(form.getByLabelText(/Last day/))
    await user.type(form.getByLabelText(/Last day/), '31 January 2027')
    await user.click(form.getByRole('button', { name: 'Put on the log' }))
    const done = await screen.findByText('Alex Moss is on the log: Taking consent.')
    expect(sent).toEqual({ accountId: moss.accountId, duty: 'consent', startsOn: '2026-11-18', endsOn: '2027-01-31' })
    expect(done).toBeVisible()
    await waitFor(() => expect(screen.getByRole('heading', { name: 'On the log' })).toHaveFocus())
  })

  it('says that a colleague has just entered the same, and keeps what was typed', async () => {
    const message = 'This person has "Taking consent" on this log already, from 18-Nov-2026 without a last day.'
    server.use(
      http.post('*/api/trials/:trialId/delegation-log', () =>
        HttpResponse.json<Schemas['Problem']>(
          {
            ...{ type: 'urn:problem:already-exists', title: 'It is on the log already', status: 409, detail: message },
            ...{ remedy: 'End the line that there is first.', errors: [{ pointer: '/duty', message }] },
          },
          { status: 409 },
        ),
      ),
    )
    const user = userEvent.setup()
    open()
    const form = await section('Put somebody on the log')
    await user.selectOptions(form.getByLabelText('Person'), moss.accountId)
    await user.click(form.getByRole('radio', { name: 'Taking consent' }))
    await user.type(form.getByLabelText(/Last day/), '31 January 2027')
    await user.click(form.getByRole('button', { name: 'Put on the log' }))
    const refusal = await form.findByRole('alert')
    expect(refusal).toHaveTextContent(/It is on the log already.*from 18-Nov-2026.*End the line that there is first/)
    expect(form.getByLabelText('Person')).toHaveValue(moss.accountId)
    expect(form.getByRole('radio', { name: 'Taking consent' })).toBeChecked()
    expect(form.getByLabelText(/Last day/)).toHaveValue('31 January 2027')
  })

  it('folds the form and the lines before where every row is a card, and tells of them', async () => {
    const user = userEvent.setup()
    open()
    const form = await section('Put somebody on the log')
    const toggle = form.getByRole('button', { name: 'Form for a new line' })
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await user.click(toggle)
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect((await section('Before')).getByRole('button', { name: 'Lines that have ended (1)' })).toBeVisible()
  })

  it('ends a line with a reason, and leaves it to be read', async () => {
    const user = userEvent.setup()
    open()
    await user.click(await screen.findByRole('button', { name: 'End: Dr Robin Hale, Principal investigator' }))
    const form = within(screen.getByRole('form', { name: 'End: Dr Robin Hale, Principal investigator' }))
    await user.type(form.getByLabelText('Why it ends'), 'Left')
    await user.click(form.getByRole('button', { name: 'End it' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Say in at least 10 characters why it ends')
    expect(form.getByLabelText('Why it ends')).toHaveValue('Left')
    await user.type(form.getByLabelText('Why it ends'), ' for another hospital')
    await user.click(form.getByRole('button', { name: 'End it' }))
    await screen.findByText('Ended: Dr Robin Hale, Principal investigator.')
    expect((await section('Before')).getAllByRole('row')[1]).toHaveTextContent('Left for another hospital')
  })

  it('says that a colleague has ended the line, and keeps the reason that was typed', async () => {
    server.use(
      http.post('*/api/trials/:trialId/delegation-log/:entryId/end', () =>
        HttpResponse.json<Schemas['Problem']>(conflict, { status: 409 }),
      ),
    )
    const user = userEvent.setup()
    open()
    await user.click(await screen.findByRole('button', { name: 'End: Alex Moss, Site coordination' }))
    await user.type(screen.getByLabelText('Why it ends'), 'Went back to the ward')
    await user.click(screen.getByRole('button', { name: 'End it' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('It has ended already')
    expect(screen.getByLabelText('Why it ends')).toHaveValue('Went back to the ward')
  })

  it('of which nobody is says what waits and whom to ask', async () => {
    log = { ...log, items: [], candidates: [], waiting: 2 }
    open()
    expect(await screen.findByText(/2 referrals wait that nobody at your site can see/)).toBeVisible()
    expect(screen.getByText('Nobody is on this log')).toBeVisible()
    expect(screen.getByText(/Ask an administrator of your organisation/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Put on the log' })).toBeNull()
  })
})

it('the list of logs shows for which trials nobody leads and what waits', async () => {
  const { container } = renderRoute(delegationLogsRoute, { at: '/administration/delegation' })
  const [, first, second] = await screen.findAllByRole('row')
  expect(first).toHaveTextContent(/A trial of a rare cancer.*Nobody.*0.*2/)
  expect(second).toHaveTextContent(/Another trial.*Dr Robin Hale.*2.*0/)
  expect(screen.getByRole('link', { name: 'A trial of a rare cancer' })).toHaveAttribute(
    'href',
    `/trials/${trialId}/delegation-log`,
  )
  await expectAccessible(container)
})
