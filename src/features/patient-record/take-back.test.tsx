import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { carboplatin, enteredPlatelets, item, platelets } from './sample-items.ts'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()

const trueValue = { label: 'Platelets', valueText: '35 ×10⁹/L', on: '2026-11-21' }
const mistyped = item(
  id('64'),
  { ...enteredPlatelets, value: 40, observedOn: '2026-11-21', source: 'Clinic letter' },
  {
    valueText: '40 ×10⁹/L',
    on: '2026-11-21',
    source: 'Clinic letter',
    before: { ...trueValue, source: 'Laboratory system' },
  },
)
const broughtBack = item(
  id('71'),
  { ...enteredPlatelets, value: 35, observedOn: '2026-11-21' },
  { ...trueValue, recordedBy: 'Sam Reed, Specialist nurse' },
)
const reason = 'Mistyped when corrected'
const takenBack: Schemas['WithdrawnItem'] = {
  itemId: mistyped.itemId,
  section: 'laboratory',
  label: 'Platelets',
  valueText: '40 ×10⁹/L',
  on: '2026-11-21',
  reason,
  withdrawnBy: 'Sam Reed, Specialist nurse',
  withdrawnAt: '2026-11-22T09:30:00Z',
  restored: trueValue,
  correctedTo: null,
}

let sent: unknown[]

