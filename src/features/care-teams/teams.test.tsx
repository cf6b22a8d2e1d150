import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { teamsRoute } from './route.ts'

type Schemas = components['schemas']

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`
const alex = { accountId: id('01'), name: 'Dr Alex Moor', role: 'oncologist' } as const
const robin = { accountId: id('02'), name: 'Robin Vale', role: 'nurse' } as const
const patient = (last: string, familyName: string): Schemas['UnassignedPatient'] => ({
  patientId: id(last),
  name: { familyName, givenName: 'Jane', title: 'Ms' },
  bornOn: '1962-03-05',
  nhsNumber: '9990000018',
  hospitalNumber: 'N123',
})
const conflict: Schemas['Problem'] = {
  type: 'urn:problem:conflict',
  title: 'The team has changed',
  status: 409,
  detail: 'The patient is in the care of another team than when you looked.',
  remedy: 'Load the page again to see who looks after the patient now.',
}

let teams: Schemas['Team'][]
let unassigned: Schemas['UnassignedPatient'][]
/** Assigned by a colleague meanwhile. */
let taken: string[]

const server = setupServer(
  http.get('*/api/teams', () =>
    HttpResponse.json<Schemas['TeamList']>({
      items: teams,
      clinicians: [alex, robin],
      withoutTeam: unassigned.length,
    }),
  ),
  http.get('*/api/patients/without-team', () =>
    HttpResponse.json<Schemas['UnassignedPatients']>({ items: unassigned, total: unassigned.length }),
  ),
  http.post<never, Schemas['NewTeam']>('*/api/teams', async ({ request }) => {
    const { name } = await request.json()
    if (teams.some((team) => team.name === name)) {
      const message = `Your organisation has a team called ${name} already.`
      const errors = [{ pointer: '/name', message }]
      const exists = { ...conflict, title: 'It exists already', detail: message, remedy: 'Use another name.', errors }
      return HttpResponse.json<Schemas['Problem']>(exists, { status: 409 })
    }
    const team = { teamId: id('b9'), name, members: [], patients: 0 }
    teams = [...teams, team]
    return HttpResponse.json<Schemas['Team']>(team, { status: 201 })
  }),
  http.post<{ teamId: string }, Schemas['NewTeamMember']>(
    '*/api/teams/:teamId/members',
    async ({ params, request }) => {
      const { accountId } = await request.json()
      const person = accountId === alex.accountId ? alex : robin
      return HttpResponse.json(changed(params.teamId, (members) => [...members, { ...person, since: '2026-11-18' }]))
    },
  ),
  http.post<{ teamId: string; accountId: string }>('*/api/teams/:teamId/members/:accountId/end', ({ params }) =>
    HttpResponse.json(
      changed(params.teamId, (members) => members.filter(({ accountId }) => accountId !== params.accountId)),
    ),
  ),
  http.put<{ patientId: string }, Schemas['TeamAssignment']>(
    '*/api/patients/:patientId/team',
    async ({ params, request }) => {
      const { teamId, from } = await request.json()
      expect(from).toBeNull()
      unassigned = unassigned.filter(({ patientId }) => patientId !== params.patientId)
      if (taken.includes(params.patientId)) return HttpResponse.json<Schemas['Problem']>(conflict, { status: 409 })
      const name = teams.find((team) => team.teamId === teamId)?.name ?? ''
      return HttpResponse.json<Schemas['CareTeam']>({ teamId, name, since: '2026-11-18' })
    },
  ),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  const members = [{ ...alex, since: '2024-11-18' }]
  teams = [
    { teamId: id('b1'), name: 'Rare cancer team', members, patients: 12 },
    { teamId: id('b2'), name: 'Thyroid clinic', members: [], patients: 4 },
  ]
  unassigned = [patient('11', 'Ash'), patient('12', 'Birch'), patient('13', 'Cedar')]
  taken = []
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

function changed(teamId: string, change: (members: Schemas['TeamMember'][]) => Schemas['TeamMember'][]) {
  teams = teams.map((team) => (team.teamId === teamId ? { ...team, members: change(team.members) } : team))
  const team = teams.find((each) => each.teamId === teamId)
  if (team === undefined) throw new Error(`No team ${teamId}`)
  return team
}

const open = () => renderRoute(teamsRoute, { at: '/administration/teams' })
const team = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the teams of an organisation', () => {
  it('are listed with their members since when and the number of their patients', async () => {
    const { container } = open()
    const own = await team('Rare cancer team')
    expect(own.getByText('12 patients in its care')).toBeVisible()
    expect(own.getByRole('row', { name: /Dr Alex Moor Oncologist 18-Nov-2024/ })).toBeVisible()
    await expectAccessible(container)
  })

  it('warn of patients whom nobody can see', async () => {
    open()
    const clinic = await team('Thyroid clinic')
    expect(clinic.getByRole('heading', { name: /Nobody can see these patients/ })).toBeVisible()
    expect(clinic.getByText(/4 patients are in its care, and no clinician sees them/)).toBeVisible()
    expect((await team('Rare cancer team')).queryByText(/Nobody can see/)).toBeNull()
  })

  it('get a further one, and its name may not be empty or taken', async () => {
    open()
    const form = await team('Add a team')
    await userEvent.click(form.getByRole('button', { name: 'Add team' }))
    await userEvent.click(await form.findByRole('link', { name: 'Enter the name of the team' }))
    const name = form.getByRole('textbox', { name: 'Name of the team' })
    expect(name).toHaveFocus()
    await userEvent.type(name, 'Thyroid clinic')
    await userEvent.click(form.getByRole('button', { name: 'Add team' }))
    expect(await form.findByRole('alert')).toHaveTextContent(
      'Your organisation has a team called Thyroid clinic already',
    )
    expect(name).toHaveValue('Thyroid clinic')
    await userEvent.clear(name)
    await userEvent.type(name, 'Sarcoma team')
    await userEvent.click(form.getByRole('button', { name: 'Add team' }))
    expect(await form.findByText('Sarcoma team was added. Now add its members.')).toBeVisible()
    expect((await team('Sarcoma team')).getByText('0 patients in its care')).toBeVisible()
    expect(form.getByRole('textbox', { name: 'Name of the team' })).toHaveValue('')
  })

  it('get a member, chosen from the clinicians who are none yet', async () => {
    open()
    const own = await team('Rare cancer team')
    const choice = own.getByRole('combobox', { name: 'Add a member: Rare cancer team' })
    expect(within(choice).queryByRole('option', { name: /Alex Moor/ })).toBeNull()
    await userEvent.click(own.getByRole('button', { name: 'Add member: Rare cancer team' }))
    expect(await own.findByRole('link', { name: 'Choose whom to add' })).toBeVisible()
    await userEvent.selectOptions(choice, 'Robin Vale (Specialist nurse)')
    await userEvent.click(own.getByRole('button', { name: 'Add member: Rare cancer team' }))
    expect(await own.findByText('Robin Vale is a member of Rare cancer team.')).toBeVisible()
    expect(own.getByRole('row', { name: /Robin Vale Specialist nurse 18-Nov-2026/ })).toBeVisible()
    expect(own.getByText('Every oncologist and nurse of your organisation is a member.')).toBeVisible()
  })

  it('lose a member only after it was said what that means', async () => {
    const { container } = open()
    const own = await team('Rare cancer team')
    const end = own.getByRole('button', { name: 'End membership: Dr Alex Moor in Rare cancer team' })
    await userEvent.click(end)
    expect(own.getByText(/From now on the patients of this team are not theirs/)).toHaveFocus()
    expect(own.getByText(/Nobody else is a member/)).toBeVisible()
    await expectAccessible(container)
    await userEvent.click(own.getByRole('button', { name: 'Keep it' }))
    expect(end).toHaveFocus()
    expect(own.getByRole('row', { name: /Dr Alex Moor/ })).toBeVisible()
    await userEvent.click(end)
    await userEvent.click(own.getByRole('button', { name: 'End the membership' }))
    expect(await own.findByText('Dr Alex Moor is not a member of Rare cancer team any more.')).toBeVisible()
    expect(own.queryByRole('row', { name: /Dr Alex Moor/ })).toBeNull()
    expect(own.getByRole('heading', { name: 'Rare cancer team' })).toHaveFocus()
    expect(own.getByRole('heading', { name: /Nobody can see these patients/ })).toBeVisible()
  })
})

describe('patients without a team', () => {
  it('are assigned one by one, and say who they are in full', async () => {
    open()
    const list = await team('Patients without a team')
    const row = within(list.getByRole('row', { name: /ASH, Jane \(Ms\) 05-Mar-1962 999 000 0018 N123/ }))
    await userEvent.click(row.getByRole('button', { name: 'Assign: ASH, Jane (Ms)' }))
    await userEvent.click(await list.findByRole('link', { name: 'Choose a team' }))
    const choice = row.getByRole('combobox', { name: 'Team for ASH, Jane (Ms)' })
    expect(choice).toHaveFocus()
    await userEvent.selectOptions(choice, 'Thyroid clinic')
    await userEvent.click(row.getByRole('button', { name: 'Assign: ASH, Jane (Ms)' }))
    expect(await list.findByText('ASH, Jane (Ms) is now in the care of Thyroid clinic.')).toBeVisible()
    expect(list.queryByRole('row', { name: /ASH/ })).toBeNull()
    expect(list.getByRole('heading', { name: 'Patients without a team' })).toHaveFocus()
  })

  it('are assigned many at once', async () => {
    open()
    const list = await team('Patients without a team')
    await userEvent.selectOptions(
      list.getByRole('combobox', { name: 'Team for the chosen patients' }),
      'Thyroid clinic',
    )
    await userEvent.click(list.getByRole('button', { name: 'Assign 0 chosen patients' }))
    expect(await list.findByRole('link', { name: 'Choose at least one patient' })).toBeVisible()
    await userEvent.click(list.getByRole('button', { name: 'Choose all 3 listed' }))
    await userEvent.click(list.getByRole('checkbox', { name: 'Choose BIRCH, Jane (Ms)' }))
    await userEvent.click(list.getByRole('button', { name: 'Assign 2 chosen patients' }))
    expect(await list.findByText('2 patients are now in the care of Thyroid clinic.')).toBeVisible()
    await waitFor(() =>
      expect(list.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['BIRCH, Jane (Ms)']),
    )
  })

  it('say openly which one a colleague has assigned meanwhile', async () => {
    taken = [id('12')]
    open()
    const list = await team('Patients without a team')
    await userEvent.selectOptions(
      list.getByRole('combobox', { name: 'Team for the chosen patients' }),
      'Thyroid clinic',
    )
    await userEvent.click(list.getByRole('button', { name: 'Choose all 3 listed' }))
    await userEvent.click(list.getByRole('button', { name: 'Assign 3 chosen patients' }))
    expect(await list.findByRole('alert')).toHaveTextContent('The team has changed')
    expect(list.getByText('1 patient was assigned before that.')).toBeVisible()
    expect(list.getByRole('checkbox', { name: 'Choose CEDAR, Jane (Ms)' })).toBeChecked()
    expect(list.queryByRole('checkbox', { name: /BIRCH/ })).toBeNull()
  })

  it('cannot be assigned before there is a team', async () => {
    teams = []
    open()
    expect(await screen.findByRole('heading', { name: 'There are no teams yet' })).toBeVisible()
    const list = await team('Patients without a team')
    expect(list.getByText(/3 patients are in the care of no team.*Add a team first/)).toBeVisible()
    expect(list.queryByRole('button')).toBeNull()
  })
})
