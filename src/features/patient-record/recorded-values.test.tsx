import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { carboplatin, enteredPlatelets, item, platelets, travel } from './sample-items.ts'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()

let sent: { body: unknown; key: string | null }[]

beforeEach(() => {
  sent = []
  shown.patient = { ...jane, items: [platelets, carboplatin, travel] }
  server.use(
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('idempotency-key') })
      shown.patient = {
        ...jane,
        items: [item(id('71'), { ...enteredPlatelets, value: 182 }, { valueText: '182 ×10⁹/L' }), carboplatin, travel],
      }
      const change = { trialId: id('21'), registryId: 'DEMO-1', title: 'x', from: 'notYet', to: 'noFailuresFound' }
      return HttpResponse.json({ itemId: id('71'), changes: [change], opposing: [] }, { status: 201 })
    }),
  )
})

const button = (name: string) => screen.findByRole('button', { name })
const form = (name: string) => within(screen.getByRole('form', { name }))
const problem = (message: string): Schemas['Problem'] => ({
  type: 'urn:problem:item-refused',
  title: 'This value cannot be recorded as it is',
  status: 400,
  detail: 'x',
  remedy: 'Correct what is listed and record it again. Nothing was changed.',
  errors: [{ pointer: '/replaces', message }],
})

describe('a recorded value', () => {
  it('is corrected by keyboard alone, in place, from what is recorded', async () => {
    const { container } = open()
    ;(await button('Correct Platelets, 12-Nov-2026')).focus()
    await userEvent.keyboard('{Enter}')
    const value = form('Correct: Platelets').getByRole('textbox', { name: 'Value' })
    expect(value).toHaveFocus()
    expect(value).toHaveValue('82')
    expect(form('Correct: Platelets').getByRole('textbox', { name: 'Date of the sample' })).toHaveValue(
      '12 November 2026',
    )
    expect(form('Correct: Platelets').getByRole('textbox', { name: 'Source' })).toHaveValue('Laboratory system')
    await expectAccessible(container)
    await userEvent.clear(value)
    await userEvent.keyboard('182{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Recorded values' })).toHaveFocus())
    expect(
      screen.getByText('Corrected: Platelets. 1 trial changed: DEMO-1 is now: no criteria failed on the data held.'),
    ).toBeVisible()
    expect(screen.queryByRole('form', { name: 'Correct: Platelets' })).toBeNull()
    expect(screen.getByText('182 ×10⁹/L')).toBeVisible()
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: { ...enteredPlatelets, value: 182, replaces: platelets.itemId },
      },
    ])
  })

  it('that a colleague corrected meanwhile stays as it was typed, and what it is now is told', async () => {
    const message =
      'Sam Reed corrected this meanwhile, and it is now Platelets: 90 ×10⁹/L on 12-Nov-2026. Reload the page to correct it again'
    server.use(
      http.post('*/api/patients/:patientId/items', () => {
        shown.patient = { ...jane, items: [item(id('72'), { ...enteredPlatelets, value: 90 }, {})] }
        return HttpResponse.json(problem(message), { status: 400 })
      }),
    )
    const { container } = open()
    await userEvent.click(await button('Correct Platelets, 12-Nov-2026'))
    const value = form('Correct: Platelets').getByRole('textbox', { name: 'Value' })
    await userEvent.clear(value)
    await userEvent.type(value, '182{Enter}')
    expect(await screen.findByRole('alert', { name: problem('').title })).toHaveFocus()
    expect(screen.getByText(message)).toBeVisible()
    expect(value).toBeVisible()
    expect(value).toHaveValue('182')
    await expectAccessible(container)
  })

  it('says what cannot be read at its field before anything is sent', async () => {
    open()
    await userEvent.click(await button('Correct Platelets, 12-Nov-2026'))
    const value = form('Correct: Platelets').getByRole('textbox', { name: 'Value' })
    await userEvent.clear(value)
    await userEvent.type(value, 'many{Enter}')
    await waitFor(() => expect(value).toBeInvalid())
    expect(value).toHaveValue('many')
    expect(sent).toEqual([])
  })

  it('opens one form at a time, and is closed by its own button', async () => {
    open()
    await userEvent.click(await button('Correct Platelets, 12-Nov-2026'))
    await userEvent.click(await button('Take back Systemic treatment, 01-May-2026'))
    expect(screen.queryByRole('form', { name: 'Correct: Platelets' })).toBeNull()
    await userEvent.click(await button('Close Systemic treatment, 01-May-2026'))
    expect(screen.queryByRole('form', { name: 'Take back: Systemic treatment' })).toBeNull()
    expect(await button('Take back Systemic treatment, 01-May-2026')).toHaveFocus()
  })

  it('that is the travel limit leads to the form it has already', async () => {
    open()
    expect(await screen.findByRole('link', { name: 'Correct Travel limit, 12-Nov-2026' })).toHaveAttribute(
      'href',
      '#travel-limit',
    )
    expect(document.getElementById('travel-limit')).toHaveAccessibleName(/how far the patient would travel/)
    expect(screen.queryByRole('button', { name: /^Correct Travel limit/ })).toBeNull()
  })
})

