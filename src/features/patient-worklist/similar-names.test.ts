import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { id, jane } from './sample-patients.ts'
import { markSimilarNames } from './similar-names.ts'

type PatientRow = components['schemas']['PatientRow']

const person = (last: string, familyName: string, givenName: string, bornOn: string | null): PatientRow => ({
  ...jane,
  patientId: id(last),
  name: { familyName, givenName, title: null },
  bornOn,
})
const marksOf = (...rows: PatientRow[]) => markSimilarNames(rows).map(({ hasSimilarName }) => hasSimilarName)

describe('two patients of one surname', () => {
  it.each([
    ['Jane', 'Jane'],
    ['Jane', 'JÁNE'],
    ['Rob', 'Robert'],
    ['J', 'Jane'],
    ['Jon', 'John'],
    ['Ann', 'Ane'],
    ['Maria', 'Marie'],
    ['Amal', 'Kamal'],
    ['', 'Jane'],
  ])('named "%s" and "%s" could be confused', (one, other) => {
    expect(marksOf(person('01', 'Smith', one, '1962-03-05'), person('02', 'SMÍTH', other, '1980-01-01'))).toEqual([
      true,
      true,
    ])
    expect(marksOf(person('01', 'Smith', other, null), person('02', 'Smith', one, null))).toEqual([true, true])
  })

  it.each([
    ['Jane', 'John'],
    ['Jane', 'Rajesh'],
    ['Jo', 'Bo'],
    ['Joan', 'Johnny'],
    ['Robert', 'Roger'],
  ])('named "%s" and "%s" are told apart by the name', (one, other) => {
    expect(marksOf(person('01', 'Smith', one, '1962-03-05'), person('02', 'Smith', other, '1962-03-06'))).toEqual([
      false,
      false,
    ])
  })

  it('born on the same day could be confused, whatever their first names', () => {
    expect(marksOf(person('01', 'Smith', 'Jane', '1962-03-05'), person('02', 'Smith', 'Omar', '1962-03-05'))).toEqual([
      true,
      true,
    ])
  })

  it('whose days of birth are not known are not thereby born on the same day', () => {
    expect(marksOf(person('01', 'Smith', 'Jane', null), person('02', 'Smith', 'Omar', null))).toEqual([false, false])
  })
})

it('only those who are alike are marked among several of one surname, and a longer surname is another', () => {
  const rows = [
    person('01', "O'Neill", 'Anne', '1950-01-01'),
    person('02', 'O’Neill', 'Peter', '1951-01-01'),
    person('03', 'ONEILL', 'Ann', '1952-01-01'),
    person('04', 'ONeills', 'Anne', '1950-01-01'),
  ]
  expect(marksOf(...rows)).toEqual([true, false, true, false])
})

it('nobody is like people without a surname, and nobody is like themselves', () => {
  expect(marksOf(person('01', '', 'Ann', '1950-01-01'), person('02', '', 'Ann', '1950-01-01'))).toEqual([false, false])
  expect(marksOf(jane)).toEqual([false])
})