beforeEach(() => {
  sent = []
  shown.patient = { ...jane, items: [mistyped, carboplatin] }
  server.use(
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push(await request.json())
      shown.patient = { ...jane, items: [broughtBack, carboplatin], withdrawn: [takenBack] }
      return HttpResponse.json({ itemId: id('71'), changes: [], opposing: [] }, { status: 201 })
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name })
const form = (name: string) => within(screen.getByRole('form', { name }))
const diagnosis = (itemId: string, label: string, parts: Partial<Schemas['PatientItem']> = {}) =>
  item(
    itemId,
    { kind: 'diagnosis', icd10: 'C22.0', source: 'MDT' },
    { section: 'diagnosis', label, on: null, ...parts },
  )
const review = (itemId: string, parts: Partial<Schemas['PatientItem']> = {}) =>
  item(
    itemId,
    { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-11-12', source: 'Clinic letter' },
    { section: 'other', label: 'Medicines reviewed', valueText: 'Confirmed', ...parts },
  )

async function openTakeBack(label: string) {
  await userEvent.click(await button(`Take back ${label}`))
  return form(`Take back: ${label.split(',')[0]}`)
}

describe('a correction that is taken back', () => {
  it('shows what stood before it, which is brought back by keyboard alone', async () => {
    const { container } = open()
    ;(await button('Take back Platelets, 21-Nov-2026')).focus()
    await userEvent.keyboard('{Enter}')
    const asked = form('Take back: Platelets')
    expect(asked.getByText('Before this correction: 35 ×10⁹/L on 21-Nov-2026, Laboratory system')).toBeVisible()
    const usual = within(asked.getByRole('group', { name: 'Which is meant?' })).getByRole('radio', {
      name: 'Bring back what stood before',
    })
    expect(usual).toBeChecked()
    expect(usual).toHaveFocus()
    await expectAccessible(container)
    await userEvent.tab()
    expect(asked.getByRole('textbox', { name: 'Why was it recorded in error?' })).toHaveFocus()
    await userEvent.keyboard(reason)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText(/^Brought back what stood before: Platelets\. No trial changed/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Recorded values' })).toHaveFocus()
    expect(sent).toEqual([{ kind: 'withdrawal', replaces: mistyped.itemId, reason, restores: true }])
    expect(screen.getByText('35 ×10⁹/L')).toBeVisible()
    await userEvent.click(screen.getByText('1 value taken back'))
    expect(screen.getByText('Platelets: 40 ×10⁹/L, 21-Nov-2026')).toBeVisible()
    const entry = screen.getByText('Platelets: 40 ×10⁹/L, 21-Nov-2026').closest('li')
    expect(entry).toHaveTextContent(`Taken back by Sam Reed, Specialist nurse on 22-Nov-2026 09:30: ${reason}`)
    expect(entry).toHaveTextContent('Brought back in its place: 35 ×10⁹/L on 21-Nov-2026')
    await expectAccessible(container)
  })

  it('takes back both where neither is right, and the choice stays with what was typed too short', async () => {
    open()
    const asked = await openTakeBack('Platelets, 21-Nov-2026')
    await userEvent.keyboard('{ArrowDown}')
    const neither = asked.getByRole('radio', { name: 'Neither is right: take both back' })
    expect(neither).toBeChecked()
    const why = asked.getByRole('textbox', { name: 'Why was it recorded in error?' })
    await userEvent.type(why, 'Too short')
    await userEvent.click(asked.getByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(why).toBeInvalid())
    expect(sent).toEqual([])
    expect(neither).toBeChecked()
    await userEvent.clear(why)
    await userEvent.type(why, 'Both of another patient')
    await userEvent.click(asked.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText(/^Taken back: Platelets\./)).toBeVisible()
    expect(sent).toEqual([
      { kind: 'withdrawal', replaces: mistyped.itemId, reason: 'Both of another patient', restores: false },
    ])
  })

  it('and that a colleague took back meanwhile stays as it was chosen, and what the value is now is told', async () => {
    const message =
      'Ann Hill took this back meanwhile (“Mistyped”), and it is now Platelets: 35 ×10⁹/L on 21-Nov-2026. Reload the page'
    const problem: Schemas['Problem'] = {
      type: 'urn:problem:item-refused',
      title: 'This value cannot be recorded as it is',
      status: 400,
      detail: 'x',
      remedy: 'Correct what is listed and record it again. Nothing was changed.',
      errors: [{ pointer: '/replaces', message }],
    }
    server.use(http.post('*/api/patients/:patientId/items', () => HttpResponse.json(problem, { status: 400 })))
    const { container } = open()
    const asked = await openTakeBack('Platelets, 21-Nov-2026')
    await userEvent.click(asked.getByRole('radio', { name: 'Neither is right: take both back' }))
    await userEvent.type(asked.getByRole('textbox', { name: 'Why was it recorded in error?' }), reason)
    await userEvent.click(asked.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByRole('alert', { name: problem.title })).toHaveFocus()
    expect(screen.getByText(message)).toBeVisible()
    expect(asked.getByRole('radio', { name: 'Neither is right: take both back' })).toBeChecked()
    expect(asked.getByRole('textbox', { name: 'Why was it recorded in error?' })).toHaveValue(reason)
    await expectAccessible(container)
  })

  it('leaves every value readable where none was right: who corrected it, who took it back, when and why', async () => {
    shown.patient = {
      ...jane,
      withdrawn: [
        { ...takenBack, restored: null },
        {
          ...takenBack,
          ...trueValue,
          itemId: id('65'),
          restored: null,
          correctedTo: {
            label: 'Platelets',
            valueText: '40 ×10⁹/L',
            on: '2026-11-21',
            by: 'Dr Alex Moor',
            at: '2026-11-21T15:00:00Z',
          },
        },
      ],
    }
    const { container } = open()
    await userEvent.click(await screen.findByText('2 values taken back'))
    const first = screen.getByText('Platelets: 35 ×10⁹/L, 21-Nov-2026').closest('li')
    expect(first).toHaveTextContent('Corrected to 40 ×10⁹/L on 21-Nov-2026 by Dr Alex Moor on 21-Nov-2026 15:00')
    expect(first).toHaveTextContent(`Taken back by Sam Reed, Specialist nurse on 22-Nov-2026 09:30: ${reason}`)
    await expectAccessible(container)
  })
})

describe('what follows from taking back', () => {
  const left = 'The patient is then left without a diagnosis: trials for every cancer are listed, each in need of one.'

  it('the only diagnosis is told before it is done', async () => {
    shown.patient = { ...jane, items: [diagnosis(id('66'), 'Diagnosis'), platelets] }
    open()
    const asked = await openTakeBack('Diagnosis')
    expect(asked.getByText(left)).toBeVisible()
    expect(asked.getByRole('textbox', { name: 'Why was it recorded in error?' })).toHaveFocus()
  })

  it('a diagnosis beside another cancer is told too, and beside it the other cancer costs nothing', async () => {
    shown.patient = { ...jane, items: [diagnosis(id('66'), 'Diagnosis'), diagnosis(id('67'), 'Other cancer')] }
    open()
    const asked = await openTakeBack('Diagnosis')
    expect(asked.getByText('Trials are then sought for the other cancer that is recorded.')).toBeVisible()
    const other = await openTakeBack('Other cancer')
    expect(other.queryByText(/then/u, { selector: 'p' })).toBeNull()
  })

  it('a corrected diagnosis belongs to the choice that leaves none', async () => {
    const before = { label: 'Diagnosis', valueText: 'ICD-10 C22.0', on: '2026-01', source: 'MDT proforma' }
    shown.patient = { ...jane, items: [diagnosis(id('66'), 'Diagnosis', { before })] }
    open()
    const asked = await openTakeBack('Diagnosis')
    expect(asked.getByText('Before this correction: ICD-10 C22.0 on Jan-2026, MDT proforma')).toBeVisible()
    expect(asked.getByRole('radio', { name: 'Neither is right: take both back' })).toHaveAccessibleDescription(left)
    expect(asked.getByRole('radio', { name: 'Bring back what stood before' })).not.toHaveAccessibleDescription(left)
  })

  it('a confirmation is that silence says nothing any more, unless it was confirmed twice', async () => {
    const lost = 'What is not recorded here then counts as not known, no longer as absent'
    shown.patient = { ...jane, items: [review(id('68')), platelets] }
    const { unmount } = open()
    expect((await openTakeBack('Medicines reviewed, 12-Nov-2026')).getByText(`${lost}.`)).toBeVisible()
    unmount()
    shown.patient = { ...jane, items: [review(id('68')), review(id('69'), { on: '2026-10-01' })] }
    open()
    expect(
      (await openTakeBack('Medicines reviewed, 12-Nov-2026')).getByText(
        `${lost}, unless the other confirmation says so.`,
      ),
    ).toBeVisible()
  })

  it('any other value is not told', async () => {
    shown.patient = { ...jane, items: [platelets] }
    open()
    const asked = await openTakeBack('Platelets, 12-Nov-2026')
    expect(asked.queryByRole('radio')).toBeNull()
    expect(asked.queryByText(/then/u, { selector: 'p' })).toBeNull()
  })
})
