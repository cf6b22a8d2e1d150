import { type Role, roles } from '../../domain/access/role.ts'
import type { Send, TestApp } from '../support/build-app.ts'

/** The two organisations from which everything is tried: what is own to one is the other's to the other. */
export const homes = ['ZZ001', 'ZZ002'] as const
export type Home = (typeof homes)[number]

export function otherThan(home: Home): Home {
  return home === 'ZZ001' ? 'ZZ002' : 'ZZ001'
}

export interface Person {
  readonly role: Role
  readonly home: Home
  readonly send: Send
}

export const passwordOfAll = 'nine words that nobody would guess'

/** Somebody with every role at each home, made by the administrator as on the screen. */
export async function everyRoleAtEachHome(tested: TestApp): Promise<readonly Person[]> {
  const administrator = await tested.signInAs('administrator')
  const listed = await administrator({ method: 'GET', url: '/api/organisations' })
  const organisations: readonly { readonly organisationId: string; readonly code: string }[] = listed.json().items
  const people: Person[] = []
  for (const home of homes) {
    const organisationId = organisations.find(({ code }) => code === home)?.organisationId
    const members: { readonly role: Role; readonly accountId: string }[] = []
    for (const { role } of roles) {
      const email = `matrix.${role}@${home.toLowerCase()}.example`
      const payload = { name: `Matrix ${role}`, email, role, organisationId, password: passwordOfAll }
      const made = await administrator({ method: 'POST', url: '/api/accounts', payload })
      if (made.statusCode !== 201) throw new Error(`No account for ${role} at ${home}: ${made.body}`)
      people.push({ role, home, send: await signIn(tested, email) })
      members.push({ role, accountId: made.json().accountId })
    }
    await joinTeam(
      people,
      home,
      members.filter(({ role }) => role === 'oncologist' || role === 'nurse').map(({ accountId }) => accountId),
    )
  }
  return people
}

/** Without a team a clinician has no patients. */
async function joinTeam(people: readonly Person[], home: Home, accountIds: readonly string[]): Promise<void> {
  const officer = people.find((person) => person.home === home && person.role === 'information-officer')
  const listed = await officer?.send({ method: 'GET', url: '/api/teams' })
  const teams: readonly { readonly name: string; readonly teamId: string }[] = listed?.json().items ?? []
  const teamId = teams.find(({ name }) => name === 'Rare cancer team')?.teamId
  for (const accountId of accountIds) {
    const payload = { accountId }
    const joined = await officer?.send({ method: 'POST', url: `/api/teams/${teamId}/members`, payload })
    if (joined?.statusCode !== 200) throw new Error(`Nobody could join the team of ${home}: ${joined?.body}`)
  }
}

async function signIn(tested: TestApp, email: string): Promise<Send> {
  const answer = await tested.send({ method: 'POST', url: '/api/session', payload: { email, password: passwordOfAll } })
  if (answer.statusCode !== 200) throw new Error(`Signing in failed: ${answer.body}`)
  const cookies = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))
  return (request) => tested.send({ ...request, cookies })
}
