import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { patientRecordRoute } from './route.ts'
import { fits, id, jane, needsData } from './sample-record.ts'

type Schemas = components['schemas']

const settling = (
  key: string,
  label: string,
  parts: Partial<Schemas['SettlingItem']> = {},
): Schemas['SettlingItem'] => ({
  key,
  label,
  hint: null,
  replaces: null,
  opposing: [],
  settlesAlone: [],
  contributesTo: [id('21')],
  decidesDateOf: [],
  countsAsAbsent: [],
  countsAsGoingOn: [],
  ...parts,
})

const platelets = settling('lab:platelets', 'Platelets', {
  hint: 'Platelets 82 ×10⁹/L on 30-Aug-2026 (Laboratory system) is 80 days old; usual limit: 28 days',
  settlesAlone: [id('21')],
  contributesTo: [id('21'), id('22')],
})
const history = settling('assertion:treatment-history-complete', 'Confirm: treatment history complete')

let items: Schemas['SettlingItem'][]
let sent: { body: unknown; key: string | null }[]

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  items = [platelets, settling('ps:ECOG', 'ECOG performance status'), history, settling('sex', 'Sex')]
  sent = []
  server.use(
    http.get('*/api/patients/:patientId', () => HttpResponse.json<Schemas['Patient']>(jane)),
    http.get('*/api/patients/:patientId/candidates', () =>
      HttpResponse.json<Schemas['CandidateList']>({
        asOf: '2026-11-18',
        orderingRule: 'Open at your own hospital first.',
        travelLimit: null,
        candidates: [needsData, fits],
        baskets: [],
        notMatched: [],
        unmappedTrials: 0,
        noLongerOffered: [],
        settling: items,
      }),
    ),
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('idempotency-key') })
      items = items.filter(({ key }) => key !== 'lab:platelets')
      const change = {
        trialId: id('21'),
        registryId: 'DEMO-PEN-01',
        title: 'x',
        from: 'needsData',
        to: 'noFailuresFound',
      }
      return HttpResponse.json({ itemId: id('77'), changes: [change], opposing: [] }, { status: 201 })
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = () => renderRoute(patientRecordRoute, { at: `/patients/${id('01')}` })
const panel = async () => within(await screen.findByRole('region', { name: 'What would settle it' }))
const fillIn = async (label: string) =>
  userEvent.click((await panel()).getByRole('button', { name: `Fill in ${label}` }))

describe('what would settle it', () => {
  it('lists first what settles a trial alone, with how far each helps and the value that is too old', async () => {
    const { container } = open()
    const lines = (await panel()).getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines[0]).toMatch(/^Platelets.*80 days old; usual limit: 28 days.*Settles 1 trial alone, contributes to 2/)
    expect(lines[1]).toMatch(/^ECOG performance status.*Contributes to 1 trial$/)
    expect(lines[3]).toMatch(/Sex is part of the patient’s identity/)
    expect((await panel()).queryByRole('button', { name: 'Fill in Sex' })).toBeNull()
    await expectAccessible(container)
  })

  it('shows the first four that settle a trial alone, and all on request', async () => {
    const alone = { settlesAlone: [id('21')] }
    items = Array.from({ length: 8 }, (_, index) => settling(`condition:${index}`, `Item ${index}`, alone))
    open()
    expect((await panel()).getAllByRole('listitem')).toHaveLength(4)
    await userEvent.click((await panel()).getByRole('button', { name: 'Show all 8 ways' }))
    expect((await panel()).getAllByRole('listitem')).toHaveLength(8)
  })

  it('is not there for a patient of whom nothing is left to be found out', async () => {
    items = []
    open()
    await screen.findByRole('heading', { name: 'Candidate trials' })
    expect(screen.queryByRole('heading', { name: 'What would settle it' })).toBeNull()
  })
})

