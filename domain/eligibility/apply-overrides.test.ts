import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { assembleCandidate } from './assemble-candidate.ts'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, Expr } from './criterion.ts'
import type { CriterionOutcome } from './criterion-outcome.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { outcomes } from './outcome-label.ts'
import type { Observation } from './patient-record.ts'
import { sampleLeaves } from './sample-leaves.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-08-04'
const platelets: Expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' }
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }
const low = finding('lab', 'platelets', 82, '2026-08-03', { unit: '10*9/L' })

const criterion = (id: string, expr: Expr | null, parts: Partial<Criterion> = {}) =>
  criterionWith({ id, text: `Text of ${id}`, ...parts, expr })

function assessed(
  criteria: readonly ReturnType<typeof criterion>[],
  observations: readonly Observation[] = [],
  overrides: readonly VerdictOverride[] = [],
) {
  const facts = deriveFacts(recordWith({ observations }))
  return assessTrial(facts, trialWith({ isBasket: true, criteria }), asOf, overrides)
}

/** What a clinician says of a criterion, with the software's answer of the day before them. */
function says(
  verdict: VerdictOverride['verdict'],
  { criterion: judged, verdict: found }: CriterionOutcome,
  at = '2026-08-04T09:00:00Z',
): VerdictOverride {
  return {
    overrideId: `${judged.id} at ${at}`,
    criterionId: judged.id,
    cohort: null,
    verdict,
    reason: 'Repeat sample pending',
    by: 'Dr A Example',
    role: 'oncologist',
    at,
    softwareVerdict: found?.verdict ?? 'unknown',
    criterionFingerprint: criterionFingerprint(judged),
    evidenceFingerprint: evidenceFingerprint(found),
  }
}

function outcomeOf(
  criteria: readonly ReturnType<typeof criterion>[],
  observations: readonly Observation[],
  id: string,
) {
  const found = assessed(criteria, observations).criteria.criteria.find((each) => each.criterion.id === id)
  if (found === undefined) throw new Error(`${id} is not among the criteria`)
  return found
}

describe("a clinician's verdict", () => {
  const criteria = [criterion('I1', platelets), criterion('I2', ecog)]

  it("counts in place of the software's, which stays beside it", () => {
    const override = says('met', outcomeOf(criteria, [low], 'I1'))
    const { criteria: trial, outcome } = assessed(criteria, [low], [override])
    expect(assessed(criteria, [low]).outcome).toBe('notMatched')
    expect(outcome).toBe('needsData')
    expect(trial.criteria[0]).toMatchObject({
      state: 'met',
      verdict: { verdict: 'notMet', evidence: { value: 82 } },
      override: { state: 'active', override },
      items: [],
    })
  })

  it('can rule a trial out, and settles what was not known', () => {
    const failing = says('notMet', outcomeOf(criteria, [], 'I2'))
    expect(assessed(criteria, [], [failing])).toMatchObject({ outcome: 'notMatched', blocking: ['Text of I2'] })
    const passing = says('met', outcomeOf(criteria, [], 'I2'))
    expect(assessed(criteria, [], [passing]).undecided.map(({ key }) => key)).toEqual(['lab:platelets'])
  })

  it('on text without a rule means that somebody has read it, and not that software checked it', () => {
    const text = [
      criterion('I1', null),
      criterion('I2', null),
      criterion('I3', { op: 'attest', by: 'clinician', text: 'Fit' }),
    ]
    const read = says('met', outcomeOf(text, [], 'I1'))
    const assessment = assessed(text, [], [read])
    expect(assessment.criteria.counts).toEqual({ checked: 1, toRead: 1 })
    expect(
      assembleCandidate(
        assessment,
        { sites: [], homeCountries: [], from: null, isLocationHidden: false, travelLimit: null },
        null,
        null,
      ).outcomeLabel,
    ).toBe('1 of 3 criteria checked by software, 1 to read, with 1 verdict set by a clinician')
  })

  it('of several is the latest, however they are ordered', () => {
    const [earlier, later] = [
      says('met', outcomeOf(criteria, [low], 'I1'), '2026-08-04T10:00:00+01:00'),
      says('notMet', outcomeOf(criteria, [low], 'I1'), '2026-08-04T09:30:00Z'),
    ]
    for (const overrides of [
      [earlier, later],
      [later, earlier],
    ]) {
      expect(assessed(criteria, [low], overrides).criteria.criteria[0]).toMatchObject({
        state: 'notMet',
        override: { override: later },
      })
    }
  })

  it('is left aside where the trial has no such criterion', () => {
    const override = { ...says('notMet', outcomeOf(criteria, [low], 'I1')), criterionId: 'I9' }
    expect(assessed(criteria, [low], [override])).toEqual(assessed(criteria, [low]))
  })

  it('decides nothing on advice', () => {
    const advice = [
      criterion('I1', platelets, { class: 'advisory' }),
      criterion('I2', { op: 'attest', by: 'patient', text: 'Agrees' }),
    ]
    const override = says('notMet', outcomeOf(advice, [], 'I1'))
    expect(assessed(advice, [], [override]).outcome).toBe('needsClinician')
  })
})

