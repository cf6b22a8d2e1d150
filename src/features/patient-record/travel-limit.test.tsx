import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { orderingRule } from '#domain/eligibility/ordering-rule.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { fits, id, needsData } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open, card } = servePatientRecord()

const fifty: Schemas['TravelLimit'] = {
  itemId: id('51'),
  reach: 'upTo',
  miles: 50,
  on: '2026-08-03',
  source: 'Clinic letter',
  recordedBy: 'Dr Alex Moor',
}
const placed = (candidate: Schemas['Candidate'], text: string): Schemas['Candidate'] => ({
  ...candidate,
  outcome: 'needsData',
  because: [{ step: 'travel', text }],
})
const far = placed(fits, '90 miles away, beyond the travel limit')
const near = placed(needsData, '8 miles away, within the travel limit')
let sent: { body: unknown; key: string | null }[]

const listWith = (travelLimit: Schemas['TravelLimit'] | null, candidates: Schemas['Candidate'][]) => ({
  ...shown.list,
  orderingRule: orderingRule(travelLimit),
  travelLimit,
  candidates,
})

beforeEach(() => {
  sent = []
  shown.list = listWith(null, [far, near])
  server.use(
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('idempotency-key') })
      shown.list = listWith(fifty, [near, far])
      return HttpResponse.json({ itemId: fifty.itemId, changes: [], opposing: [] }, { status: 201 })
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name: `${name}: how far the patient would travel` })
const form = () => within(screen.getByRole('form', { name: 'How far the patient would travel' }))
const titles = () =>
  screen.getAllByRole('article').flatMap((article) => within(article).getAllByRole('heading')[0]?.textContent ?? [])

describe('how far the patient would travel', () => {
  it('is named as not recorded, by the line and by the rule', async () => {
    open()
    const line = (await button('Record it')).closest('p')
    expect(line?.textContent).toMatch(/^How far the patient would travel is not recorded/)
    expect(
      screen.getByText(/^.*Distance does not count, because how far the patient would travel is not recorded\./),
    ).toBeVisible()
  })

  it.each<[string, Partial<Schemas['TravelLimit']>]>([
    ['Would travel: up to 50 miles', {}],
    ['Would travel: up to 1 mile', { miles: 1 }],
    ['Would travel: any distance', { reach: 'anyDistance', miles: null }],
    ['How far the patient would travel is not known', { reach: 'notKnown', miles: null }],
  ])('%s', async (words, parts) => {
    shown.list = listWith({ ...fifty, ...parts }, [near, far])
    open()
    const line = (await button('Change')).closest('p')
    expect(line?.textContent).toBe(`${words} · Change: how far the patient would travel`)
  })

  it('stands on each card as the reason of its place', async () => {
    shown.list = listWith(fifty, [near, far])
    const { container } = open()
    expect(
      (await card(near.title)).getByText(
        'Nearest open site: Near Hospital, Nearby, 8 miles from your hospital, within the travel limit',
      ),
    ).toBeVisible()
    expect(screen.getByText(/Distances count from your hospital, not from the patient’s home\.$/)).toBeVisible()
    expect(
      (await card(far.title)).getByText(/8 miles from your hospital\. 90 miles away, beyond the travel limit\.$/),
    ).toBeVisible()
    await expectAccessible(container)
  })
})