describe('a treatment', () => {
  it('is added by what belongs to its kind', async () => {
    const { container } = open()
    await userEvent.click(await button('Add a treatment'))
    const added = form('New treatment')
    expect(added.getByRole('radio', { name: 'Systemic treatment' })).toHaveFocus()
    expect(added.queryByRole('textbox', { name: /Drug/ })).toBeNull()
    await userEvent.click(added.getByRole('radio', { name: 'Surgery' }))
    expect(added.getByRole('combobox', { name: 'Resection margin (optional)' })).toBeVisible()
    expect(added.queryByRole('textbox', { name: /Cycles/ })).toBeNull()
    await userEvent.click(added.getByRole('radio', { name: 'Systemic treatment' }))
    expect(added.queryByRole('combobox', { name: /margin/ })).toBeNull()
    await expectAccessible(container)
    await userEvent.type(added.getByRole('textbox', { name: 'Drug or drugs' }), 'Carboplatin and paclitaxel')
    await userEvent.click(added.getByRole('checkbox', { name: 'Platinum' }))
    await userEvent.click(added.getByRole('checkbox', { name: 'Taxane' }))
    await userEvent.type(added.getByRole('textbox', { name: 'First day (optional)' }), '5 January 2026')
    expect(added.queryByRole('textbox', { name: /Last dose/ })).toBeNull()
    await userEvent.click(added.getByRole('button', { name: 'Add the treatment' }))
    expect(await added.findByRole('alert')).toHaveFocus()
    expect(added.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Choose: are these all of its classes?',
      'Choose: still going on?',
      'Choose: for this cancer?',
    ])
    const all = within(added.getByRole('group', { name: /^Are these all of its classes\?/ }))
    await userEvent.click(all.getByRole('radio', { name: /^Yes/ }))
    const ongoing = within(added.getByRole('group', { name: 'Still going on?' }))
    await userEvent.click(ongoing.getByRole('radio', { name: 'No' }))
    await userEvent.type(added.getByRole('textbox', { name: 'Last dose or fraction (optional)' }), '1/5/2026')
    await userEvent.click(
      within(added.getByRole('group', { name: 'For this cancer?' })).getByRole('radio', { name: 'Yes' }),
    )
    await userEvent.click(added.getByRole('button', { name: 'Add the treatment' }))
    expect(await screen.findByText(/^Recorded: New treatment\./)).toBeVisible()
    expect(sent[0]?.body).toEqual({
      kind: 'treatment',
      treatmentKind: 'systemic',
      name: 'Carboplatin and paclitaxel',
      classes: ['platinum', 'taxane'],
      hasAllClasses: true,
      setting: null,
      line: null,
      startedOn: '2026-01-05',
      endedOn: '2026-05-01',
      isOngoing: false,
      cycles: null,
      halfLifeDays: null,
      procedure: null,
      margin: null,
      site: null,
      isForIndexCancer: true,
      source: 'Clinic letter',
    })
  })

  it('of which a trial lacks the class is filled in with all that is recorded of it', async () => {
    const key = `treatment:${carboplatin.itemId}:class of treatment`
    const label = 'Carboplatin: class of treatment'
    const lacking = {
      key,
      label,
      hint: null,
      replaces: carboplatin.itemId,
      opposing: [],
      settlesAlone: [],
      contributesTo: [id('21')],
      decidesDateOf: [],
      countsAsAbsent: [],
      countsAsGoingOn: [],
    }
    shown.list = { ...shown.list, settling: [lacking] }
    open()
    await userEvent.click(await button(`Fill in ${label}`))
    const filled = form(`Correct: ${label}`)
    expect(screen.getByText('Recorded: Carboplatin, 6 cycles')).toBeVisible()
    expect(filled.getByRole('radio', { name: 'Systemic treatment' })).toBeChecked()
    expect(filled.getByRole('textbox', { name: 'Drug or drugs' })).toHaveValue('Carboplatin')
    expect(filled.getByRole('checkbox', { name: 'Chemotherapy' })).toBeChecked()
    expect(filled.getByRole('textbox', { name: 'Last dose or fraction (optional)' })).toHaveValue('1 May 2026')
    expect(filled.getByRole('textbox', { name: 'Cycles given (optional)' })).toHaveValue('6')
    await userEvent.click(filled.getByRole('checkbox', { name: 'Platinum' }))
    await userEvent.click(filled.getByRole('button', { name: 'Record the correction' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({
      classes: ['chemotherapy', 'platinum'],
      cycles: 6,
      replaces: carboplatin.itemId,
      source: 'Chemotherapy prescribing',
    })
    const panel = await screen.findByRole('region', { name: 'What would settle it' })
    expect(await within(panel).findByText(/^Corrected: Carboplatin: class of treatment\./)).toBeVisible()
  })
})

describe('a value that was recorded in error', () => {
  const withdrawn: Schemas['WithdrawnItem'] = {
    itemId: id('61'),
    section: 'laboratory',
    label: 'Platelets',
    valueText: '82 ×10⁹/L',
    on: '2026-11-12',
    reason: 'Result of another patient',
    withdrawnBy: 'Sam Reed, Specialist nurse',
    withdrawnAt: '2026-11-18T09:30:00Z',
    restored: null,
    correctedTo: null,
  }

  it('is taken back with the reason, which is asked for first', async () => {
    const { container } = open()
    await userEvent.click(await button('Take back Platelets, 12-Nov-2026'))
    const reason = form('Take back: Platelets').getByRole('textbox', { name: 'Why was it recorded in error?' })
    expect(reason).toHaveFocus()
    await userEvent.type(reason, 'Too short')
    await userEvent.click(form('Take back: Platelets').getByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(reason).toBeInvalid())
    expect(reason).toHaveValue('Too short')
    await expectAccessible(container)
    expect(sent).toEqual([])
    await userEvent.clear(reason)
    await userEvent.type(reason, withdrawn.reason)
    await userEvent.click(form('Take back: Platelets').getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText(/^Taken back: Platelets\. 1 trial changed/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Recorded values' })).toHaveFocus()
    expect(sent[0]?.body).toEqual({ kind: 'withdrawal', replaces: platelets.itemId, reason: withdrawn.reason })
  })

  it('stays readable with who took it back, when and why', async () => {
    shown.patient = { ...jane, withdrawn: [withdrawn] }
    const { container } = open()
    await userEvent.click(await screen.findByText('1 value taken back'))
    expect(screen.getByText('Platelets: 82 ×10⁹/L, 12-Nov-2026')).toBeVisible()
    expect(
      screen.getByText(/^Taken back by Sam Reed, Specialist nurse on 18-Nov-2026 09:30: Result of another patient$/),
    ).toBeVisible()
    await expectAccessible(container)
  })
})
