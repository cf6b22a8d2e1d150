import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { id } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()

const settling = (key: string, label: string, trials: readonly string[]): Schemas['SettlingItem'] => ({
  ...{
    key,
    label,
    hint: null,
    replaces: null,
    opposing: [],
    settlesAlone: [],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
  },
  contributesTo: trials.map(id),
})
const items = [
  settling('ps:ECOG', 'ECOG performance status', ['21']),
  settling('lab:anc', 'ANC', ['21']),
  settling('lab:alt', 'ALT', ['21', '22']),
  settling('lab:urine-protein-dip', 'Urine protein (dipstick)', ['22']),
  settling('sex', 'Sex', ['22']),
  settling('lab:platelets', 'Platelets', ['23']),
]

let sent: { body: unknown; key: string | null }[]
let answer: () => Response

beforeEach(() => {
  sent = []
  shown.list = { ...shown.list, settling: items }
  answer = () => HttpResponse.json({ itemIds: [id('71'), id('72')], changes: [], opposing: [] }, { status: 201 })
  server.use(
    http.post('*/api/patients/:patientId/item-sets', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('idempotency-key') })
      return answer()
    }),
  )
})

const panel = async () => within(await screen.findByRole('region', { name: 'What would settle it' }))
const fillIn = async () =>
  userEvent.click((await panel()).getByRole('button', { name: 'Fill in Results of one blood sample' }))
const form = () => within(screen.getByRole('form', { name: 'Results of one blood sample' }))
const field = (name: string) => form().getByRole('textbox', { name })
const type = (name: string, text: string) => userEvent.type(field(name), text)
/** The limit of a result is folded until somebody wants it. */
const openLimit = async (result: string) => {
  const summary = form().getByText(
    (_, node) => node?.tagName === 'SUMMARY' && node.textContent === `Limit of normal of ${result}`,
  )
  await userEvent.click(summary)
}
const submit = () => userEvent.click(form().getByRole('button', { name: 'Record the results' }))

