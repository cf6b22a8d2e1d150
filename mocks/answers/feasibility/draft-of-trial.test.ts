import { beforeAll, describe, expect, test } from 'vitest'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { draftOfTrial } from '#domain/feasibility/draft-of-trial.ts'
import { readDraftTrial } from '#domain/feasibility/draft-trial.ts'
import type { Feasibility } from '#domain/feasibility/feasibility.ts'
import { criteriaInForce, type TrialEncoding } from '#domain/trial/trial-encoding.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { teamAt } from '../../data/organisations/demonstration-teams.ts'
import type { Caller } from '../../http/caller.ts'
import { buildDemonstration, type DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { describeTrial } from '../trials/describe-trial.ts'
import { assessFeasibility } from './assess-feasibility.ts'

const asOf = testInstant.toISOString().slice(0, 10)
let state: DemonstrationState
let oncologist: Caller
beforeAll(() => {
  state = buildDemonstration({ now: () => testInstant })
  const [organisation = null] = state.organisations.values()
  const organisationId = organisation?.organisationId ?? ''
  const scope = { organisationId, teamIds: [teamAt(organisationId)], namedRoles: [], openedPatientIds: [] }
  oncologist = {
    accountId: 'a',
    name: 'A',
    role: 'oncologist',
    organisation,
    scope,
    trialDuties: [],
    needsSecondFactor: false,
  }
})

const lead: Caller = {
  accountId: 'b',
  name: 'B',
  role: 'national-lead',
  organisation: null,
  scope: { organisationId: '', teamIds: [], namedRoles: [], openedPatientIds: [] },
  trialDuties: [],
  needsSecondFactor: false,
}

/** A trial, and a draft with what its page says. Of an address of its own nobody has judged a criterion. */
function bothOf(trial: HeldTrialSites): readonly [HeldTrial, HeldTrial] {
  const draft = readDraftTrial(draftOfTrial(describeTrial(state, trial, { from: null, asOf })))
  if (draft.kind === 'faults') throw new Error(JSON.stringify(draft.faults))
  const { record } = trial
  return [
    { ...trial, trialId: 'unjudged', record: { ...record, criteria: criteriaInForce(record, asOf) } },
    draft.trial,
  ]
}

function assess(trial: HeldTrial, isDraft: boolean, caller: Caller): Feasibility {
  return assessFeasibility({ state, trial, isDraft, places: [], asOf, caller })
}

const ownOf = ({ organisations }: Feasibility) => organisations.find(({ isOwn }) => isOwn)
const stepsOf = ({ steps }: Feasibility) => steps.map(({ criterionId: _, ...step }) => step)

function expectAlike(trial: HeldTrialSites): Feasibility {
  const [stored, draft] = bothOf(trial)
  for (const caller of [oncologist, lead]) {
    const [ofTrial, ofDraft] = [assess(stored, false, caller), assess(draft, true, caller)]
    const { registryId } = trial.record
    expect(ownOf(ofDraft), registryId).toEqual(ownOf(ofTrial))
    // By patient weight in both: the same rules of disclosure.
    expect([ofDraft.considered, stepsOf(ofDraft)], registryId).toEqual([ofTrial.considered, stepsOf(ofTrial)])
    if (ofDraft.total !== null) expect(ofDraft.total, registryId).toEqual(ofTrial.estimate)
  }
  return assess(draft, true, oncologist)
}

describe('the draft that is started from a trial of the demonstration', () => {
  test('finds the same patients as the trial, each of them', () => {
    const found = [...state.trials.values()].map((trial) => ownOf(expectAlike(trial))?.possible ?? 0)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((possible) => possible > 0).length).toBeGreaterThan(5)
  })

  test('finds the same where other cohorts take patients, or none', () => {
    const trials = [...state.trials.values()].filter(({ record }) => record.cohorts.length > 1)
    expect(trials.map(({ record }) => record.registryId).toSorted()).toEqual(['DEMO-BSK-11', 'DEMO-SGC-07'])
    for (const trial of trials) {
      const [only = '', ...others] = trial.record.cohorts.map(({ name }) => name)
      const withOpen = (open: readonly string[]) => {
        const cohorts = trial.record.cohorts.map(
          ({ name }) => ({ name, recruitmentStatus: open.includes(name) ? 'open' : 'closed-to-recruitment' }) as const,
        )
        const bound = trial.record.criteria.map((criterion, place) =>
          place === 0 ? { ...criterion, appliesTo: [only] } : criterion,
        )
        return { ...trial, record: { ...trial.record, cohorts, criteria: bound } }
      }
      for (const open of [[only], others, []]) expectAlike(withOpen(open))
    }
  })

  test('carries only the texts of rules that nobody has checked, or whose day is to come', () => {
    const [trial] = state.trials.values()
    if (trial === undefined) throw new Error('The demonstration has no trial.')
    const checked: TrialEncoding = { encodedBy: 'A', checkedBy: 'B', effectiveFrom: '2020-01-01' }
    for (const encoding of [
      { ...checked, checkedBy: null },
      { ...checked, effectiveFrom: '2099-01-01' },
    ]) {
      const unused = { ...trial, record: { ...trial.record, encoding } }
      const [, draft] = bothOf(unused)
      expect(draft.record.criteria.map(({ text }) => text)).toEqual(trial.record.criteria.map(({ text }) => text))
      expect(draft.record.criteria.every(({ expr }) => expr === null)).toBe(true)
      expect(expectAlike(unused).note).toContain('Software checks 0 of')
    }
  })
})
