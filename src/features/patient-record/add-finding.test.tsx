import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { enteredPlatelets, item, platelets } from './sample-items.ts'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()

const warfarin = item(
  id('74'),
  { ...enteredPlatelets, observationKind: 'medication', code: 'vitamin-k-antagonist', value: 'active', unit: null },
  { section: 'other', label: 'Vitamin K antagonist', valueText: 'Active' },
)
const confirming = (category: string, countsAsAbsent: string[]): Schemas['SettlingItem'] => ({
  key: `assertion:${category}`,
  label: `Confirm: ${category.replaceAll('-', ' ')}`,
  hint: null,
  replaces: null,
  opposing: [],
  settlesAlone: [],
  contributesTo: [id('21')],
  decidesDateOf: [],
  countsAsAbsent,
  countsAsGoingOn: [],
})
let sent: unknown[]

beforeEach(() => {
  sent = []
  shown.patient = { ...jane, items: [platelets] }
  server.use(
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push(await request.json())
      shown.patient = { ...jane, items: [platelets, warfarin] }
      shown.list = {
        ...shown.list,
        settling: shown.list.settling.map((one) => ({ ...one, countsAsAbsent: [], countsAsGoingOn: [] })),
      }
      const change = { trialId: id('21'), registryId: 'DEMO-1', title: 'x', from: 'notYet', to: 'notMatched' }
      return HttpResponse.json({ itemId: id('74'), changes: [change], opposing: [] }, { status: 201 })
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name })
const added = () => within(screen.getByRole('region', { name: 'New finding' }))
const list = (name: RegExp) => added().getByRole('combobox', { name })
const form = (name: string) => within(added().getByRole('form', { name }))
const vitaminK = 'Vitamin K antagonist, such as warfarin'

describe('a finding that no trial asks for', () => {
  it('is recorded by keyboard alone, and the focus stays on each list until the person leaves it', async () => {
    const { container } = open()
    ;(await button('Add another finding')).focus()
    await userEvent.keyboard('{Enter}')
    expect(list(/^What sort of finding/)).toHaveFocus()
    await expectAccessible(container)
    await userEvent.selectOptions(list(/^What sort of finding/), 'Medicine')
    await userEvent.tab()
    expect(list(/^Which medicine/)).toHaveFocus()
    await userEvent.selectOptions(list(/^Which medicine/), vitaminK)
    expect(list(/^Which medicine/)).toHaveFocus()
    expect(
      added().getByText(
        /^Where it is given to treat, record “Anticoagulant at a therapeutic dose” with its name instead/,
      ),
    ).toBeVisible()
    await expectAccessible(container)
    await userEvent.tab()
    expect(form(vitaminK).getByRole('radio', { name: 'Absent' })).toHaveFocus()
    await userEvent.click(form(vitaminK).getByRole('radio', { name: 'Active' }))
    await userEvent.click(form(vitaminK).getByRole('button', { name: 'Today' }))
    await userEvent.keyboard('{Tab}{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Recorded values' })).toHaveFocus())
    expect(screen.getByText(`Recorded: ${vitaminK}. 1 trial changed: DEMO-1 is now: not matched.`)).toBeVisible()
    expect(screen.queryByRole('region', { name: 'New finding' })).toBeNull()
    expect(screen.getByRole('rowheader', { name: 'Vitamin K antagonist' })).toBeVisible()
    expect(sent).toEqual([
      {
        kind: 'observation',
        observationKind: 'medication',
        code: 'vitamin-k-antagonist',
        value: 'active',
        unit: null,
        lowerLimit: null,
        upperLimit: null,
        observedOn: '2026-11-18',
        detail: {},
        source: 'Clinic letter',
      },
    ])
  })

  it('that another record denies is told with that record, from where and by whom, and how to mend it', async () => {
    const absent = { ...warfarin, itemId: id('75'), valueText: 'Absent', source: 'Clinic letter' }
    const { entered: _, windowDays: __, before: ___, ...record } = absent
    const opposing: Schemas['OpposingRecord'][] = [
      { itemId: id('74'), how: 'saysOtherwise', record },
      { itemId: id('74'), how: 'cannotBeTrueBeside', record: { ...record, itemId: id('76'), label: 'Disease status' } },
    ]
    server.use(
      http.post('*/api/patients/:patientId/items', () =>
        HttpResponse.json<Schemas['RecordedChange']>({ itemId: id('74'), changes: [], opposing }, { status: 201 }),
      ),
    )
    const { container } = open()
    await userEvent.click(await button('Add another finding'))
    await userEvent.selectOptions(list(/^What sort of finding/), 'Medicine')
    await userEvent.selectOptions(list(/^Which medicine/), vitaminK)
    await userEvent.click(form(vitaminK).getByRole('radio', { name: 'Active' }))
    await userEvent.click(form(vitaminK).getByRole('button', { name: 'Today' }))
    await userEvent.click(form(vitaminK).getByRole('button', { name: 'Record' }))
    const notice = within(await screen.findByRole('region', { name: /otherwise$/ }))
    expect(notice.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Vitamin K antagonist: Absent on 12-Nov-2026 (Clinic letter, recorded by Dr Alex Moor) says otherwise.',
      'Disease status: Absent on 12-Nov-2026 (Clinic letter, recorded by Dr Alex Moor) cannot be true beside it.',
    ])
    expect(notice.getByRole('link', { name: /^correct or take back/ })).toHaveAttribute('href', '#recorded-values')
    expect(screen.getByText(/^Recorded: .* Something else is recorded that says otherwise: see below\./)).toBeVisible()
    await expectAccessible(container)
  })

  it('says what is missing at its field, sends nothing and keeps what was typed', async () => {
    const { container } = open()
    await userEvent.click(await button('Add another finding'))
    await userEvent.selectOptions(list(/^What sort of finding/), 'Biomarker')
    await userEvent.selectOptions(list(/^Which test/), 'Gene variant (mutation)')
    const test = form('Gene variant (mutation)')
    await userEvent.type(test.getByRole('textbox', { name: 'Protein change (optional)' }), 'p.Val600Glu')
    await userEvent.type(test.getByRole('textbox', { name: 'Date of the report' }), '31/2/2026')
    await userEvent.click(test.getByRole('button', { name: 'Record' }))
    expect(await test.findByRole('alert')).toHaveFocus()
    expect(test.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Enter the gene',
      'Choose: result',
      '"31/2/2026" is not a date: write day, month and year',
    ])
    expect(test.getByRole('textbox', { name: 'Protein change (optional)' })).toHaveValue('p.Val600Glu')
    expect(list(/^Which test/)).toHaveDisplayValue('Gene variant (mutation)')
    expect(sent).toEqual([])
    await expectAccessible(container)
  })

  it('of another sort begins with another list, and is closed by its own button', async () => {
    open()
    await userEvent.click(await button('Add another finding'))
    await userEvent.selectOptions(list(/^What sort of finding/), 'Metastasis')
    await userEvent.selectOptions(list(/^Where/), 'Liver')
    await userEvent.selectOptions(list(/^What sort of finding/), 'Infection')
    expect(added().queryByRole('form')).toBeNull()
    expect(list(/^Which infection/)).toHaveDisplayValue('Choose')
    await userEvent.click(await button('Close the new finding'))
    expect(screen.queryByRole('region', { name: 'New finding' })).toBeNull()
    expect(await button('Add another finding')).toHaveFocus()
  })
})

