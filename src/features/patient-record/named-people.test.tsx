import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { alreadyNamed } from '#domain/access/named-role-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession } from '../../../tests/support/render-route.tsx'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const robin = { accountId: id('c2'), name: 'Robin Vale', role: 'nurse' } as const
const line: Schemas['NamedRole'] = {
  ...robin,
  namedRoleId: id('d1'),
  careRole: 'namedNurse',
  startsOn: '2026-11-02',
  endsOn: null,
  state: 'current',
  isHere: true,
  reason: 'Knows the family',
  enteredBy: 'Dr Alex Moor',
  enteredAt: '2026-11-02T09:00:00.000Z',
  ending: null,
  mayEnd: true,
}

let named: Schemas['NamedRoleList']
const sent: unknown[] = []
const { server, shown, open } = servePatientRecord()

beforeEach(() => {
  sent.length = 0
  named = { items: [line], candidates: [{ ...robin, careRoles: ['namedNurse', 'coveringClinician'] }] }
  const own = { teamId: id('a1'), name: 'Rare cancer team', since: '2026-01-05' }
  const careTeam = { team: own, members: [], accesses: [], otherTeams: [] }
  server.use(
    http.get('*/api/patients/:patientId/care-team', () => HttpResponse.json<Schemas['PatientCareTeam']>(careTeam)),
    http.get('*/api/teams', () =>
      HttpResponse.json<Schemas['TeamList']>({ items: [], clinicians: [], withoutTeam: null }),
    ),
    http.get('*/api/patients/:patientId/named-roles', () => HttpResponse.json<Schemas['NamedRoleList']>(named)),
    http.post('*/api/patients/:patientId/named-roles', async ({ request }) => {
      sent.push(await request.json())
      named = { ...named, items: [{ ...line, namedRoleId: id('d2'), careRole: 'coveringClinician' }, ...named.items] }
      return HttpResponse.json<Schemas['NamedRoleList']>(named, { status: 201 })
    }),
    http.post('*/api/patients/:patientId/named-roles/:namedRoleId/end', async ({ request }) => {
      sent.push(await request.json())
      const ending = { endedOn: '2026-11-18', by: 'Dr Alex Moor', reason: 'A colleague takes over' }
      named = { ...named, items: [{ ...line, state: 'past', mayEnd: false, ending }] }
      return HttpResponse.json<Schemas['NamedRoleList']>(named)
    }),
  )
})

async function openPanel() {
  const rendered = open()
  const summary = within(await screen.findByRole('complementary', { name: 'Summary' }))
  await userEvent.click(summary.getByRole('button', { name: 'Who can open this record' }))
  await summary.findByRole('heading', { name: 'People named for this patient' })
  return { ...rendered, summary }
}

async function typeCover(summary: Awaited<ReturnType<typeof openPanel>>['summary']) {
  await userEvent.click(summary.getByRole('button', { name: 'Name a person' }))
  const form = within(summary.getByRole('form', { name: 'Name a person' }))
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Person' }), 'Robin Vale (Specialist nurse)')
  await userEvent.click(form.getByRole('radio', { name: 'Covering clinician' }))
  await userEvent.type(form.getByRole('textbox', { name: 'Last day (needed for cover)' }), '2026-11-30')
  await userEvent.type(form.getByRole('textbox', { name: 'Why the person is named' }), 'Covers for two weeks')
  return form
}

describe('people named for a patient', () => {
  it('are listed with what they are, since when and why', async () => {
    const { container, summary } = await openPanel()
    expect(
      summary.getByText(/Robin Vale \(Specialist nurse\): Named nurse or key worker, from 02-Nov-2026/),
    ).toBeVisible()
    expect(summary.getByText('Named by Dr Alex Moor: Knows the family')).toBeVisible()
    await expectAccessible(container)
  })

  it('are added with days and a reason, and the form says what it gives', async () => {
    const { container, summary } = await openPanel()
    const form = await typeCover(summary)
    expect(form.getByText(/works with the record as a member of the team does/)).toBeVisible()
    await expectAccessible(container)
    await userEvent.click(form.getByRole('button', { name: 'Name this person' }))
    expect(await summary.findByText('Robin Vale is named: Covering clinician.')).toBeVisible()
    expect(summary.getByRole('heading', { name: 'People named for this patient' })).toHaveFocus()
    expect(sent).toEqual([
      {
        accountId: robin.accountId,
        careRole: 'coveringClinician',
        startsOn: oncologistSession.today,
        endsOn: '2026-11-30',
        reason: 'Covers for two weeks',
      },
    ])
  })

  it('keep what was typed where something is missing or the service refuses', async () => {
    const { summary } = await openPanel()
    const { kind, ...text } = alreadyNamed('coveringClinician', { ...line, enteredBy: 'Dr Robin Hale' })
    const problem = { errors: [], ...text, type: `urn:problem:${kind}` }
    server.use(
      http.post('*/api/patients/:patientId/named-roles', () =>
        HttpResponse.json<Schemas['Problem']>(problem, { status: 409 }),
      ),
    )
    const form = await typeCover(summary)
    const reason = form.getByRole('textbox', { name: 'Why the person is named' })
    await userEvent.clear(reason)
    await userEvent.click(form.getByRole('button', { name: 'Name this person' }))
    expect(await form.findAllByText('Say in at least 10 characters why the person is named')).not.toHaveLength(0)
    await userEvent.type(reason, 'Covers for two weeks')
    await userEvent.click(form.getByRole('button', { name: 'Name this person' }))
    expect(await form.findByText('The person is named already')).toBeVisible()
    expect(reason).toHaveValue('Covers for two weeks')
  })

  it('are ended for a reason and stay on the list', async () => {
    const { summary } = await openPanel()
    await userEvent.click(summary.getByRole('button', { name: 'End: Robin Vale, Named nurse or key worker' }))
    const form = within(summary.getByRole('form', { name: /^End:/ }))
    await userEvent.type(form.getByRole('textbox', { name: 'Why it ends' }), 'A colleague takes over')
    await userEvent.click(form.getByRole('button', { name: 'End it' }))
    expect(await summary.findByText('Ended: Robin Vale, Named nurse or key worker.')).toBeVisible()
    await userEvent.click(summary.getByText('Named before (1)'))
    expect(summary.getByText('Ended on 18-Nov-2026 by Dr Alex Moor: A colleague takes over')).toBeVisible()
    expect(sent).toEqual([{ reason: 'A colleague takes over' }])
  })

  it('are named by nobody who may not: there is no form', async () => {
    named = { items: [{ ...line, mayEnd: false }], candidates: [] }
    const { summary } = await openPanel()
    expect(summary.queryByRole('button', { name: 'Name a person' })).toBeNull()
    expect(summary.queryByRole('button', { name: /^End/ })).toBeNull()
  })

  it('are told before they give up their own role that the record closes for them', async () => {
    const relationship = { kind: 'namedRole', careRoles: ['namedNurse'], endsAt: null, reasonCode: null } as const
    shown.patient = { ...jane, relationship: { ...relationship, careRoles: ['namedNurse'] } }
    named = { items: [{ ...line, accountId: oncologistSession.caller?.accountId ?? '' }], candidates: [] }
    const { summary } = await openPanel()
    await userEvent.click(summary.getByRole('button', { name: /^End/ }))
    expect(summary.getByText(/You are not in the team: the record closes for you at once/)).toBeVisible()
    shown.patient = jane
  })
})
