import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { item } from './sample-items.ts'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const ecog = (itemId: string, value: number, source: string) =>
  item(
    itemId,
    {
      kind: 'observation',
      observationKind: 'performance-status',
      code: 'ECOG',
      value,
      unit: null,
      lowerLimit: null,
      upperLimit: null,
      observedOn: '2026-11-12',
      detail: {},
      source,
    },
    { section: 'performance', label: 'ECOG performance status', valueText: String(value), source },
  )
const one = ecog(id('63'), 1, 'Clinic letter')
const two = ecog(id('64'), 2, 'Nursing assessment')
const denied: Schemas['SettlingItem'] = {
  key: 'ps:ECOG',
  label: 'ECOG performance status',
  hint: 'ECOG performance status 1 and 2 on 12-Nov-2026 cannot both be true: correct or take back the wrong one',
  replaces: null,
  opposing: [one.itemId, two.itemId],
  settlesAlone: [],
  contributesTo: [id('21')],
  decidesDateOf: [],
  countsAsAbsent: [],
  countsAsGoingOn: [],
}
const sex: Schemas['SettlingItem'] = { ...denied, key: 'sex', label: 'Sex', opposing: [], settlesAlone: [id('21')] }

const { server, shown, open } = servePatientRecord()
const user = userEvent.setup()
let sent: unknown[]

beforeEach(() => {
  sent = []
  shown.patient = { ...jane, items: [one, two] }
  shown.list = { ...shown.list, settling: [sex, denied] }
  server.use(
    http.post('*/api/patients/:patientId/items', async ({ request }) => {
      sent.push(await request.json())
      shown.list = { ...shown.list, settling: [sex] }
      return HttpResponse.json<Schemas['RecordedChange']>(
        { itemId: id('77'), changes: [], opposing: [] },
        { status: 201 },
      )
    }),
  )
})

async function mend() {
  const { container } = open()
  const panel = within(await screen.findByRole('region', { name: 'What would settle it' }))
  await user.click(panel.getByRole('button', { name: 'Mend ECOG performance status' }))
  return { container, panel }
}

describe('two records of one day that say opposite things', () => {
  it('stand first, and offer to correct or take back either instead of adding a third', async () => {
    const { container, panel } = await mend()
    const [first] = panel.getAllByRole('listitem')
    expect(first).toHaveTextContent('ECOG performance status 1 and 2 on 12-Nov-2026 cannot both be true')
    expect(panel.getByText(/1, 12-Nov-2026, Clinic letter, recorded by Dr Alex Moor/)).toBeVisible()
    expect(panel.getByText(/2, 12-Nov-2026, Nursing assessment/)).toBeVisible()
    for (const value of [1, 2])
      for (const way of ['Correct', 'Take back'])
        expect(
          panel.getByRole('button', { name: `${way} ECOG performance status ${value}, 12-Nov-2026` }),
        ).toBeVisible()
    expect(panel.queryByRole('form')).toBeNull()
    await expectAccessible(container)
  })

  it('are mended by taking one back, and the item is gone', async () => {
    const { panel } = await mend()
    await user.click(panel.getByRole('button', { name: 'Take back ECOG performance status 2, 12-Nov-2026' }))
    const form = within(panel.getByRole('form', { name: 'Take back: ECOG performance status' }))
    await user.type(form.getByRole('textbox', { name: 'Why was it recorded in error?' }), 'Of another patient')
    await user.click(form.getByRole('button', { name: 'Take it back' }))
    expect(await panel.findByText(/^Taken back: ECOG performance status/)).toBeVisible()
    expect(sent).toEqual([{ kind: 'withdrawal', replaces: two.itemId, reason: 'Of another patient' }])
    expect(panel.queryByRole('button', { name: 'Mend ECOG performance status' })).toBeNull()
  })

  it('are mended by correcting one, in the form that has its value', async () => {
    const { panel } = await mend()
    await user.click(panel.getByRole('button', { name: 'Correct ECOG performance status 1, 12-Nov-2026' }))
    const form = within(panel.getByRole('form', { name: 'Correct: ECOG performance status' }))
    await user.click(form.getByRole('button', { name: 'Record the correction' }))
    expect(await panel.findByText(/^Corrected: ECOG performance status/)).toBeVisible()
    expect(sent).toMatchObject([{ code: 'ECOG', value: 1, replaces: one.itemId }])
  })

  it('leave the way to what was found on a later day', async () => {
    const { panel } = await mend()
    await user.click(panel.getByRole('button', { name: 'Or record what was found on a later day', expanded: false }))
    expect(panel.getByRole('form', { name: 'ECOG performance status' })).toBeVisible()
  })
})
