import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { teamChanged } from '#domain/access/care-team-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { patientRecordRoute } from './route.ts'
import { id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const me = { accountId: oncologistSession.caller?.accountId ?? '', name: 'Dr Alex Moor', role: 'oncologist' } as const
const robin = { accountId: id('c2'), name: 'Robin Vale', role: 'nurse' } as const
const own: Schemas['Team'] = {
  teamId: id('a1'),
  name: 'Rare cancer team',
  members: [{ ...me, since: '2026-01-05' }],
  patients: null,
}
const clinic: Schemas['Team'] = {
  teamId: id('b2'),
  name: 'Thyroid clinic',
  members: [{ ...robin, since: '2026-01-05' }],
  patients: null,
}

let careTeam: Schemas['PatientCareTeam']
let teams: Schemas['Team'][]
const sent: Schemas['TeamAssignment'][] = []
const { server, shown, open } = servePatientRecord()

beforeEach(() => {
  sent.length = 0
  teams = [own, clinic]
  careTeam = {
    team: { teamId: id('a1'), name: 'Rare cancer team', since: '2026-01-05' },
    members: own.members,
    accesses: [],
    otherTeams: [{ teamId: clinic.teamId, name: clinic.name }],
  }
  server.use(
    http.get('*/api/patients/:patientId/care-team', () => HttpResponse.json<Schemas['PatientCareTeam']>(careTeam)),
    http.get('*/api/patients/:patientId/named-roles', () =>
      HttpResponse.json<Schemas['NamedRoleList']>({ items: [], candidates: [] }),
    ),
    http.get('*/api/teams', () =>
      HttpResponse.json<Schemas['TeamList']>({ items: teams, clinicians: [], withoutTeam: null }),
    ),
    http.put<never, Schemas['TeamAssignment']>('*/api/patients/:patientId/team', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json<Schemas['CareTeam']>({ ...clinic, since: '2026-11-18' })
    }),
  )
})

async function openPanel() {
  const rendered = open()
  const summary = within(await screen.findByRole('complementary', { name: 'Summary' }))
  await userEvent.click(summary.getByRole('button', { name: 'Who can open this record' }))
  await summary.findByRole('heading', { name: 'Members of the team' })
  return { ...rendered, summary }
}

async function chooseClinic() {
  const { summary, ...rendered } = await openPanel()
  await userEvent.click(summary.getByRole('button', { name: 'Hand over to another team' }))
  await userEvent.selectOptions(summary.getByRole('combobox', { name: 'Team to look after the patient' }), clinic.name)
  await userEvent.click(summary.getByRole('button', { name: 'Continue' }))
  return { summary, ...rendered }
}

