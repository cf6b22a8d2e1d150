import { describe, expect, it } from 'vitest'
import type { Criterion, CriterionClass, Expr, TrialCriteria } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { allConfirmed, recordWith, treatmentOf } from './sample-record.ts'
import { trialOutcome } from './trial-outcome.ts'

const asOf = '2026-08-04'
const met: Expr = { op: 'sex', in: ['male'] }
const notMet: Expr = { op: 'sex', in: ['female'] }
const unknown: Expr = { op: 'ps', scale: 'ECOG', in: [0] }
const attest: Expr = { op: 'attest', by: 'clinician', text: 'Fit' }

function criterion(expr: Expr | null, parts: Partial<Criterion> = {}): Criterion {
  return { id: 'I1', kind: 'inclusion', text: 'As written', class: 'hard', expr, ...parts }
}

function outcomeOf(
  criteria: readonly Criterion[],
  record: Partial<PatientRecord> = {},
  trial: Partial<TrialCriteria> = {},
) {
  const facts = deriveFacts(recordWith({ sex: 'male', assertions: allConfirmed(asOf), ...record }))
  return trialOutcome({ trialId: 'DEMO-1', anchor: 'registration', criteria, ...trial }, facts, { asOf })
}

describe('the outcome of a trial', () => {
  it.each<[CriterionClass, string]>([
    ['hard', 'notMatched'],
    ['judgement', 'notMatched'],
    ['gate', 'notMatched'],
    ['timeLimited', 'notMatched'],
    ['correctable', 'notYet'],
    ['washout', 'notYet'],
    ['advisory', 'noFailuresFound'],
  ])('with a %s criterion not met is %s', (className, outcome) => {
    expect(outcomeOf([criterion(met), criterion(notMet, { class: className })]).outcome).toBe(outcome)
  })

  it.each<[string, readonly Criterion[], string]>([
    ['nothing open', [criterion(met)], 'noFailuresFound'],
    ['data missing', [criterion(met), criterion(unknown)], 'needsData'],
    ['only a judgement missing', [criterion(met), criterion(attest)], 'needsClinician'],
    ['only a gate outstanding', [criterion(met), criterion(unknown, { class: 'gate' })], 'needsClinician'],
    ['text to read', [criterion(met), criterion(null)], 'needsClinician'],
    ['data and a judgement missing', [criterion(unknown), criterion(attest)], 'needsData'],
    [
      'something to correct and data missing',
      [criterion(notMet, { class: 'correctable' }), criterion(unknown)],
      'notYet',
    ],
    ['a failure and data missing', [criterion(notMet), criterion(unknown)], 'notMatched'],
    ['advice open', [criterion(met), criterion(unknown, { class: 'advisory' })], 'noFailuresFound'],
    ['nothing checked', [], 'needsClinician'],
  ])('with %s is %s', (_name, criteria, outcome) => {
    expect(outcomeOf(criteria).outcome).toBe(outcome)
  })

  it('counts what software checked and what is to be read', () => {
    expect(outcomeOf([criterion(met), criterion(null), criterion(null)]).counts).toEqual({ checked: 1, toRead: 2 })
  })

  it('lists what would settle a criterion', () => {
    const [first] = outcomeOf([criterion({ op: 'all', of: [unknown, attest, met] })]).criteria
    expect(first?.state).toBe('unknown')
    expect(first?.items.map(({ key }) => key)).toEqual(['ps:ECOG', 'attest:Fit'])
  })

  it('leaves out items of a part that is already decided', () => {
    const [first] = outcomeOf([criterion({ op: 'all', of: [{ op: 'any', of: [met, unknown] }, attest] })]).criteria
    expect(first).toMatchObject({ state: 'person', items: [{ key: 'attest:Fit' }] })
  })
})