describe('filling in', () => {
  it('by keyboard alone: the value, its unit, today, and the trials that changed are announced', async () => {
    const { container } = open()
    const button = (await panel()).getByRole('button', { name: 'Fill in Platelets' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveFocus()
    await expectAccessible(container)
    await userEvent.keyboard('230')
    expect(screen.getByRole('combobox', { name: 'Unit' })).toHaveDisplayValue('×10⁹/L')
    expect(screen.getByRole('textbox', { name: 'Date of the sample' })).toHaveValue('')
    await userEvent.click(screen.getByRole('button', { name: 'Today' }))
    expect(screen.getByRole('textbox', { name: 'Date of the sample' })).toHaveValue('18 November 2026')
    await userEvent.click(screen.getByRole('textbox', { name: 'Source' }))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'What would settle it' })).toHaveFocus())
    expect((await panel()).getByRole('status').textContent).toBe(
      'Recorded: Platelets. 1 trial changed: DEMO-PEN-01 is now: no criteria failed on the data held.',
    )
    expect((await panel()).queryByText('Platelets')).toBeNull()
    expect(screen.queryByRole('textbox', { name: 'Value' })).toBeNull()
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: {
          kind: 'observation',
          observationKind: 'lab',
          code: 'platelets',
          value: 230,
          unit: '10*9/L',
          lowerLimit: null,
          upperLimit: null,
          observedOn: '2026-11-18',
          detail: {},
          source: 'Laboratory system',
        },
      },
    ])
  })

  it('says what is missing or cannot be read, and keeps what was typed', async () => {
    open()
    await fillIn('Platelets')
    await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), '2,1')
    await userEvent.type(screen.getByRole('textbox', { name: 'Date of the sample' }), '31/2/2026')
    await userEvent.clear(screen.getByRole('textbox', { name: 'Source' }))
    await userEvent.click(screen.getByRole('button', { name: 'Record' }))
    const summary = within(await screen.findByRole('alert', { name: 'There is a problem' }))
    expect(summary.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '"2,1" is not a number: write figures only, such as 2.1',
      '"31/2/2026" is not a date: write day, month and year',
      'Say where the value comes from',
    ])
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveValue('2,1')
    expect(screen.getByRole('textbox', { name: 'Value' })).toBeInvalid()
    await userEvent.click(summary.getByRole('link', { name: /is not a date/ }))
    expect(screen.getByRole('textbox', { name: 'Date of the sample' })).toHaveFocus()
    expect(sent).toEqual([])
  })

  it('that the service refuses says why at the field, keeps the typing, and succeeds once corrected', async () => {
    const problem: Schemas['Problem'] = {
      type: 'urn:problem:item-refused',
      title: 'This value cannot be recorded as it is',
      status: 400,
      detail: 'x',
      remedy: 'Correct what is listed and record it again. Nothing was changed.',
      errors: [{ pointer: '/value', message: '23000 ×10⁹/L cannot be right: plausible is 0 to 2000' }],
    }
    server.use(
      http.post('*/api/patients/:patientId/items', () => HttpResponse.json(problem, { status: 400 }), { once: true }),
    )
    const { container } = open()
    await fillIn('Platelets')
    const value = screen.getByRole('textbox', { name: 'Value' })
    await userEvent.type(value, '23000')
    await userEvent.click(screen.getByRole('button', { name: 'Today' }))
    await userEvent.click(screen.getByRole('button', { name: 'Record' }))
    expect(await screen.findByRole('alert', { name: problem.title })).toHaveFocus()
    expect(value).toHaveAccessibleDescription(/cannot be right: plausible is 0 to 2000/)
    expect(value).toHaveValue('23000')
    await expectAccessible(container)
    await userEvent.clear(value)
    await userEvent.type(value, '230')
    await userEvent.click(screen.getByRole('button', { name: 'Record' }))
    expect(await screen.findByText(/^Recorded: Platelets\./)).toBeVisible()
    expect(sent).toHaveLength(1)
  })

  it('that does not reach the service says so and keeps the form', async () => {
    server.use(http.post('*/api/patients/:patientId/items', () => HttpResponse.error()))
    open()
    await fillIn('ECOG performance status')
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Performance status' }),
      '1: able to do light work',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Today' }))
    await userEvent.click(screen.getByRole('button', { name: 'Record' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    expect(screen.getByRole('combobox', { name: 'Performance status' })).toHaveDisplayValue('1: able to do light work')
  })

  it('says before a confirmation all that it claims not to be there, and of a value nothing', async () => {
    const claims = ['No platinum', 'No immunotherapy within 28 days']
    items = [platelets, { ...history, countsAsAbsent: claims }]
    const { container } = open()
    await fillIn('Confirm: treatment history complete')
    const explained = screen.getByText(/^Confirming says that these are absent, not only not recorded/)
    const list = within(explained.parentElement ?? container)
    expect(list.getByRole('button', { name: 'If anything is otherwise, record it instead' })).toBeVisible()
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(claims)
    const button = screen.getByRole('button', { name: 'Confirm treatment history complete' })
    expect(explained.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await expectAccessible(container)
    await fillIn('Platelets')
    expect(screen.queryByText(/these are absent/)).toBeNull()
  })

  it('says before a confirmation what it claims to go on still', async () => {
    const medicines = settling('assertion:medicines-reviewed', 'Confirm: medicines reviewed')
    const claim = 'Systemic corticosteroid: active on 03-Jan-2024'
    items = [{ ...medicines, countsAsGoingOn: [claim] }]
    const { container } = open()
    await fillIn('Confirm: medicines reviewed')
    const explained = screen.getByText('Confirming says that these still go on as recorded:')
    const list = within(explained.parentElement ?? container)
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([claim])
    expect(screen.queryByText(/these are absent/)).toBeNull()
  })

  it('confirms a whole category with a date and one button', async () => {
    open()
    await fillIn('Confirm: treatment history complete')
    await userEvent.click(screen.getByRole('button', { name: 'Today' }))
    await userEvent.click(screen.getByRole('button', { name: 'Confirm treatment history complete' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({
      kind: 'assertion',
      category: 'treatment-history-complete',
      assertedOn: '2026-11-18',
      source: 'Nursing assessment',
    })
  })

  it('is closed again by its own button', async () => {
    open()
    await fillIn('Platelets')
    await userEvent.click((await panel()).getByRole('button', { name: 'Close Platelets' }))
    expect(screen.queryByRole('textbox', { name: 'Value' })).toBeNull()
    expect((await panel()).getByRole('button', { name: 'Fill in Platelets' })).toHaveFocus()
  })
})
