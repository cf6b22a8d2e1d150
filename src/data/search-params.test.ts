import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { formatSearch, parseSearch, searchWith } from './search-params.ts'

const filters = v.object({
  clock: v.fallback(v.array(v.picklist(['due', 'overdue'])), []),
  sort: v.fallback(v.picklist(['dueOn', 'sentOn']), 'dueOn'),
  after: v.fallback(v.optional(v.string()), undefined),
})
const read = (search: string) => parseSearch(filters, new URLSearchParams(search))

describe('filters in an address', () => {
  it('are read with every value of a list', () => {
    expect(read('clock=due&clock=overdue&sort=sentOn')).toEqual({ clock: ['due', 'overdue'], sort: 'sentOn' })
  })

  it('fall back where nothing is said or nonsense is', () => {
    expect(read('')).toEqual({ clock: [], sort: 'dueOn' })
    expect(read('clock=late&sort=name&unknown=1')).toEqual({ clock: [], sort: 'dueOn' })
  })

  it('are written without what equals the fallback, and read back as they were', () => {
    expect(formatSearch(filters, read('sort=dueOn')).toString()).toBe('')
    const busy = 'clock=due&clock=overdue&sort=sentOn&after=x'
    expect(formatSearch(filters, read(busy)).toString()).toBe(busy)
  })

  it('make links with some of them changed', () => {
    expect(searchWith(filters, read('clock=due&after=x'), { clock: [], after: undefined })).toBe('?')
    expect(searchWith(filters, read('clock=due'), { sort: 'sentOn' })).toBe('?clock=due&sort=sentOn')
  })
})
