import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, Expr } from './criterion.ts'
import { criterionVerdicts } from './criterion-verdicts.ts'
import { decideOverride, decideWithdrawal, type NewOverride } from './decide-override.ts'
import { deriveFacts } from './derive-facts.ts'
import { describeOverrideHistory } from './describe-override-history.ts'
import { type OverrideEntry, standingOverrides } from './override-entry.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import type { OverrideSituation } from './standing-override.ts'

const asOf = '2026-08-04'
const platelets: Expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' }
const low = finding('lab', 'platelets', 82, '2026-08-03', { unit: '10*9/L' })
const lower = finding('lab', 'platelets', 40, '2026-08-04', { unit: '10*9/L' })
const drA = { overrideId: 'first', by: 'Dr A Example', role: 'oncologist', at: '2026-08-04T09:00:00.000Z' } as const
const nurseB = { overrideId: 'second', by: 'B Example', role: 'nurse', at: '2026-08-04T10:00:00.000Z' } as const

const plateletCriterion = (parts: Partial<Criterion> = {}) =>
  criterionWith({ id: 'I1', text: 'Platelets at least 100', expr: platelets, ...parts })

function situation(
  history: readonly OverrideEntry[] = [],
  observations = [low],
  criteria = [plateletCriterion()],
): OverrideSituation {
  return {
    trial: trialWith({ isBasket: true, criteria }),
    facts: deriveFacts(recordWith({ observations })),
    history,
    asOf,
  }
}

/** The criterion as the page shows it. */
function shown({ trial, facts, history }: OverrideSituation, criterionId = 'I1') {
  const assessment = assessTrial(facts, trial, asOf, standingOverrides(history))
  const verdict = criterionVerdicts(assessment).find((each) => each.criterionId === criterionId)
  if (verdict === undefined) throw new Error(`${criterionId} is not shown`)
  return { ...verdict, outcome: assessment.outcome }
}

function wanted(from: OverrideSituation, parts: Partial<NewOverride> = {}): NewOverride {
  const { criterionId, cohort, basis, override } = shown(from)
  return {
    ...{ criterionId, cohort, verdict: 'met', reason: '  Repeat sample was 120  ' },
    basis: basis ?? 'none',
    replaces: override?.overrideId ?? null,
    ...parts,
  }
}

function entryOf(decision: ReturnType<typeof decideOverride>): OverrideEntry {
  if (decision.kind !== 'entry') throw new Error(`It was ${decision.kind}`)
  return decision.entry
}

const set = entryOf(decideOverride(situation(), wanted(situation()), drA))