describe('a verdict that no longer rests on what it was given for', () => {
  const criteria = [criterion('I1', platelets)]
  const override = says('met', outcomeOf(criteria, [low], 'I1'))

  it.each<[string, Criterion]>([
    ['the wording has changed', criterion('I1', platelets, { text: 'Platelets at least 100 (untransfused)' })],
    ['the rule has changed', criterion('I1', { ...platelets, value: 90 })],
    ['it now excludes', criterion('I1', platelets, { kind: 'exclusion' })],
  ])('is void once %s', (_name, changed) => {
    const newer = [criterion('I1', changed.expr, changed)]
    const { criteria: trial, outcome } = assessed(newer, [low], [override])
    expect(trial.criteria[0]?.override?.state).toBe('void')
    expect(trial.criteria[0]?.state).toBe(assessed(newer, [low]).criteria.criteria[0]?.state)
    expect(outcome).toBe(assessed(newer, [low]).outcome)
  })

  it('stays good when another criterion or only the class changes', () => {
    const newer = [criterion('I1', platelets, { class: 'correctable' }), criterion('I2', ecog)]
    expect(assessed(newer, [low], [override]).criteria.criteria[0]).toMatchObject({
      state: 'met',
      override: { state: 'active' },
    })
  })

  it('is to be reviewed once there is a newer result, which counts until then where it stops the patient', () => {
    const lower = finding('lab', 'platelets', 40, '2026-08-04', { unit: '10*9/L' })
    const { criteria: trial, outcome } = assessed(criteria, [low, lower], [override])
    expect(trial.criteria[0]).toMatchObject({ state: 'notMet', override: { state: 'toReview' }, items: [] })
    expect(outcome).toBe('notMatched')
  })

  it('needs a person once there is a newer result that cannot be compared', () => {
    const unclear = finding('lab', 'platelets', 40, '2026-08-04', { unit: 'g/L' })
    const { criteria: trial, outcome, undecided } = assessed(criteria, [low, unclear], [override])
    expect(trial.criteria[0]).toMatchObject({ state: 'person', override: { state: 'toReview' } })
    expect(outcome).toBe('needsClinician')
    expect(undecided.map(({ key }) => key)).toEqual([`override:${override.overrideId}`])
  })

  it('needs nobody where the newer result says the same', () => {
    const higher = finding('lab', 'platelets', 140, '2026-08-04', { unit: '10*9/L' })
    const { criteria: trial, outcome } = assessed(criteria, [low, higher], [override])
    expect(trial.criteria[0]).toMatchObject({ state: 'met', override: { state: 'toReview' }, items: [] })
    expect(outcome).toBe('noFailuresFound')
  })

  it.each([
    ['2026-08-31', 'met', 'active'],
    ['2026-09-01', 'person', 'toReview'],
  ])('stays good while days pass, until the result itself is too old: on %s it is %s', (on, state, standing) => {
    const facts = deriveFacts(recordWith({ observations: [low] }))
    const later = assessTrial(facts, trialWith({ isBasket: true, criteria }), on, [override])
    expect(later.criteria.criteria[0]).toMatchObject({ state, override: { state: standing } })
  })

  it.each<[string, Expr | null, number | null]>([
    ['a blood result', platelets, 28],
    ['a blood result that is wanted within a week', { ...platelets, withinDays: 7 }, 7],
    ['performance status', ecog, 28],
    ['the shortest of several', { op: 'all', of: [ecog, { ...platelets, withinDays: 14 }] }, 14],
    ['a condition', { op: 'condition', concept: 'myocardial-infarction' }, 90],
    ['treatment so far', { op: 'linesOfTherapy', setting: ['any'], max: 2 }, 28],
    ['text without a rule', null, 28],
    ['what does not age', { op: 'grade', in: ['G3'] }, null],
  ])('rests on nothing recorded and is relied upon as long as an answer about %s', (_what, expr, days) => {
    const [only] = [criterion('I1', expr)]
    const said = says('met', outcomeOf([only], [], 'I1'))
    const standingAfter = (age: number) => {
      const facts = deriveFacts(recordWith({}))
      const later = assessTrial(facts, trialWith({ isBasket: true, criteria: [only] }), addDays(asOf, age), [said])
      const { state, override } = later.criteria.criteria[0] ?? {}
      return [state, override?.state, override?.because]
    }
    const counts = ['met', 'active', null]
    const ended = ['person', 'toReview', 'givenLongAgo']
    if (days === null) expect(standingAfter(3650)).toEqual(counts)
    else expect([days - 1, days, days + 1].map(standingAfter)).toEqual([counts, counts, ended])
  })
})