describe('time', () => {
  const washout = criterion(
    { op: 'therapy', any: ['chemotherapy'], withinDays: 14 },
    { kind: 'exclusion', class: 'washout' },
  )
  const treatments = [treatmentOf('carboplatin', { classes: ['chemotherapy'], endedOn: '2026-08-01' })]

  it('names the day on which a washout is over', () => {
    expect(outcomeOf([criterion(met), washout], { treatments })).toMatchObject({
      outcome: 'notYet',
      canBeMetFrom: '2026-08-16',
    })
  })

  it('names no day when something must also be corrected, or treatment goes on', () => {
    const both = outcomeOf([criterion(notMet, { class: 'correctable' }), washout], { treatments })
    expect(both).toMatchObject({ outcome: 'notYet', canBeMetFrom: null })
    const ongoing = [treatmentOf('carboplatin', { classes: ['chemotherapy'], isOngoing: true })]
    expect(outcomeOf([washout], { treatments: ongoing })).toMatchObject({ outcome: 'notYet', canBeMetFrom: null })
  })

  const resected = (endedOn: string) => ({
    treatments: [treatmentOf('resection', { kind: 'surgery', procedure: 'primary-resection', endedOn })],
  })
  const interval = (limits: { minDays?: number; maxDays?: number }) =>
    criterion({ op: 'interval', from: 'surgery.primary-resection', to: 'anchor', ...limits }, { class: 'timeLimited' })

  it('says when a limit runs out, and that it has run out', () => {
    expect(outcomeOf([interval({ maxDays: 98 })], resected('2026-05-01'))).toMatchObject({
      outcome: 'noFailuresFound',
      expiresOn: '2026-08-07',
    })
    expect(outcomeOf([interval({ maxDays: 98 })], resected('2026-04-27')).outcome).toBe('notMatched')
  })

  it.each([
    [106, null],
    [107, '2026-08-16'],
    [108, '2026-08-16'],
  ])('names no day on which another limit, met for %i days, has run out', (maxDays, day) => {
    const record = { treatments: [...treatments, ...resected('2026-05-01').treatments] }
    for (const className of ['hard', 'timeLimited'] as const) {
      const limit = { ...interval({ maxDays }), class: className }
      expect(outcomeOf([limit, washout], record)).toMatchObject({ outcome: 'notYet', canBeMetFrom: day })
    }
  })

  it('waits for a least interval', () => {
    expect(outcomeOf([interval({ minDays: 28 })], resected('2026-08-01'))).toMatchObject({
      outcome: 'notYet',
      canBeMetFrom: '2026-08-29',
    })
  })
})

describe('where no cohort fits', () => {
  const onlyIn = (cohort: string, id: string) => criterion(notMet, { id, appliesTo: [cohort] })

  it('the one that the fewest criteria exclude from is shown, the first of several', () => {
    const two = [onlyIn('A', 'I1'), onlyIn('A', 'I2'), onlyIn('B', 'I3')]
    expect(outcomeOf(two)).toMatchObject({ outcome: 'notMatched', cohort: 'B' })
    expect(outcomeOf([...two, onlyIn('B', 'I4')])).toMatchObject({ outcome: 'notMatched', cohort: 'A' })
  })
})

describe('cohorts', () => {
  const assign = criterion({
    op: 'cohort',
    assign: [
      { cohort: 'A', when: met },
      { cohort: 'B', when: unknown },
    ],
  })
  const neuropathy = criterion({ op: 'inCohort', cohort: 'A', expr: met }, { kind: 'exclusion', class: 'judgement' })

  it('give the trial the best of their outcomes', () => {
    expect(outcomeOf([assign, neuropathy])).toMatchObject({
      outcome: 'needsData',
      cohort: 'B',
      cohorts: [
        { cohort: 'A', outcome: 'notMatched' },
        { cohort: 'B', outcome: 'needsData' },
      ],
    })
  })

  it('count only while they are open', () => {
    expect(outcomeOf([assign, neuropathy], {}, { openCohorts: ['A'] })).toMatchObject({
      outcome: 'notMatched',
      cohort: 'A',
    })
    expect(outcomeOf([assign], {}, { openCohorts: [] })).toMatchObject({ outcome: 'notMatched', cohorts: [] })
  })

  it('are bound by the criteria that apply to them', () => {
    const onlyB = criterion(notMet, { appliesTo: ['B'] })
    expect(outcomeOf([criterion(met, { appliesTo: ['A'] }), onlyB])).toMatchObject({
      outcome: 'noFailuresFound',
      cohort: 'A',
    })
  })
})
