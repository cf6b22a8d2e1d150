import { describe, expect, it } from 'vitest'
import { parseSearch } from '../../data/search-params.ts'
import { knownSearch, saysMore } from './known-search.ts'
import { patientSearch } from './patient-filters.ts'

const types = [{ cancerTypeId: 'bone-chordoma' }]
const read = (text: string) => {
  const params = new URLSearchParams(text)
  const search = knownSearch(parseSearch(patientSearch, params), types)
  return { search, isMore: saysMore(params, search) }
}

describe('the filters of an address', () => {
  it.each(['', 'cancerType=bone-chordoma', 'missing=stage&missing=biomarkers&sort=updated&direction=ascending'])(
    'are all known in "%s"',
    (text) => expect(read(text).isMore).toBe(false),
  )

  it.each(['cancerType=bogus', 'grade=bogus', 'missing=stage&missing=bogus', 'colour=red'])(
    'leave out what is not known in "%s", and it is noticed',
    (text) => {
      const { search, isMore } = read(text)
      expect(search).toEqual(parseSearch(patientSearch, new URLSearchParams()))
      expect(isMore).toBe(true)
    },
  )
})