it.each([
  [28, 'met', null],
  [29, 'person', 'givenLongAgo'],
])(
  'one given against the software on the same data is a person’s to look at again, not undone: after %i days it is %s',
  (age, state, because) => {
    const graded = criterion('I1', { op: 'all', of: [{ op: 'grade', in: ['G1'] }, ecog] })
    const grade = finding('grade', 'grade', 'G3', '2026-07-01')
    const judged = outcomeOf([graded], [grade], 'I1')
    expect(judged.state).toBe('notMet')
    const facts = deriveFacts(recordWith({ observations: [grade] }))
    const trial = trialWith({ isBasket: true, criteria: [graded] })
    const [later] = assessTrial(facts, trial, addDays(asOf, age), [says('met', judged)]).criteria.criteria
    expect(later).toMatchObject({ state, override: { because } })
  },
)

describe('for whatever criteria and verdicts', () => {
  const criteria = sampleLeaves.map((expr, at) =>
    criterion(`C${at}`, expr, {
      class: at % 2 === 0 ? 'hard' : 'correctable',
      kind: at % 3 === 0 ? 'exclusion' : 'inclusion',
    }),
  )
  const observations = [low, finding('performance-status', 'ECOG', 1, '2026-08-01')]
  const plain = assessed(criteria, observations)

  it('nothing changes without one', () => {
    expect(assessed(criteria, observations, [])).toEqual(plain)
  })

  it('one changes no other criterion, and no outcome goes beyond "no failures found"', () => {
    const override = fc
      .tuple(
        fc.constantFrom(...plain.criteria.criteria),
        fc.constantFrom('met' as const, 'notMet' as const),
        fc.boolean(),
      )
      .map(([outcome, verdict, isStale]) => ({
        ...says(verdict, outcome),
        ...(isStale ? { evidenceFingerprint: 'earlier' } : {}),
      }))
    fc.assert(
      fc.property(
        fc.uniqueArray(override, { maxLength: 5, selector: ({ criterionId }) => criterionId }),
        (overrides) => {
          const after = assessed(criteria, observations, overrides)
          const touched = overrides.map(({ criterionId }) => criterionId)
          for (const [at, outcome] of after.criteria.criteria.entries()) {
            const before = plain.criteria.criteria[at]
            if (touched.includes(outcome.criterion.id)) expect(outcome.verdict).toEqual(before?.verdict)
            else expect(outcome).toEqual(before)
          }
          expect(outcomes).toContain(after.outcome)
        },
      ),
    )
  })

  it('and all of them met, the software still says only that no criteria failed', () => {
    const all = plain.criteria.criteria.map((outcome) => says('met', outcome))
    const { outcome } = assessed(criteria, observations, all)
    expect(outcome).toBe('noFailuresFound')
  })
})
