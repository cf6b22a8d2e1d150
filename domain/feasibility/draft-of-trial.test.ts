import { describe, expect, test } from 'vitest'
import { buildPatients } from '../../tests/support/build-patient.ts'
import { buildTrials } from '../../tests/support/build-trial.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import { deriveFacts } from '../eligibility/derive-facts.ts'
import { trialRuleFaults } from '../trial/trial-rule-faults.ts'
import { tallyCaseload } from './caseload-tally.ts'
import { draftOfTrial, type StartingTrial } from './draft-of-trial.ts'
import { readDraftTrial } from './draft-trial.ts'

const asOf = '2026-06-15'

/** What the page of a trial says of it whose rules are in use. */
function described({ record }: HeldTrial): StartingTrial {
  const { title, cancerTypeIds, isBasket, cohorts } = record
  return {
    trial: { title, isBasket, cancerTypes: cancerTypeIds.map((id) => ({ cancerTypeId: id, name: id })) },
    cohorts: [...cohorts],
    criteria: record.criteria.map(({ id, kind, class: className, text, expr, appliesTo }) => ({
      criterionId: id,
      kind,
      class: className,
      headings: [],
      text,
      ruleText: null,
      rule: expr === null ? null : { ...expr },
      isRuleInForce: expr !== null,
      appliesTo: appliesTo === undefined ? null : [...appliesTo],
    })),
  }
}

const adults: StartingTrial['criteria'][number] = {
  criterionId: 'I1',
  kind: 'inclusion',
  class: 'hard',
  headings: [],
  text: 'Adults',
  ruleText: 'aged at least 18 years',
  rule: { op: 'age', unit: 'years', min: 18 },
  isRuleInForce: true,
  appliesTo: null,
}
const trial: StartingTrial = {
  trial: { title: 'Liver', isBasket: false, cancerTypes: [{ cancerTypeId: 'gi-flc', name: 'Fibrolamellar' }] },
  cohorts: [
    { name: 'A', recruitmentStatus: 'open' },
    { name: 'B, later', recruitmentStatus: 'setup' },
  ],
  criteria: [adults, { ...adults, criterionId: 'I1', kind: 'notStated', rule: null, ruleText: null, appliesTo: ['A'] }],
}

describe('a draft that is started from a trial', () => {
  test('takes over cancers, criteria, rules and what binds only some cohorts', () => {
    const plain = { class: 'hard', text: 'Adults' }
    expect(draftOfTrial(trial)).toEqual({
      title: 'Liver',
      cancerTypeIds: ['gi-flc'],
      isBasket: false,
      criteria: [
        { ...plain, criterionId: 'C1', kind: 'inclusion', rule: adults.rule },
        { ...plain, criterionId: 'C2', kind: 'notStated', rule: null, appliesTo: ['A'] },
      ],
      cohorts: ['A', 'B, later'],
      closedCohorts: ['B, later'],
    })
    expect(readDraftTrial(draftOfTrial(trial)).kind).toBe('trial')
  })

  test('leaves out a rule that is not in use, as the trial does', () => {
    const unchecked = { ...trial, criteria: [{ ...adults, isRuleInForce: false }] }
    expect(draftOfTrial(unchecked).criteria).toMatchObject([{ text: 'Adults', rule: null }])
  })

  test('cuts a title that no draft may have', () => {
    const long = { ...trial, trial: { ...trial.trial, title: 'x'.repeat(301) } }
    expect(draftOfTrial(long).title).toHaveLength(300)
  })

  test('counts as the trial does, or is refused for what a draft may not leave open', () => {
    const caseload = buildPatients(60, 31, asOf).map((record) => ({ facts: deriveFacts(record), overrides: [] }))
    const told = { alike: 0, byCohort: 0, refused: 0 }
    for (const held of buildTrials(300, 32)) {
      const criteria = held.record.criteria.map((criterion, index) => ({ ...criterion, id: `I${index}` }))
      const asked = { ...held, record: { ...held.record, criteria } }
      const read = readDraftTrial(draftOfTrial(described(asked)))
      const isMapped = asked.record.cancerTypeIds.length > 0 || asked.record.isBasket
      // A trial with such rules would not be taken in either.
      expect(read.kind).toBe(isMapped && trialRuleFaults(asked.record).length === 0 ? 'trial' : 'faults')
      if (read.kind === 'faults') {
        told.refused += 1
        continue
      }
      expect(tallyCaseload(read.trial, caseload, asOf), JSON.stringify(asked)).toEqual(
        tallyCaseload(asked, caseload, asOf),
      )
      told.alike += 1
      if (criteria.some(({ appliesTo }) => appliesTo !== undefined)) told.byCohort += 1
    }
    expect(told.alike).toBeGreaterThan(50)
    expect(told.byCohort).toBeGreaterThan(10)
    expect(told.refused).toBeGreaterThan(10)
  })
})