describe('the care team of a patient', () => {
  it('is named with its members and whoever else has opened the record', async () => {
    careTeam = {
      ...careTeam,
      accesses: [
        {
          name: 'Robin Vale',
          role: 'nurse',
          beganAt: '2026-11-18T09:00:00.000Z',
          endsAt: '2026-11-18T21:00:00.000Z',
          reasonCode: 'urgentCare',
        },
      ],
    }
    const { container, summary } = await openPanel()
    expect(summary.getByText('Dr Alex Moor (Oncologist), since 05-Jan-2026')).toBeVisible()
    expect(
      summary.getByText(
        'Robin Vale (Specialist nurse), 18-Nov-2026 09:00 to 18-Nov-2026 21:00: Urgent care of this patient now',
      ),
    ).toBeVisible()
    await expectAccessible(container)
  })

  it('says so where nobody outside the team can open the record, and closes again', async () => {
    const { summary } = await openPanel()
    expect(summary.getByText('Nobody outside the team can open this record now.')).toBeVisible()
    await userEvent.click(summary.getByRole('button', { name: /^Close/ }))
    expect(summary.queryByRole('heading', { name: 'Members of the team' })).toBeNull()
  })

  it('is handed over only after the confirmation has repeated who it is and what it means', async () => {
    const { container, summary } = await chooseClinic()
    expect(summary.getByRole('heading', { name: 'Hand this patient over to Thyroid clinic?' })).toHaveFocus()
    const form = within(summary.getByRole('form', { name: /^Hand this patient over/ }))
    for (const text of ['SMITH, Jane (Ms)', '05-Mar-1962', '999 000 0018', 'Rare cancer team'])
      expect(form.getByText(text)).toBeVisible()
    expect(form.getByText('You are no member of Thyroid clinic: the record closes for you at once.')).toBeVisible()
    await expectAccessible(container)
    expect(sent).toEqual([])
    await userEvent.click(form.getByRole('button', { name: 'Hand over to Thyroid clinic' }))
    expect(await screen.findByRole('heading', { name: 'The patient has been handed over' })).toBeVisible()
    expect(screen.getByText('You are no member of this team: the record is closed to you now.')).toBeVisible()
    expect(screen.queryByText(/SMITH/)).toBeNull()
    expect(sent).toEqual([{ from: id('a1'), teamId: id('b2') }])
  })

  it('stays open to a member of the other team, who is told so', async () => {
    teams = [own, { ...clinic, members: [...clinic.members, { ...me, since: '2026-01-05' }] }]
    const { summary } = await chooseClinic()
    expect(summary.getByText('You are a member of Thyroid clinic too: the record stays open to you.')).toBeVisible()
  })

  it('is not handed over unwarned to a team without members', async () => {
    teams = [own, { ...clinic, members: [] }]
    const { summary } = await chooseClinic()
    expect(summary.getByRole('heading', { name: /Thyroid clinic has no members/ })).toBeVisible()
  })

  it('that a colleague changed meanwhile is told with who looks after the patient now', async () => {
    const { kind, ...text } = teamChanged
    const problem = { type: `urn:problem:${kind}`, ...text, errors: [] }
    server.use(
      http.put('*/api/patients/:patientId/team', () => {
        careTeam = { ...careTeam, team: { teamId: id('b3'), name: 'Sarcoma team', since: '2026-11-18' } }
        return HttpResponse.json<Schemas['Problem']>(problem, { status: 409 })
      }),
    )
    const { summary } = await chooseClinic()
    await userEvent.click(summary.getByRole('button', { name: 'Hand over to Thyroid clinic' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The team has changed')
    expect(screen.getByText('Sarcoma team looks after the patient now, since 18-Nov-2026.')).toBeVisible()
  })

  it('that was handed over meanwhile is told even where the record is closed by now', async () => {
    const { kind, ...text } = teamChanged
    const problem = { type: `urn:problem:${kind}`, ...text, errors: [] }
    const gone = { ...problem, title: 'Not found', status: 404 }
    const { summary } = await chooseClinic()
    server.use(
      http.put('*/api/patients/:patientId/team', () => HttpResponse.json<Schemas['Problem']>(problem, { status: 409 })),
      http.get('*/api/patients/:patientId/care-team', () =>
        HttpResponse.json<Schemas['Problem']>(gone, { status: 404 }),
      ),
      http.get('*/api/patients/:patientId', () => HttpResponse.json<Schemas['Problem']>(gone, { status: 404 })),
    )
    await userEvent.click(summary.getByRole('button', { name: 'Hand over to Thyroid clinic' }))
    expect(await screen.findByText(/The record is not open to you any more/)).toBeVisible()
  })
})

describe('a record opened from outside the team', () => {
  beforeEach(() => {
    const relationship: Schemas['PatientRelationship'] = {
      kind: 'emergencyAccess',
      careRoles: [],
      endsAt: '2026-11-18T21:00:00.000Z',
      reasonCode: 'coveringTeam',
    }
    shown.patient = { ...jane, relationship }
  })

  it('says so at once: until when and why', async () => {
    const { container } = open()
    const banner = await screen.findByRole('alert')
    expect(banner).toHaveTextContent('Emergency access until 18-Nov-2026 21:00.')
    expect(banner).toHaveTextContent('for this reason: Covering for the patient’s team.')
    expect(banner).not.toHaveClass('app-print-hidden')
    await expectAccessible(container)
  })

  it('says so on the page of a past answer too', async () => {
    const at = `/patients/${id('01')}/trials/${id('21')}?at=2026-11-01T09:00:00.000Z`
    renderRoute(patientRecordRoute, { at })
    expect(await screen.findByRole('alert')).toHaveTextContent('Emergency access until 18-Nov-2026 21:00.')
  })

  it('is not handed over by whoever opened it', async () => {
    const { summary } = await openPanel()
    expect(summary.queryByRole('button', { name: 'Hand over to another team' })).toBeNull()
  })

  it('is marked in no way for the own team', async () => {
    shown.patient = jane
    open()
    expect(await screen.findByRole('complementary', { name: 'Summary' })).toBeVisible()
    expect(screen.queryByText(/Emergency access/)).toBeNull()
  })
})
