import { expect, test } from 'vitest'
import { draftCriteria } from '../../tests/support/build-draft.ts'
import { type DraftTrial, readDraftTrial } from './draft-trial.ts'

const draft: DraftTrial = {
  cancerTypeIds: ['gi-flc'],
  isBasket: false,
  criteria: draftCriteria,
}
const first = draft.criteria[0]
if (first === undefined) throw new Error('The draft of the tests has no criterion.')
const faultsOf = (parts: Partial<DraftTrial>) => {
  const read = readDraftTrial({ ...draft, ...parts })
  return read.kind === 'faults' ? read.faults.map(({ pointer }) => pointer) : []
}

test('a draft reads as a trial that takes patients', () => {
  const read = readDraftTrial({ ...draft, title: 'Liver draft', cohorts: ['A'] })
  expect(read).toMatchObject({
    kind: 'trial',
    trial: { record: { title: 'Liver draft', cohorts: [{ name: 'A', recruitmentStatus: 'open' }] } },
  })
})

test('a malformed rule is refused at its node, with the remedy', () => {
  const rule = { op: 'all', of: [{ op: 'age', unit: 'years', min: 18 }, { op: 'ps', scale: 'ECOG' }, { op: 'lab' }] }
  const read = readDraftTrial({ ...draft, criteria: [{ ...first, rule }] })
  const faults = read.kind === 'faults' ? read.faults : []
  expect(faults.map(({ pointer }) => pointer)).toContain('/criteria/0/rule/of/2/analyte')
  expect(faults.every(({ remedy }) => remedy !== '')).toBe(true)
  expect(faults.length).toBeGreaterThan(2)
})

test('a rule that asks for a word that nobody can record is refused, as it would count everybody or nobody', () => {
  const rule = { op: 'not', of: { op: 'condition', concept: 'auto-immune-disease', status: 'active' } }
  const read = readDraftTrial({ ...draft, criteria: [{ ...first, rule }] })
  expect(read).toMatchObject({ kind: 'faults', faults: [{ pointer: '/criteria/0/rule/of/concept' }] })
  expect(read.kind === 'faults' && read.faults[0]?.remedy).toContain('autoimmune-disease')
})

test('a draft too large to be worked out is refused where it becomes so', () => {
  const rule = (leaves: number) => ({
    op: 'any',
    of: Array.from({ length: leaves }, () => ({ op: 'age', unit: 'years', min: 18 })),
  })
  const criteria = (last: number) =>
    [999, last].map((leaves, index) => ({ ...first, criterionId: `I${index}`, rule: rule(leaves) }))
  expect([998, 999].map((last) => faultsOf({ criteria: criteria(last) }))).toEqual([[], []])
  expect(faultsOf({ criteria: criteria(1000) })).toEqual(['/criteria/1/rule'])
})

test('everything that is wrong is said at once', () => {
  const criteria = [first, { ...first, kind: 'wish', rule: 'adult' }, { ...first, criterionId: '' }]
  expect(faultsOf({ cancerTypeIds: ['gi-flc', 'unheard-of'], criteria })).toEqual([
    '/cancerTypeIds/1',
    '/criteria/1/criterionId',
    '/criteria/1/kind',
    '/criteria/1/rule',
    '/criteria/2/criterionId',
  ])
})

test('a draft for no cancer is refused, and one for many cancers needs no cancer type', () => {
  expect(faultsOf({ cancerTypeIds: [] })).toEqual(['/cancerTypeIds'])
  expect(faultsOf({ cancerTypeIds: [], isBasket: true })).toEqual([])
})

test('a criterion bound to a cohort that the draft does not have is refused', () => {
  const criteria = [{ ...first, appliesTo: ['A', 'B'] }]
  expect(faultsOf({ criteria, cohorts: ['A'] })).toEqual(['/criteria/0/appliesTo/1'])
  expect(faultsOf({ criteria, cohorts: ['A', 'B'] })).toEqual([])
  expect(faultsOf({ criteria, cohorts: [] })).toEqual(['/criteria/0/appliesTo/0', '/criteria/0/appliesTo/1'])
})

test('a draft that declares no cohorts speaks of none, so that a misspelt one is no cohort that an exclusion spares', () => {
  const adults = { op: 'age', unit: 'years', min: 18 }
  const assigned = { op: 'cohort', assign: ['A', 'B '].map((cohort) => ({ cohort, when: adults })) }
  const bound = { ...first, criterionId: 'E1', kind: 'exclusion', appliesTo: ['A', 'B'] }
  const criteria = [{ ...first, rule: assigned }, bound]
  const read = readDraftTrial({ ...draft, criteria })
  expect(read.kind === 'faults' ? read.faults : []).toEqual([
    {
      pointer: '/criteria/0/rule/assign/0/cohort',
      problem: '"A" is not a cohort of the trial',
      remedy: 'List the cohorts of the trial in "cohorts", such as "A", "B ", "B"',
    },
    expect.objectContaining({ pointer: '/criteria/0/rule/assign/1/cohort' }),
    expect.objectContaining({ pointer: '/criteria/1/appliesTo/0' }),
    expect.objectContaining({ pointer: '/criteria/1/appliesTo/1' }),
  ])
  expect(faultsOf({ criteria, cohorts: ['A', 'B'] })).toEqual(['/criteria/0/rule/assign/1/cohort'])
  expect(faultsOf({ criteria, cohorts: ['A', 'B', 'B '] })).toEqual(['/cohorts/2'])
})

test('a cohort that takes nobody now is one of the draft, and is closed', () => {
  const read = readDraftTrial({ ...draft, cohorts: ['A', 'B'], closedCohorts: ['B'] })
  expect(read.kind === 'trial' && read.trial.record.cohorts).toEqual([
    { name: 'A', recruitmentStatus: 'open' },
    { name: 'B', recruitmentStatus: 'paused' },
  ])
  expect(readDraftTrial({ ...draft, cohorts: ['A'], closedCohorts: ['A', 'B'] })).toEqual({
    kind: 'faults',
    faults: [
      { pointer: '/closedCohorts/1', problem: '"B" is not a cohort of the trial', remedy: 'Add it to "cohorts" too' },
    ],
  })
})

test('a text may say neither that it includes nor that it excludes, a rule may not', () => {
  const text = { ...first, kind: 'notStated', rule: null }
  const read = readDraftTrial({ ...draft, criteria: [text] })
  expect(read.kind === 'trial' && read.trial.record.criteria).toMatchObject([{ isKindStated: false, expr: null }])
  expect(faultsOf({ criteria: [{ ...first, kind: 'notStated' }] })).toEqual(['/criteria/0/kind'])
  expect(faultsOf({ criteria: [{ ...text, rule: { op: 'age' } }] })[0]).toBe('/criteria/0/kind')
})

test('a rule in a unit that nobody records, or with a limit that nobody has, is refused at its node', () => {
  const lab = (analyte: string, value: number, unit: string) => ({ op: 'lab', analyte, cmp: '>=', value, unit })
  const rule = {
    op: 'all',
    of: [lab('platelets', 100, 'g/L'), lab('haemoglobin', 9, 'g/L'), lab('haemoglobin', 90, 'g/L')],
  }
  expect(faultsOf({ criteria: [{ ...first, rule }] })).toEqual([
    '/criteria/0/rule/of/0/unit',
    '/criteria/0/rule/of/1/value',
  ])
})
