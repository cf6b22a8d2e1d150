import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatSearch, parseSearch } from '../../data/search-params.ts'
import {
  allOf,
  countOf,
  outcomes,
  type PossiblePatientSearch,
  possiblePatientSearch,
} from './possible-patient-filters.ts'

it('the choice among possible patients comes back from the address as it was written', () => {
  const searches: fc.Arbitrary<PossiblePatientSearch> = fc.record({
    outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
    after: fc.option(fc.uuid(), { nil: undefined }),
  })
  fc.assert(
    fc.property(searches, (search) => {
      expect(parseSearch(possiblePatientSearch, formatSearch(possiblePatientSearch, search))).toEqual(search)
    }),
  )
  expect(parseSearch(possiblePatientSearch, new URLSearchParams('outcome=eligible&after=2'))).toEqual({})
})

it('counts the patients that are listed: those of the chosen outcome or, without one, all but those who do not fit', () => {
  const counts = { noFailuresFound: 1, needsClinician: 2, needsData: 3, notYet: 4, notMatched: 5 }
  expect(countOf(counts, {})).toBe(10)
  expect(countOf(counts, { outcome: 'notMatched' })).toBe(5)
  expect(allOf(counts)).toBe(15)
  expect(countOf(counts, { outcome: 'needsData' })).toBe(3)
})
