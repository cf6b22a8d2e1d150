import { describe, expect, test } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import { allConfirmed, finding, recordWith } from '../sample-record.ts'

const asOf = '2026-08-04'
const day = (daysAgo: number) => addDays(asOf, -daysAgo)
const confirmedAgo = (leaf: Leaf, daysAgo: number) =>
  evaluateLeaf(leaf, deriveFacts(recordWith({ assertions: allConfirmed(day(daysAgo)) })), asOf)

describe('a confirmation that a category is complete', () => {
  test.each<[string, Leaf]>([
    ['radiotherapy', { op: 'therapy', any: ['radiotherapy'], withinDays: 14 }],
    ['surgery', { op: 'surgery', procedure: 'major', withinDays: 14 }],
    ['a medicine', { op: 'medication', concept: 'corticosteroid', withinDays: 14 }],
    ['a condition', { op: 'condition', concept: 'myocardial-infarction', withinDays: 14 }],
    ['a toxicity', { op: 'toxicity', term: 'neuropathy', gradeMin: 2, withinDays: 14 }],
    ['another cancer', { op: 'otherMalignancy', withinDays: 14 }],
    ['toxicities of the list alone', { op: 'toxicity', onlyTerms: ['alopecia'], withinDays: 14 }],
    ['cancers of the list alone', { op: 'otherMalignancy', onlyTypes: ['bcc-treated'], withinDays: 14 }],
  ])('says nothing of %s in a window that lies wholly behind it', (_what, leaf) => {
    expect([13, 14, 15].map((daysAgo) => confirmedAgo(leaf, daysAgo).verdict)).toEqual(['notMet', 'notMet', 'unknown'])
    const { reason } = confirmedAgo(leaf, 15)
    expect(['stale', 'notConfirmedComplete']).toContain(reason)
  })

  test('says nothing of an infection that the protocol wants ruled out more lately', () => {
    const leaf: Leaf = { op: 'infection', agent: 'HBV', result: 'positive', withinDays: 14 }
    expect([13, 14, 15].map((daysAgo) => confirmedAgo(leaf, daysAgo).verdict)).toEqual(['notMet', 'notMet', 'unknown'])
  })

  test('says nothing of other medicines of a class in a window that lies wholly behind it', () => {
    const leaf: Leaf = { op: 'medication', concept: 'prednisolone', only: true, withinDays: 14 }
    const taken = finding('medication', 'prednisolone', 'active', asOf)
    const alone = (daysAgo: number) =>
      evaluateLeaf(
        leaf,
        deriveFacts(recordWith({ observations: [taken], assertions: allConfirmed(day(daysAgo)) })),
        asOf,
      ).verdict
    expect([13, 14, 15].map(alone)).toEqual(['met', 'met', 'unknown'])
  })

  test('lasts no longer for a long window than it is good for', () => {
    const leaf: Leaf = { op: 'therapy', any: ['radiotherapy'], withinDays: 183 }
    expect([27, 28, 29].map((daysAgo) => confirmedAgo(leaf, daysAgo).verdict)).toEqual(['notMet', 'notMet', 'unknown'])
  })
})

test('a medicine said not to be taken before the window began may have been begun in it', () => {
  const leaf: Leaf = { op: 'medication', concept: 'corticosteroid', withinDays: 14 }
  const notTaken = (daysAgo: number) =>
    evaluateLeaf(
      leaf,
      deriveFacts(recordWith({ observations: [finding('medication', 'corticosteroid', 'absent', day(daysAgo))] })),
      asOf,
    ).verdict
  expect([13, 14, 15].map(notTaken)).toEqual(['notMet', 'notMet', 'unknown'])
})
