import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, Expr } from './criterion.ts'
import { criterionVerdicts } from './criterion-verdicts.ts'
import { decideOverride, type NewOverride } from './decide-override.ts'
import { deriveFacts } from './derive-facts.ts'
import type { OverrideEntry } from './override-entry.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { describeStandingOverrides } from './standing-override.ts'

const asOf = '2026-08-04'
const facts = deriveFacts(
  recordWith({
    observations: [
      finding('performance-status', 'ECOG', 3, '2026-08-01'),
      finding('lab', 'platelets', 82, '2026-08-03', { unit: '10*9/L' }),
    ],
  }),
)
const ecog = (upTo: number): Expr => ({ op: 'ps', scale: 'ECOG', in: Array.from({ length: upTo + 1 }, (_, at) => at) })
const platelets: Expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' }
/** The patient, with ECOG 3, belongs to neither cohort. */
const whichCohort: Expr = {
  op: 'cohort',
  assign: [
    { cohort: 'A', when: ecog(0) },
    { cohort: 'B', when: ecog(1) },
  ],
}

type Status = 'open' | 'closed-to-recruitment'
const cohorts = (a: Status, b: Status) => [
  { name: 'A', recruitmentStatus: a },
  { name: 'B', recruitmentStatus: b },
]
const criterion = (id: string, expr: Expr, parts: Partial<Criterion> = {}) =>
  criterionWith({ id, text: `Text of ${id}`, ...parts, expr })

function trialOf(criteria: readonly ReturnType<typeof criterion>[], open = cohorts('open', 'open')) {
  return trialWith({ isBasket: true, criteria, cohorts: open })
}

function decided(trial: ReturnType<typeof trialOf>, parts: Pick<NewOverride, 'criterionId' | 'cohort'>) {
  const verdicts = criterionVerdicts(assessTrial(facts, trial, asOf))
  const basis = verdicts.find(({ criterionId }) => criterionId === parts.criterionId)?.basis ?? 'none'
  const author = { overrideId: 'one', by: 'Dr A Example', role: 'oncologist', at: '2026-08-04T09:00:00Z' } as const
  const wanted = { ...parts, verdict: 'met', reason: 'Scored again today', basis, replaces: null } as const
  return decideOverride({ trial, facts, history: [], asOf }, wanted, author)
}

function setOn(trial: ReturnType<typeof trialOf>, parts: Pick<NewOverride, 'criterionId' | 'cohort'>): OverrideEntry {
  const decision = decided(trial, parts)
  if (decision.kind !== 'entry') throw new Error(`It was ${decision.kind}`)
  return decision.entry
}

describe('a verdict on a criterion that asks something else of each cohort', () => {
  const trial = trialOf([criterion('C1', whichCohort)])

  it('is about the cohort that it was shown for, and says nothing of the others', () => {
    const before = assessTrial(facts, trial, asOf)
    expect(before.criteria.cohorts.map(({ outcome }) => outcome)).toEqual(['notMatched', 'notMatched'])
    expect(criterionVerdicts(before)[0]).toMatchObject({ cohort: 'A' })
    const after = assessTrial(facts, trial, asOf, [setOn(trial, { criterionId: 'C1', cohort: 'A' })])
    expect(after.criteria.cohorts).toMatchObject([
      { cohort: 'A', outcome: 'noFailuresFound' },
      { cohort: 'B', outcome: 'notMatched' },
    ])
  })

  it('does not count any more once its cohort is closed', () => {
    const override = setOn(trial, { criterionId: 'C1', cohort: 'A' })
    const closed = trialOf([criterion('C1', whichCohort)], cohorts('closed-to-recruitment', 'open'))
    expect(assessTrial(facts, closed, asOf, [override]).outcome).toBe('notMatched')
  })

  it.each<[string, string | null, ReturnType<typeof cohorts>]>([
    ['no cohort named', null, cohorts('open', 'open')],
    ['a cohort that the trial does not have', 'C', cohorts('open', 'open')],
    ['a cohort that is closed', 'B', cohorts('open', 'closed-to-recruitment')],
  ])('is refused with %s', (_name, cohort, open) => {
    expect(decided(trialOf([criterion('C1', whichCohort)], open), { criterionId: 'C1', cohort })).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'no-such-criterion' },
    })
  })

  it('cannot be asked for where no cohort is open', () => {
    const closed = trialOf([criterion('C1', whichCohort)], cohorts('closed-to-recruitment', 'closed-to-recruitment'))
    expect(criterionVerdicts(assessTrial(facts, closed, asOf))[0]).toMatchObject({ cohort: null, basis: null })
  })

  it('is told apart also where only part of the rule asks the cohort', () => {
    const partly: Expr = { op: 'all', of: [platelets, { op: 'inCohort', cohort: 'B', expr: ecog(1) }] }
    const [shown] = criterionVerdicts(assessTrial(facts, trialOf([criterion('C1', partly)]), asOf))
    expect(shown?.cohort).toBe('B')
  })
})

