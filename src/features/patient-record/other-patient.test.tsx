import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()
const ann = { ...jane, patientId: id('02'), name: { familyName: 'Other', givenName: 'Ann', title: null } }

/** Both lack platelets, and whatever is recorded is noted with whom it was recorded for. */
function serveBoth() {
  const recordedFor: string[] = []
  const platelets: Schemas['SettlingItem'] = {
    key: 'lab:platelets',
    label: 'Platelets',
    hint: null,
    replaces: null,
    opposing: [],
    settlesAlone: [id('21')],
    contributesTo: [id('21')],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
  }
  shown.list = { ...shown.list, settling: [platelets] }
  server.use(
    http.get('*/api/patients/:patientId', ({ params }) =>
      HttpResponse.json<Schemas['Patient']>(params.patientId === ann.patientId ? ann : jane),
    ),
    http.post<{ patientId: string }>('*/api/patients/:patientId/items', ({ params }) => {
      recordedFor.push(params.patientId)
      return HttpResponse.json({ itemId: id('77'), changes: [], opposing: [] }, { status: 201 })
    }),
  )
  return recordedFor
}

async function typePlatelets() {
  const panel = within(await screen.findByRole('region', { name: 'What would settle it' }))
  await userEvent.click(panel.getByRole('button', { name: 'Fill in Platelets' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), '230')
  await userEvent.click(screen.getByRole('button', { name: 'Today' }))
}

describe('two patients one after the other', () => {
  it('a value goes to the patient whose page it was typed on, though another was opened meanwhile', async () => {
    const recordedFor = serveBoth()
    const { router } = open()
    await typePlatelets()
    await userEvent.click(screen.getByRole('textbox', { name: 'Source' }))
    const sending = userEvent.keyboard('{Enter}')
    const going = router.navigate(`/patients/${ann.patientId}`)
    await Promise.all([sending, going])
    expect(await screen.findByText('OTHER, Ann')).toBeVisible()
    await waitFor(() => expect(recordedFor).toEqual([jane.patientId]))
  })

  it('what was typed for one patient does not stand on the page of the next', async () => {
    const recordedFor = serveBoth()
    const { router } = open()
    await typePlatelets()
    await router.navigate(`/patients/${ann.patientId}`)
    expect(await screen.findByText('OTHER, Ann')).toBeVisible()
    expect(screen.queryByRole('textbox', { name: 'Value' })).toBeNull()
    expect(recordedFor).toEqual([])
  })
})
