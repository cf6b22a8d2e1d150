import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder, type Person, patientSearchCases, people } from '../../tests/support/patient-search-cases.ts'
import { foldText } from './fold-text.ts'
import { isFoundByText, patientSearchForm, soughtPieces } from './patient-search.ts'

const everybody = Object.entries(people).map(([name, person]) => [name as Person, patientSearchForm(person)] as const)

describe('who is found by what is typed', () => {
  test.each(patientSearchCases)('"%s" finds %j', (typed, found) => {
    const names = everybody.filter(([, form]) => isFoundByText(form, typed)).map(([name]) => name)
    expect(inOrder(names)).toEqual(inOrder(found))
  })

  test('everybody is found by the whole name in either order, and by any beginning of it', () => {
    for (const person of Object.values(people)) {
      const { familyName, givenName } = person
      const form = patientSearchForm({ ...person, nhsNumber: null, hospitalNumber: null })
      for (const typed of [`${familyName} ${givenName}`, `${givenName} ${familyName}`, `${familyName}, ${givenName}`]) {
        for (let length = 1; length <= typed.length; length++) {
          const beginning = typed.slice(0, length)
          expect(isFoundByText(form, beginning), beginning).toBe(foldText(beginning) !== '')
        }
      }
    }
  })
})

describe('the search form', () => {
  test('has every word with the rest of its name, and the numbers without signs', () => {
    expect(
      patientSearchForm({
        familyName: 'Smith-Jones',
        givenName: 'Amy',
        title: 'Ms',
        nhsNumber: '9990000018',
        hospitalNumber: 'RXH/12',
      }),
    ).toBe(' smithjones jones amy ms 9990000018 rxh12 12')
  })

  test('says nothing of what is not recorded', () => {
    const nobody = patientSearchForm({
      familyName: '',
      givenName: ' ',
      title: null,
      nhsNumber: null,
      hospitalNumber: null,
    })
    expect(nobody).toBe('')
    expect(isFoundByText(nobody, 'a')).toBe(false)
  })
})

test('pieces hold nothing that a query reads as a wildcard, and are few for each word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
      for (const pieces of soughtPieces(typed)) {
        expect(pieces.length).toBeLessThanOrEqual(4)
        for (const piece of pieces) expect(piece).toMatch(/^ ?[\p{L}\p{N}]+$/u)
      }
    }),
  )
})
