import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { operations } from '#api/schema.ts'
import { openTestApp, type TestApp } from '../support/build-app.ts'
import type { Access, OperationRow, Target } from './access-expectation.ts'
import { accessMatrix } from './access-matrix.ts'
import { everyRoleAtEachHome, type Person } from './access-people.ts'
import { findRecords, type Records } from './access-records.ts'
import { requestOf } from './access-requests.ts'

const contract: { paths: Record<string, Record<string, { operationId?: string }>> } = parse(
  readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8'),
)
const described = Object.values(contract.paths).flatMap((path) =>
  Object.values(path).flatMap((each) => each.operationId ?? []),
)
const rows = Object.entries(accessMatrix) as readonly (readonly [keyof operations, OperationRow])[]

const targetsOf: Readonly<Record<Exclude<OperationRow, { isPublic: true }>['on'], readonly Target[]>> = {
  none: ['none'],
  session: ['othersSession'],
  patient: ['ownPatient', 'otherTeamsPatient', 'patientWithoutTeam', 'othersPatient'],
  team: ['ownTeam', 'othersTeam'],
  site: ['ownSite', 'othersSite'],
  opening: ['ownOpening', 'othersOpening'],
  release: ['ownRelease', 'othersRelease'],
  referral: ['ownDraft', 'ownSent', 'received', 'receivedForOthers', 'othersDraft', 'othersSent'],
}

let tested: TestApp
let people: readonly Person[]
let records: Records
let cells = 0

beforeAll(async () => {
  tested = await openTestApp()
  people = await everyRoleAtEachHome(tested)
  records = await findRecords(tested.database, people)
})
afterAll(async () => {
  process.stdout.write(`Access matrix: ${rows.length} operations, ${cells} cells tried\n`)
  await tested.close()
})

it('has a row for every operation of the contract, and for nothing else', () => {
  expect(rows.map(([id]) => id).toSorted()).toEqual(described.toSorted())
})

describe.each(rows)('%s', (operation, row) => {
  it('is open to whom it should be, for the records it should be, and to nobody else', async () => {
    const found: string[] = []
    const wanted: string[] = []
    const note = async (who: string, target: Target, expected: Access, send: Person['send'], home: Person['home']) => {
      const answer = await send(requestOf(operation, records.idOf(target, home), records, home))
      cells += 1
      if (answer.statusCode === 400) throw new Error(`The request is not well-formed: ${answer.body}`)
      found.push(`${who}, ${target}: ${accessOf(answer.statusCode)}`)
      wanted.push(`${who}, ${target}: ${expected}`)
    }
    if ('isPublic' in row) {
      await note('a stranger', 'none', row.stranger, tested.send, 'ZZ001')
    } else {
      for (const target of targetsOf[row.on]) {
        await note('a stranger', target, 'signInFirst', tested.send, 'ZZ001')
        for (const { role, home, send } of people) {
          await note(`${role} of ${home}`, target, expectedOf(row, role, target), send, home)
        }
      }
    }
    expect(found).toEqual(wanted)
  })
})

function expectedOf(row: Exclude<OperationRow, { isPublic: true }>, role: Person['role'], target: Target): Access {
  if (row.on === 'none') return row.roles.includes(role) ? 'admitted' : 'refused'
  const ofRole: Readonly<Partial<Record<Target, Access>>> | undefined = row.roles[role]
  return ofRole?.[target] ?? 'refused'
}

function accessOf(status: number): Access {
  if (status === 401) return 'signInFirst'
  if (status === 403) return 'refused'
  return status === 404 ? 'hidden' : 'admitted'
}
