import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { formatSearch, parseSearch } from '../../data/search-params.ts'
import { clockStates, referralFilters, referralSorts, toQuery } from './referral-filters.ts'

const read = (search: string) => parseSearch(referralFilters, new URLSearchParams(search))
const id = '00000000-0000-4000-8000-000000000009'

const anyFilters = fc.record({
  scope: fc.constantFrom('mine' as const, 'organisation' as const),
  clock: fc.subarray([...clockStates]),
  status: fc.subarray(referralStatuses.map(({ status }) => status)),
  closed: fc.constantFrom('no' as const, 'yes' as const),
  minded: fc.constantFrom('no' as const, 'yes' as const),
  trialId: fc.option(fc.uuid({ version: 4 }), { nil: undefined }),
  sort: fc.constantFrom(...referralSorts),
  after: fc.option(fc.uuid({ version: 4 }), { nil: undefined }),
  before: fc.option(fc.uuid({ version: 4 }), { nil: undefined }),
})

describe('the filters of the referral worklist', () => {
  it('survive the way into an address and back, whatever they are', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const address = formatSearch(referralFilters, filters)
        expect(parseSearch(referralFilters, new URLSearchParams(address.toString()))).toEqual(filters)
      }),
    )
  })

  it('need no address for the usual view: all of the organisation, by the day due, without what has ended', () => {
    expect(formatSearch(referralFilters, read('')).toString()).toBe('')
    expect(toQuery(read(''))).toEqual({ scope: 'organisation', sort: 'dueOn' })
  })

  it('are understood as the tiles of the home page write them', () => {
    expect(read('clock=overdue&clock=escalated').clock).toEqual(['overdue', 'escalated'])
    expect(toQuery(read('minded=yes')).minded).toBe(true)
    expect(read('status=referral-draft').status).toEqual(['referral-draft'])
  })

  it('ignore nonsense, so that no address breaks the page', () => {
    expect(read('scope=all&clock=late&status=lost&closed=1&sort=name&after=7')).toEqual(read(''))
  })

  it('ask the API for exactly what is set', () => {
    expect(toQuery(read(`scope=mine&clock=due&status=sent&closed=yes&sort=sentOn&after=${id}&trialId=${id}`))).toEqual({
      scope: 'mine',
      clock: ['due'],
      status: ['sent'],
      closed: true,
      sort: 'sentOn',
      after: id,
      trialId: id,
    })
  })
})