describe("setting a clinician's verdict", () => {
  it('keeps who, when, why, the wording and what the software said', () => {
    expect(set).toMatchObject({
      ...drA,
      action: 'set',
      verdict: 'met',
      reason: 'Repeat sample was 120',
      criterionText: 'Platelets at least 100',
      softwareVerdict: 'notMet',
    })
    expect(shown(situation([set]))).toMatchObject({
      verdict: 'notMet',
      outcome: 'noFailuresFound',
      override: { overrideId: 'first', state: 'active', stateReason: null, softwareVerdict: 'notMet' },
    })
  })

  it('is refused where its reason names the patient, because a site may read it', () => {
    const naming = wanted(situation(), { reason: 'Repeat for 999 000 0018 was 120' })
    const refusal = { status: 400, kind: 'identifying-text', errors: [{ pointer: '/reason' }] }
    expect(decideOverride(situation(), naming, drA)).toMatchObject({ kind: 'refused', refusal })
    const taken = { overrideId: 'first', reason: naming.reason }
    expect(decideWithdrawal(situation([set]), taken, nurseB)).toMatchObject({ kind: 'refused', refusal })
  })

  it('is refused where a colleague was first, with what the colleague said', () => {
    const unseen = wanted(situation(), { verdict: 'notMet' })
    expect(decideOverride(situation([set]), unseen, nurseB)).toMatchObject({
      kind: 'refused',
      refusal: { status: 409, kind: 'override-conflict' },
      currentOverride: { overrideId: 'first', by: 'Dr A Example', state: 'active' },
    })
  })

  it('replaces what its author saw', () => {
    const replaced = entryOf(decideOverride(situation([set]), wanted(situation([set]), { verdict: 'notMet' }), nurseB))
    expect(shown(situation([set, replaced]))).toMatchObject({ outcome: 'notMatched', override: { by: 'B Example' } })
  })

  it.each<[string, OverrideSituation]>([
    ['a newer result came in', situation([], [low, lower])],
    [
      'the wording changed',
      situation([], [low], [plateletCriterion({ text: 'Platelets at least 100, untransfused' })]),
    ],
    ['the rule changed', situation([], [low], [plateletCriterion({ expr: { ...platelets, value: 90 } })])],
  ])('is refused where %s after the page was read', (_name, now) => {
    expect(decideOverride(now, wanted(situation()), drA)).toMatchObject({
      kind: 'refused',
      refusal: { status: 409, kind: 'basis-changed' },
    })
  })

  it('is refused for a criterion that the trial does not have', () => {
    const elsewhere = wanted(situation(), { criterionId: 'I9' })
    expect(decideOverride(situation(), elsewhere, drA)).toMatchObject({
      kind: 'refused',
      refusal: { status: 400, kind: 'no-such-criterion' },
    })
  })

  it('that rests on data that have changed since is shown to be reviewed, with the reason', () => {
    expect(shown(situation([set], [low, lower]))).toMatchObject({
      outcome: 'notMatched',
      override: { state: 'toReview', stateReason: expect.stringContaining('data') },
    })
  })
})

describe('withdrawing it', () => {
  const reason = 'Taken from the wrong patient'
  const withdrawn = entryOf(decideWithdrawal(situation([set]), { overrideId: 'first', reason }, nurseB))

  it('brings the software back, and both stay in the history with who and why', () => {
    const after = situation([set, withdrawn])
    expect(shown(after)).toMatchObject({ outcome: shown(situation()).outcome, override: null })
    expect(describeOverrideHistory(after.history)).toMatchObject([
      { action: 'withdrawn', by: 'B Example', role: 'nurse', reason, overrideId: 'first', verdict: 'met' },
      { action: 'set', by: 'Dr A Example', role: 'oncologist', reason: 'Repeat sample was 120' },
    ])
  })

  it('does not bring back what it had replaced', () => {
    const second = entryOf(decideOverride(situation([set]), wanted(situation([set])), nurseB))
    const taken = entryOf(decideWithdrawal(situation([set, second]), { overrideId: 'second', reason }, drA))
    expect(standingOverrides([set, second, taken])).toEqual([])
  })

  it('happens once', () => {
    const again = decideWithdrawal(situation([set, withdrawn]), { overrideId: 'first', reason }, drA)
    expect(again).toMatchObject({ kind: 'refused', refusal: { status: 409 }, currentOverride: null })
  })

  it('of one that a colleague has replaced is refused, and tells what stands', () => {
    const second = entryOf(decideOverride(situation([set]), wanted(situation([set])), nurseB))
    expect(decideWithdrawal(situation([set, second]), { overrideId: 'first', reason }, drA)).toMatchObject({
      kind: 'refused',
      currentOverride: { overrideId: 'second' },
    })
  })

  it('of one that nobody set is like one that does not exist', () => {
    expect(decideWithdrawal(situation(), { overrideId: 'first', reason }, drA)).toEqual({ kind: 'unknown' })
  })

  it('is possible where the criterion has changed and the verdict says nothing any more', () => {
    const newer = situation([set], [low], [plateletCriterion({ text: 'Platelets at least 100, untransfused' })])
    expect(shown(newer)).toMatchObject({
      outcome: shown({ ...newer, history: [] }).outcome,
      override: { state: 'void' },
    })
    expect(decideWithdrawal(newer, { overrideId: 'first', reason }, drA)).toMatchObject({ kind: 'entry' })
  })
})
