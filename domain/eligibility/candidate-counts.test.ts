import { expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import { type CandidateCounts, countCandidateTrials } from './candidate-counts.ts'
import { deriveFacts } from './derive-facts.ts'
import { recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const nobody: CandidateCounts = {
  noFailuresFound: 0,
  needsClinician: 0,
  needsData: 0,
  notYet: 0,
  toRead: 0,
  notMatched: 0,
}
const facts = deriveFacts(recordWith({ bornOn: '1980-01-01' }))
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const child = criterionWith({ id: 'child', expr: { op: 'age', unit: 'years', max: 17 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const consent = criterionWith({
  id: 'consent',
  class: 'judgement',
  expr: { op: 'attest', by: 'clinician', text: 'Fit for it' },
})
const text = criterionWith({ id: 'text', expr: null })

it.each<[string, ReturnType<typeof criterionWith>[], keyof CandidateCounts]>([
  ['all checked, and none fails', [adult], 'noFailuresFound'],
  ['all checked, and one is a clinician’s to judge', [adult, consent], 'needsClinician'],
  ['all checked, and data are missing', [adult, ecog], 'needsData'],
  ['one to read, and none of the others fails', [adult, text], 'toRead'],
  ['one to read, and data are missing', [adult, ecog, text], 'toRead'],
  ['one to read that decides nothing', [adult, { ...text, class: 'advisory' }], 'noFailuresFound'],
  ['none held', [], 'toRead'],
  ['one to read, but another rules the patient out', [child, text], 'notMatched'],
])('a trial with its criteria %s is counted once, with its own kind', (_, criteria, part) => {
  const trial = trialWith({ isBasket: true, criteria })
  const found = assessTrial(facts, trial, '2026-06-15')
  expect(countCandidateTrials([found])).toEqual({ ...nobody, [part]: 1 })
})
