import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSearch, parseSearch } from '../../data/search-params.ts'
import { type TrialSearch, trialOrder, trialQuery, trialSearch } from './trial-filters.ts'

const read = (search: string) => parseSearch(trialSearch, new URLSearchParams(search))

describe('the filters of the catalogue in the address', () => {
  it('come back as they were written, whatever is chosen', () => {
    const set = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
    const searches: fc.Arbitrary<TrialSearch> = fc.record({
      text: set(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
          .map((text) => text.trim())
          .filter((text) => text !== ''),
      ),
      cancerType: set(fc.stringMatching(/^[a-z0-9-]{2,60}$/)),
      recruiting: set(fc.constantFrom('open', 'notOpen')),
      country: set(fc.stringMatching(/^[A-Z]{2}$/)),
      sort: fc.constantFrom('lastUpdated', 'title'),
      after: set(fc.uuid()),
      before: set(fc.uuid()),
    })
    fc.assert(
      fc.property(searches, (search) => {
        expect(parseSearch(trialSearch, formatSearch(trialSearch, search))).toEqual(search)
      }),
    )
  })

  it('fall back where an address says what cannot be', () => {
    expect(read(`text=${'x'.repeat(201)}&cancerType=A&recruiting=soon&country=uk&sort=age&before=5`)).toEqual(read(''))
  })
})

it('what is asked of the API leaves out what is not set', () => {
  expect(trialQuery(read(''))).toEqual({ sort: 'lastUpdated', limit: 25 })
  expect(trialQuery(read('text=brachyury&cancerType=bone-chordoma&recruiting=open&country=GB&sort=title'))).toEqual({
    text: 'brachyury',
    cancerTypeId: 'bone-chordoma',
    recruiting: 'open',
    country: 'GB',
    sort: 'title',
    limit: 25,
  })
})

it('the newest change comes first, titles from A to Z', () => {
  expect(trialOrder(read(''))).toEqual({ columnId: 'lastUpdated', direction: 'descending' })
  expect(trialOrder(read('sort=title'))).toEqual({ columnId: 'title', direction: 'ascending' })
})