describe('recording it', () => {
  it('by keyboard alone: the trials stand in their new order, it is said, and the focus is back', async () => {
    const { container } = open()
    ;(await button('Record it')).focus()
    expect(titles().slice(0, 2)).toEqual([far.title, near.title])
    await userEvent.keyboard('{Enter}')
    expect(form().getByRole('radio', { name: 'Up to a number of miles' })).toHaveFocus()
    await expectAccessible(container)
    await userEvent.tab()
    expect(form().getByRole('textbox', { name: 'Miles' })).toHaveFocus()
    await userEvent.keyboard('50')
    await userEvent.tab()
    expect(form().getByRole('textbox', { name: 'Date of the answer' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(form().getByRole('textbox', { name: 'Date of the answer' })).toHaveValue('18 November 2026')
    await userEvent.tab()
    expect(form().getByRole('textbox', { name: 'Source' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await waitFor(async () => expect(await button('Change')).toHaveFocus())
    expect(titles().slice(0, 2)).toEqual([near.title, far.title])
    expect(screen.queryByRole('form', { name: 'How far the patient would travel' })).toBeNull()
    expect(screen.getByText(/^Recorded\. Would travel: up to 50 miles\./)).toBeVisible()
    expect(screen.getByText(/then trials open within 50 miles \(recorded on 03-Aug-2026\)/)).toBeVisible()
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: {
          kind: 'observation',
          observationKind: 'preference',
          code: 'travel-limit',
          value: 50,
          unit: '[mi_i]',
          lowerLimit: null,
          upperLimit: null,
          observedOn: '2026-11-18',
          source: 'Nursing assessment',
        },
      },
    ])
  })

  it('anew takes the place of what was recorded, in words as well as in miles', async () => {
    shown.list = listWith(fifty, [near, far])
    open()
    await userEvent.click(await button('Change'))
    expect(form().getByRole('textbox', { name: 'Miles' })).toHaveValue('50')
    await userEvent.click(form().getByRole('radio', { name: 'Any distance' }))
    expect(form().queryByRole('textbox', { name: 'Miles' })).toBeNull()
    await userEvent.type(form().getByRole('textbox', { name: 'Date of the answer' }), '17/11/2026')
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ value: 'any-distance', unit: null, replaces: fifty.itemId })
    await userEvent.click(await button('Change'))
    await userEvent.click(form().getByRole('radio', { name: 'Not known' }))
    await userEvent.click(form().getByRole('button', { name: 'Today' }))
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.body).toMatchObject({ value: 'not-known', unit: null })
  })

  it('says what is missing or cannot be read, and keeps what was typed', async () => {
    open()
    await userEvent.click(await button('Record it'))
    const miles = form().getByRole('textbox', { name: 'Miles' })
    await userEvent.clear(form().getByRole('textbox', { name: 'Source' }))
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    const faults = async () =>
      within(await screen.findByRole('alert', { name: 'There is a problem' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    expect(await faults()).toEqual([
      'Enter whole miles from 1 to 1000, such as 50',
      'Enter the date of the answer',
      'Say where the answer comes from',
    ])
    await userEvent.type(miles, '12.5')
    await userEvent.type(form().getByRole('textbox', { name: 'Date of the answer' }), '31/2/2026')
    await userEvent.type(form().getByRole('textbox', { name: 'Source' }), 'Letter')
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    await waitFor(async () =>
      expect(await faults()).toEqual([
        '"12.5" is not whole miles from 1 to 1000, such as 50',
        '"31/2/2026" is not a date: write day, month and year',
      ]),
    )
    expect(miles).toHaveValue('12.5')
    expect(miles).toBeInvalid()
    await userEvent.click(screen.getByRole('link', { name: /is not whole miles/ }))
    expect(miles).toHaveFocus()
    expect(sent).toEqual([])
  })

  it.each(['0', '1001'])('of %s miles is refused before it is sent, and of the ends it is not', async (typed) => {
    open()
    await userEvent.click(await button('Record it'))
    const miles = form().getByRole('textbox', { name: 'Miles' })
    await userEvent.type(miles, typed)
    await userEvent.click(form().getByRole('button', { name: 'Today' }))
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    await waitFor(() => expect(miles).toBeInvalid())
    await userEvent.clear(miles)
    await userEvent.type(miles, typed === '0' ? '1' : '1000')
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('over a colleague’s answer says so at the top, and keeps the form', async () => {
    const problem: Schemas['Problem'] = {
      type: 'urn:problem:item-refused',
      title: 'This value cannot be recorded as it is',
      status: 400,
      detail: 'x',
      remedy: 'Correct what is listed and record it again. Nothing was changed.',
      errors: [{ pointer: '/replaces', message: 'The row was corrected meanwhile: reload the page' }],
    }
    server.use(http.post('*/api/patients/:patientId/items', () => HttpResponse.json(problem, { status: 400 })))
    const { container } = open()
    await userEvent.click(await button('Record it'))
    await userEvent.type(form().getByRole('textbox', { name: 'Miles' }), '50')
    await userEvent.click(form().getByRole('button', { name: 'Today' }))
    await userEvent.click(form().getByRole('button', { name: 'Record' }))
    expect(await screen.findByRole('alert', { name: problem.title })).toHaveFocus()
    expect(screen.getByText('The row was corrected meanwhile: reload the page')).toBeVisible()
    expect(form().getByRole('textbox', { name: 'Miles' })).toHaveValue('50')
    await expectAccessible(container)
  })

  it('is given up by the button that opened it', async () => {
    open()
    await userEvent.click(await button('Record it'))
    await userEvent.click(await button('Close'))
    expect(screen.queryByRole('form', { name: 'How far the patient would travel' })).toBeNull()
    expect(await button('Record it')).toHaveFocus()
  })
})
