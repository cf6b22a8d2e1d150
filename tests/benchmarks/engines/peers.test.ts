import { expect, it } from 'vitest'
import type { Expr } from '../../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../../domain/eligibility/leaf.ts'
import { diagnosisOf, finding, recordWith } from '../../../domain/eligibility/sample-record.ts'
import { criterionWith, trialWith } from '../../../domain/eligibility/sample-trial.ts'
import { buildPatients } from '../../support/build-patient.ts'
import { testDay } from '../../support/demonstration-seed.ts'
import { comparableTrials } from '../comparable-trials.ts'
import { cqlEngine } from './cql-engine.ts'
import { jsonRulesEngine } from './json-rules-engine.ts'
import { typescriptEngine } from './typescript-engine.ts'

const comparison = {
  patients: buildPatients(60, 20_260_615, testDay),
  trials: comparableTrials(testDay, 40),
  asOf: testDay,
}

it('gives every engine the same question: the three-valued ones agree, the other wherever the answer is known', async () => {
  const runs = await Promise.all(
    [typescriptEngine, cqlEngine, jsonRulesEngine].map((engine) => engine(comparison).screen()),
  )
  const seen = new Set<string>()
  for (const { patientId } of comparison.patients.filter(({ diedOn }) => diedOn === null)) {
    for (const { trialId, record } of comparison.trials) {
      const [ours, cql, jsonRules] = runs.map((run) => run.answer(patientId, trialId))
      expect(cql, `${record.registryId} ${patientId}`).toBe(ours)
      if (ours !== 'unknown') expect(jsonRules, `${record.registryId} ${patientId}`).toBe(ours)
      seen.add(`${ours}`)
    }
  }
  expect(seen).toContain('unknown')
  expect(seen).toContain('notMet')
})

const yes: Leaf = { op: 'sex', in: ['female'] }
const no: Leaf = { op: 'sex', in: ['male'] }

it.each<[string, Expr, boolean]>([
  ['two of three', { op: 'atLeast', n: 2, of: [yes, no, yes] }, true],
  ['three of three', { op: 'atLeast', n: 3, of: [yes, no, yes] }, false],
  ['a rule with its exception', { op: 'unless', rule: no, exception: yes }, true],
  ['a rule that its exception lifts', { op: 'exceptWhen', rule: yes, exception: yes }, false],
  ['if what does not hold', { op: 'ifThen', if: no, then: no }, true],
  ['the second case', { op: 'caseWhen', cases: [{ when: no, then: no }], else: yes }, true],
  ['the first case', { op: 'caseWhen', cases: [{ when: yes, then: no }], else: yes }, false],
  ['an age at its limit', { op: 'age', unit: 'years', min: 40, max: 40 }, true],
  ['an age over its limit', { op: 'age', unit: 'years', min: 40, minInclusive: false }, false],
  ['a fresh result', { op: 'lab', analyte: 'platelets', cmp: '>=', value: 82, unit: '10*9/L' }, true],
  ['a result that has gone stale', { op: 'ps', scale: 'ECOG', max: 2, withinDays: 14 }, false],
  ['the same result in time', { op: 'ps', scale: 'ECOG', max: 2, withinDays: 15 }, true],
  ['an absent exclusion', { op: 'not', of: { op: 'biomarker', type: 'msi', result: 'MSI-H' } }, true],
])('puts %s to the two-valued engine', async (_, expr, isFitting) => {
  const patient = recordWith({
    bornOn: '1986-06-15',
    sex: 'female',
    diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
    observations: [
      finding('lab', 'platelets', 82, testDay, { unit: '10*9/L' }),
      finding('performance-status', 'ECOG', 1, '2026-05-31'),
    ],
  })
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [criterionWith({ expr })] })
  const run = await jsonRulesEngine({ patients: [patient], trials: [trial], asOf: testDay }).screen()
  expect(run.answer(patient.patientId, trial.trialId)).toBe(isFitting ? 'met' : 'notMet')
})
