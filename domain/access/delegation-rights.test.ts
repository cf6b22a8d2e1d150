import { describe, expect, it } from 'vitest'
import { addRefusal, dutiesToGive, endRefusal, type LogKeeper, mayEnd } from './delegation-rights.ts'
import { everyDuty } from './duty.ts'
import type { Role } from './role.ts'

const asOf = '2026-06-15'
const administrator: LogKeeper = { accountId: 'administrator', role: 'administrator', duties: [] }
const leader: LogKeeper = { accountId: 'leader', role: 'investigator', duties: ['principalInvestigator'] }
const colleague: LogKeeper = { accountId: 'colleague', role: 'investigator', duties: ['subInvestigator'] }
const nurse: LogKeeper = { accountId: 'nurse', role: 'site-nurse', duties: ['consent'] }
const days = { startsOn: asOf, endsOn: null, endedOn: null }
const consent = { accountId: 'nurse', duty: 'consent', enteredBy: 'Dr Robin Hale', ...days } as const
const leading = { accountId: 'leader', duty: 'principalInvestigator', ...days } as const

function add(keeper: LogKeeper, line: Parameters<typeof addRefusal>[0]['line'], role: Role | null = 'site-nurse') {
  return addRefusal({ keeper, line, role, log: [], asOf })
}

describe('who keeps a log', () => {
  it('an administrator gives every duty, a principal investigator all but the own one, others none', () => {
    expect(dutiesToGive(administrator)).toEqual(everyDuty)
    expect(dutiesToGive(leader)).toEqual(everyDuty.filter((duty) => duty !== 'principalInvestigator'))
    for (const other of [colleague, nurse, { ...nurse, duties: everyDuty }]) expect(dutiesToGive(other)).toEqual([])
  })

  it('nobody gives a duty to themselves', () => {
    expect(add(leader, { ...consent, accountId: 'leader' }, 'investigator')?.kind).toBe('own-delegation')
    const oneself = { ...leading, accountId: 'administrator' }
    expect(add(administrator, oneself, 'administrator')?.kind).toBe('own-delegation')
  })

  it('only an administrator puts a principal investigator on the log', () => {
    const another = { ...leading, accountId: 'colleague' }
    expect(add(administrator, another, 'investigator')).toBeNull()
    expect(add(leader, another, 'investigator')?.title).toBe('An administrator enters the principal investigator')
    expect(add(colleague, consent)?.title).toBe('You do not keep this log')
  })

  it('a line is ended by who keeps the log or by the person, and that of a leader by no other leader', () => {
    expect(mayEnd(leader, consent)).toBe(true)
    expect(mayEnd(leader, leading)).toBe(true)
    expect(mayEnd(nurse, consent)).toBe(true)
    expect(mayEnd(administrator, leading)).toBe(true)
    expect(endRefusal(nurse, leading, asOf)?.title).toBe('You do not keep this log')
    expect(endRefusal({ ...leader, accountId: 'second' }, leading, asOf)?.status).toBe(403)
  })
})

describe('a new line', () => {
  it('names somebody of the site, with a duty for their role', () => {
    expect(add(administrator, consent)).toBeNull()
    expect(add(administrator, consent, null)?.errors?.[0]?.pointer).toBe('/accountId')
    expect(add(administrator, { ...consent, duty: 'principalInvestigator' })?.errors?.[0]?.pointer).toBe('/duty')
    expect(add(administrator, consent, 'nurse')?.errors?.[0]?.pointer).toBe('/duty')
  })

  it.each([
    ['yesterday', '2026-06-14', null, '/startsOn'],
    ['today', '2026-06-15', null, null],
    ['one day', '2026-06-15', '2026-06-15', null],
    ['backwards', '2026-06-16', '2026-06-15', '/endsOn'],
  ])('that begins or ends %s', (_, startsOn, endsOn, pointer) => {
    expect(add(administrator, { ...consent, startsOn, endsOn })?.errors?.[0]?.pointer ?? null).toBe(pointer)
  })

  it('says nothing that the log says already for the same days', () => {
    const again = (log: Parameters<typeof addRefusal>[0]['log']) =>
      addRefusal({ keeper: administrator, line: consent, role: 'site-nurse', log, asOf })
    expect(again([consent])).toMatchObject({
      status: 409,
      detail:
        'This person has "Taking consent" on this log already, from 15-Jun-2026 without a last day, entered by Dr Robin Hale.',
      remedy: 'End the line that there is first.',
    })
    expect(again([{ ...consent, endsOn: '2026-06-30' }])).toMatchObject({
      detail: expect.stringContaining('from 15-Jun-2026 to 30-Jun-2026'),
      remedy: 'Give days after the line that there is.',
    })
    expect(again([{ ...consent, endedOn: asOf }])).toBeNull()
    expect(again([{ ...consent, duty: 'coordination' }])).toBeNull()
    expect(again([{ ...consent, accountId: 'another' }])).toBeNull()
  })
})

it('a line that is past is not ended again', () => {
  expect(endRefusal(administrator, consent, asOf)).toBeNull()
  expect(endRefusal(administrator, { ...consent, startsOn: '2026-07-01' }, asOf)).toBeNull()
  expect(endRefusal(administrator, { ...consent, endedOn: asOf }, asOf)?.kind).toBe('conflict')
  expect(endRefusal(administrator, { ...consent, startsOn: '2026-05-01', endsOn: '2026-06-14' }, asOf)?.status).toBe(
    409,
  )
})
