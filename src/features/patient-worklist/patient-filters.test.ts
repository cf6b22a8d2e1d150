import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { formatSearch, parseSearch } from '../../data/search-params.ts'
import {
  missingItems,
  noReferral,
  orderBy,
  type PatientSearch,
  patientFilters,
  patientOrder,
  patientSearch,
} from './patient-filters.ts'

const read = (search: string) => parseSearch(patientSearch, new URLSearchParams(search))

describe('the filters of the worklist in the address', () => {
  it('come back as they were written, whatever is chosen', () => {
    const set = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
    const searches: fc.Arbitrary<PatientSearch> = fc.record({
      cancerType: set(fc.stringMatching(/^[a-z0-9-]{2,60}$/)),
      grade: set(fc.constantFrom('confirmed', 'possible')),
      candidate: set(fc.constantFrom('yes', 'no')),
      undecided: set(fc.constantFrom('lab:platelets', 'treatment:last dose date', 'biomarker:EWSR1|FLI1 fusion')),
      referral: fc.uniqueArray(fc.constantFrom(noReferral, ...referralStatuses.map(({ status }) => status))),
      missing: fc.uniqueArray(fc.constantFrom(...missingItems)),
      sort: fc.constantFrom('name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'),
      direction: set(fc.constantFrom('ascending', 'descending')),
      after: set(fc.uuid()),
      before: set(fc.uuid()),
    })
    fc.assert(
      fc.property(searches, (search) => {
        expect(parseSearch(patientSearch, formatSearch(patientSearch, search))).toEqual(search)
      }),
    )
  })

  it('have no place for free text', () => {
    expect(read('text=Smith&q=Smith&soughtText=Smith')).toEqual(read(''))
  })

  it('fall back where an address says what cannot be', () => {
    expect(read('cancerType=Not%20a%20code&grade=sure&candidate=maybe&referral=lost&sort=age&after=5')).toEqual(
      read(''),
    )
  })
})

describe('what is asked of the API', () => {
  it('leaves out what is not set', () => {
    expect(patientFilters(read(''), null)).toEqual({})
  })

  it('holds every filter of the address and the text beside it', () => {
    expect(
      patientFilters(
        read(
          'cancerType=bone-chordoma&grade=possible&candidate=no&undecided=lab:anc&referral=none&referral=sent&missing=stage',
        ),
        'O’Neill',
      ),
    ).toEqual({
      text: 'O’Neill',
      cancerTypeId: 'bone-chordoma',
      matchGrade: 'possible',
      hasCandidate: false,
      undecidedItem: 'lab:anc',
      referralStatus: ['none', 'sent'],
      missing: ['stage'],
    })
  })
})

describe('the order of the list', () => {
  it.each([
    ['', 'name', 'ascending'],
    ['sort=candidates', 'candidates', 'descending'],
    ['sort=updated&direction=ascending', 'updated', 'ascending'],
  ])('of the address "%s" is %s %s', (address, columnId, direction) => {
    expect(patientOrder(read(address))).toEqual({ columnId, direction })
  })

  it('begins in the usual direction of another column, and turns round on the same one', () => {
    const ascending = { columnId: 'candidates', direction: 'ascending' } as const
    expect(orderBy(ascending, { sort: 'name' })).toEqual({ sort: 'candidates' })
    expect(orderBy(ascending, { sort: 'candidates' })).toEqual({ sort: 'candidates', direction: 'ascending' })
    expect(orderBy({ ...ascending, direction: 'descending' }, { sort: 'candidates' })).toEqual({ sort: 'candidates' })
  })
})