describe('whoever cannot confirm that nothing is there', () => {
  const instead = 'If anything is otherwise, record it instead'
  const fillIn = async (label: string) => userEvent.click(await button(`Fill in ${label}`))

  it('records what is there, and finds the confirmation as it was, without what was recorded', async () => {
    const label = 'Confirm: medicines reviewed'
    const claim = 'No vitamin K antagonist is recorded'
    shown.list = { ...shown.list, settling: [confirming('medicines-reviewed', [claim])] }
    const { container } = open()
    await fillIn(label)
    const confirmation = within(screen.getByRole('form', { name: label }))
    await userEvent.type(confirmation.getByRole('textbox', { name: 'Date confirmed' }), '17 November 2026')
    await userEvent.click(confirmation.getByRole('button', { name: instead }))
    expect(list(/^What sort of finding/)).toHaveDisplayValue('Medicine')
    expect(list(/^Which medicine/)).toHaveFocus()
    await expectAccessible(container)
    await userEvent.selectOptions(list(/^Which medicine/), vitaminK)
    await userEvent.click(form(vitaminK).getByRole('radio', { name: 'Active' }))
    await userEvent.click(form(vitaminK).getByRole('button', { name: 'Today' }))
    await userEvent.click(form(vitaminK).getByRole('button', { name: 'Record' }))
    expect(await screen.findByText(/^Recorded: Vitamin K antagonist/)).toBeVisible()
    expect(screen.queryByText(claim)).toBeNull()
    expect(confirmation.getByRole('textbox', { name: 'Date confirmed' })).toHaveValue('17 November 2026')
  })

  it('comes back to the list from wherever the page is, also while it is open already', async () => {
    const label = 'Confirm: comorbidities reviewed'
    shown.list = { ...shown.list, settling: [confirming('comorbidities-reviewed', [])] }
    open()
    await fillIn(label)
    await userEvent.click(await button(instead))
    await userEvent.selectOptions(list(/^Which condition/), 'Stroke')
    await userEvent.click(await button(instead))
    expect(list(/^Which condition/)).toHaveFocus()
    expect(form('Stroke').getByRole('radio', { name: 'Happened on the date below' })).toBeVisible()
  })

  it('of the treatment history adds the treatment', async () => {
    const label = 'Confirm: treatment history complete'
    shown.list = { ...shown.list, settling: [confirming('treatment-history-complete', ['No platinum is recorded'])] }
    open()
    await fillIn(label)
    await userEvent.click(await button(instead))
    const treatment = within(screen.getByRole('form', { name: 'New treatment' }))
    expect(treatment.getByRole('radio', { name: 'Systemic treatment' })).toHaveFocus()
  })
})