describe('a verdict on a criterion that asks the same of every cohort', () => {
  const trial = trialOf([criterion('I1', platelets), criterion('C1', whichCohort)])

  it('counts in each of them', () => {
    const override = setOn(trial, { criterionId: 'I1', cohort: null })
    const both = [override, setOn(trial, { criterionId: 'C1', cohort: 'A' })]
    expect(assessTrial(facts, trial, asOf, both).criteria.cohorts).toMatchObject([
      { cohort: 'A', outcome: 'noFailuresFound' },
      { cohort: 'B', outcome: 'notMatched' },
    ])
    const { criteria } = assessTrial(facts, trial, asOf, [override]).criteria
    expect(criteria[0]).toMatchObject({ state: 'met', override: { state: 'active' } })
  })

  it('names no cohort', () => {
    expect(criterionVerdicts(assessTrial(facts, trial, asOf))[0]).toMatchObject({ criterionId: 'I1', cohort: null })
    expect(decided(trial, { criterionId: 'I1', cohort: 'A' })).toMatchObject({ kind: 'refused' })
  })
})

describe('the verdicts that stand', () => {
  const trial = trialOf([criterion('I1', platelets), criterion('C1', whichCohort)])
  const onA = { ...setOn(trial, { criterionId: 'C1', cohort: 'A' }), overrideId: 'a' }
  const onBoth = {
    ...setOn(trial, { criterionId: 'I1', cohort: null }),
    overrideId: 'both',
    at: '2026-08-04T10:00:00Z',
  }
  const shown = (history: readonly OverrideEntry[], asked = trial) =>
    describeStandingOverrides({ trial: asked, facts, history, asOf }).map(
      ({ overrideId, cohort, state, stateReason }) => ({
        ...{ overrideId, cohort, state, stateReason },
      }),
    )

  it('are told of every cohort, the newest first, whichever gives the outcome', () => {
    expect(shown([onA, onBoth])).toEqual([
      { overrideId: 'both', cohort: null, state: 'active', stateReason: null },
      { overrideId: 'a', cohort: 'A', state: 'active', stateReason: null },
    ])
  })

  it('are told of no more once they are withdrawn', () => {
    expect(shown([onA, onBoth, { ...onA, action: 'withdrawn' }]).map(({ overrideId }) => overrideId)).toEqual(['both'])
  })

  it('are told of as not counting, and why, where their cohort is not open any more', () => {
    const closed = trialOf(
      [criterion('I1', platelets), criterion('C1', whichCohort)],
      cohorts('closed-to-recruitment', 'open'),
    )
    expect(shown([onA], closed)).toEqual([
      { overrideId: 'a', cohort: 'A', state: 'void', stateReason: expect.stringMatching(/the cohort is not open/) },
    ])
  })
})