describe('the results of one blood sample', () => {
  it('stand in one line, and none of them is listed a second time', async () => {
    const { container } = open()
    const lines = (await panel()).getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines[0]).toMatch(/^Results of one blood sample.*ANC, ALT, Platelets3 results, contribute to 3 trials$/)
    expect(lines.filter((line) => /ANC|ALT|Platelets/.test(line))).toHaveLength(1)
    await expectAccessible(container)
  })

  it('stand first where one of them settles a trial alone, and say which', async () => {
    const settlesAlone = [id('21')]
    shown.list = {
      ...shown.list,
      settling: items.map((item, index) => (index === 1 ? { ...item, settlesAlone } : item)),
    }
    open()
    const [first] = (await panel()).getAllByRole('listitem')
    expect(first?.textContent).toMatch(/3 results\. Settles 1 trial alone \(ANC\), contributes to 3$/)
  })

  it('say in the form what is recorded and too old, above its field', async () => {
    const hint = 'ALT 31 U/L on 30-Aug-2026 (Laboratory system) is 80 days old; usual limit: 28 days'
    shown.list = { ...shown.list, settling: items.map((item) => (item.key === 'lab:alt' ? { ...item, hint } : item)) }
    open()
    await fillIn()
    expect(form().getByText(hint).compareDocumentPosition(field('ALT (U/L)'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('can be filled in singly', async () => {
    open()
    await fillIn()
    await userEvent.keyboard('12 November 2026')
    await type('Platelets', '230')
    await submit()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ items: [{ code: 'platelets', value: 230 }] })
  })

  it('are not offered for one result alone', async () => {
    shown.list = { ...shown.list, settling: items.slice(0, 2) }
    open()
    await panel()
    expect(screen.queryByText('Results of one blood sample')).toBeNull()
  })

  it('are sent together with one day and one source, without those left empty', async () => {
    const { container } = open()
    await fillIn()
    expect(field('Date of the sample')).toHaveFocus()
    await expectAccessible(container)
    await userEvent.keyboard('12 November 2026')
    await type('ANC', '3.1')
    await type('ALT (U/L)', '<5')
    await openLimit('ALT')
    await type('Upper limit of ALT', '40')
    expect(form().getByRole('combobox', { name: 'Unit of ANC' })).toHaveDisplayValue('×10⁹/L')
    await submit()
    const common = {
      kind: 'observation',
      observationKind: 'lab',
      observedOn: '2026-11-12',
      source: 'Laboratory system',
    }
    await waitFor(() =>
      expect(sent).toEqual([
        {
          key: expect.stringMatching(/^[0-9a-f-]{36}$/),
          body: {
            items: [
              { ...common, code: 'anc', value: 3.1, unit: '10*9/L', lowerLimit: null, upperLimit: null, detail: {} },
              {
                ...{ ...common, code: 'alt', value: 5, unit: 'U/L', lowerLimit: null, upperLimit: 40 },
                detail: { bound: '<' },
              },
            ],
          },
        },
      ]),
    )
    const status = (await panel()).getByRole('status')
    await waitFor(() => expect(status).toHaveTextContent('Recorded: ANC, ALT. No trial changed its outcome or date.'))
    expect((await panel()).getByRole('heading', { name: 'What would settle it' })).toHaveFocus()
    expect(screen.queryByRole('form', { name: 'Results of one blood sample' })).toBeNull()
  })

  it('ask for the figures first: a limit is folded beside its result, and what it is for is said', async () => {
    open()
    await fillIn()
    expect(field('Upper limit of ALT')).not.toBeVisible()
    expect(
      form().getByText(/compares a result with its limit of normal stays undecided until that limit/),
    ).toBeVisible()
    // Rules compare counts of cells with figures of their own, so no limit is asked for beside these.
    expect(
      form()
        .getAllByText(/^Limit of normal/)
        .map(({ textContent }) => textContent),
    ).toEqual(['Limit of normal of ALT'])
    await openLimit('ALT')
    expect(field('Upper limit of ALT')).toBeVisible()
  })

  it('show a folded limit that cannot be read', async () => {
    const { container } = open()
    await fillIn()
    await type('Date of the sample', '12 November 2026')
    await type('ALT (U/L)', '50')
    await openLimit('ALT')
    await type('Upper limit of ALT', '4O')
    await openLimit('ALT')
    expect(field('Upper limit of ALT')).not.toBeVisible()
    await submit()
    const alert = within(await form().findByRole('alert'))
    await userEvent.click(alert.getByRole('link', { name: /^ALT: "4O" is not a number/ }))
    expect(field('Upper limit of ALT')).toHaveFocus()
    await expectAccessible(container)
  })

  it('are told what is wrong at its field before anything is sent, and the typing stays', async () => {
    const { container } = open()
    await fillIn()
    await submit()
    expect(await form().findByRole('alert')).toHaveTextContent('Enter at least one result')
    await type('ANC', '3,1')
    await openLimit('ALT')
    await type('Upper limit of ALT', '40')
    await submit()
    await waitFor(() => expect(form().getByRole('alert')).toHaveTextContent('ANC: "3,1" is not a number'))
    const faults = within(form().getByRole('alert'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(faults).toEqual([
      expect.stringMatching(/^ANC: "3,1" is not a number/),
      'Enter the date of the sample',
      'ALT: Enter the value (U/L)',
    ])
    expect(field('ANC')).toHaveAccessibleDescription(/is not a number/)
    expect(field('ANC')).toHaveValue('3,1')
    await expectAccessible(container)
    expect(sent).toEqual([])
  })

  it('are told what the server refuses, at the result that it is about', async () => {
    const errors = [
      { pointer: '/items/0/observedOn', message: '12-Nov-2026 is in the future' },
      { pointer: '/items/1/observedOn', message: '12-Nov-2026 is in the future' },
      { pointer: '/items/1/value', message: '9000000 is above what can be' },
    ]
    answer = () =>
      HttpResponse.json(
        {
          type: 'urn:problem:item-refused',
          title: 'These values cannot be recorded as they are',
          status: 400,
          detail: 'x',
          remedy: 'Nothing was changed.',
          errors,
        },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      )
    open()
    await fillIn()
    await type('Date of the sample', '12 November 2026')
    await type('ANC', '3.1')
    await type('Platelets', '9000000')
    await submit()
    const alert = within(await form().findByRole('alert'))
    expect(alert.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      '12-Nov-2026 is in the future',
      'Platelets: 9000000 is above what can be',
    ])
    await userEvent.click(alert.getByRole('link', { name: /^Platelets/ }))
    expect(field('Platelets')).toHaveFocus()
    expect(field('ANC')).toHaveValue('3.1')
    // The same form, corrected, has the same name, so that what was perhaps recorded is not recorded twice.
    answer = () => HttpResponse.json({ itemIds: [id('71')], changes: [], opposing: [] }, { status: 201 })
    await submit()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.key).toBe(sent[1]?.key)
  })
})
