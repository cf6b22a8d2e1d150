import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { candidatePlace } from './candidate-place.ts'
import type { Criterion } from './criterion.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import { deriveFacts } from './derive-facts.ts'
import { betterOutcome, criterionLabels, outcomeLabels, outcomes } from './outcome-label.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { rankingReasons } from './ranking-reasons.ts'
import { ruleText } from './rule-text.ts'
import { sampleLeaves } from './sample-leaves.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'
import { trialOutcome } from './trial-outcome.ts'

const asOf = '2026-08-04'
const criteria = sampleLeaves.map(
  (expr, index): Criterion => ({
    id: `C${index}`,
    kind: index % 2 === 0 ? 'inclusion' : 'exclusion',
    text: '',
    class: 'correctable',
    expr,
  }),
)

const day = fc.integer({ min: -400, max: 0 }).map((days) => addDays(asOf, days))
const value = fc.constantFrom<Observation['value']>(
  0,
  1,
  2,
  3,
  6,
  70,
  110,
  'active',
  'history',
  'absent',
  'present',
  'treated',
  'stable',
  'negative',
  'metastatic',
  'progressive',
  'recurrent',
  'recommended',
  'PR',
  'A',
  'III',
  'WHO2',
  true,
  false,
)
const topic = fc.constantFrom<readonly [Observation['kind'], string, string | null]>(
  ['lab', 'anc', '10*9/L'],
  ['lab', 'bilirubin', 'umol/L'],
  ['lab', 'creatinine', 'umol/L'],
  ['lab', 'hcg', null],
  ['observation', 'lvef', '%'],
  ['observation', 'weight', 'kg'],
  ['performance-status', 'ECOG', null],
  ['performance-status', 'Lansky', null],
  ['stage', 'TNM8', null],
  ['grade', 'grade', null],
  ['disease-extent', 'disease-extent', null],
  ['disease-status', 'disease-status', null],
  ['progression', 'progression', null],
  ['best-response', 'best-response', null],
  ['measurable-disease', 'measurable-disease', null],
  ['metastasis', 'cns', null],
  ['score', 'child-pugh', null],
  ['condition', 'autoimmune-disease', null],
  ['condition', 'myasthenia-gravis', null],
  ['medication', 'systemic-corticosteroid', null],
  ['medication', 'lmwh', null],
  ['infection', 'HIV', null],
  ['toxicity', 'alopecia', null],
  ['toxicity', 'fatigue', null],
  ['childbearing-potential', 'childbearing-potential', null],
  ['standard-options', 'standard-options', null],
  ['central-review', 'mtb', null],
  ['other-malignancy', 'nmsc-treated', null],
  ['attestation', 'Fit for chemotherapy', null],
)

const observation = fc
  .tuple(
    topic,
    value,
    day,
    fc.option(fc.constantFrom(1, 20)),
    fc.constantFrom({}, { line: 1, by: 'RECIST1.1', isIrradiated: true }),
  )
  .map(([[kind, code, unit], found, on, limit, detail]) =>
    finding(kind, code, found, on, { unit, upperLimit: limit, lowerLimit: limit, detail }),
  )

const record: fc.Arbitrary<PatientRecord> = fc
  .record({
    bornOn: fc.option(fc.constantFrom('1950-02-28', '2008-02-29', '2012-12-31')),
    sex: fc.option(fc.constantFrom('female' as const, 'male' as const, 'indeterminate' as const)),
    observations: fc.array(observation, { maxLength: 40 }),
    diagnoses: fc.subarray([
      diagnosisOf({ icd10: 'C22.0', morphology: '8171/3' }),
      diagnosisOf({ icd10: 'C07', diagnosedOn: null }),
      diagnosisOf({ icd10: 'C61', diagnosedOn: '2019' }),
    ]),
    treatments: fc.array(
      fc
        .tuple(
          fc.constantFrom('systemic' as const, 'radiotherapy' as const, 'surgery' as const),
          fc.option(day),
          fc.boolean(),
          fc.option(fc.constantFrom(1, 2)),
        )
        .map(([kind, endedOn, isOngoing, line]) =>
          treatmentOf(`${kind} ${endedOn ?? 'undated'}`, {
            kind,
            endedOn,
            isOngoing,
            line,
            classes: ['chemotherapy', 'platinum'],
            procedure: 'primary-resection',
          }),
        ),
      { maxLength: 4 },
    ),
    biomarkers: fc.subarray([
      testOf('variant', { genes: ['BRAF'], hgvsP: 'p.Val600Lys' }),
      testOf('fusion', { genes: ['ETV6', 'NTRK3'] }),
      testOf('ihc', { marker: 'AR', value: 6, unit: 'IRS' }),
      testOf('hla', { genes: ['HLA-A'], allele: '02:01', result: 'failed' }),
      testOf('tmb', { value: 12, unit: 'mut/Mb' }),
    ]),
    assertions: fc.subarray([
      confirmed('treatment-history-complete', '2026-08-01'),
      confirmed('comorbidities-reviewed', '2026-01-01'),
      confirmed('medicines-reviewed', '2026-08-01'),
    ]),
  })
  .map(recordWith)

describe('the words of the software', () => {
  it('never call a patient eligible, for whatever patient and question, and leave no gap in a sentence', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(record, (patient) => {
        const trial = trialOutcome({ trialId: 'DEMO-1', anchor: 'registration', criteria }, deriveFacts(patient), {
          asOf,
        })
        const because = rankingReasons({ ...trial, ...candidatePlace([], { reach: 'upTo', miles: 50 }) }).map(
          ({ text }) => text,
        )
        const sentences = trial.criteria.flatMap(({ verdict }) =>
          verdict === null ? [] : decidingLeaves(verdict).map((leaf) => leaf.sentence),
        )
        const items = trial.criteria.flatMap(({ items: open }) => open.map(({ label }) => label))
        for (const text of [...sentences, ...items, ...because]) seen.add(text)
      }),
      { numRuns: 300 },
    )
    const all = [
      ...seen,
      ...criteria.map(({ expr }) => (expr === null ? '' : ruleText(expr))),
      ...Object.values(outcomeLabels),
      ...Object.values(criterionLabels),
    ]
    expect(all.length).toBeGreaterThan(1000)
    expect(all.filter((text) => /eligib/iu.test(text))).toEqual([])
    expect(
      all.filter((text) => text.trim() === '' || /undefined|null|NaN|Infinity|\[object|\s{2}/u.test(text)),
    ).toEqual([])
  })

  it('give the best of two outcomes', () => {
    expect(outcomes.map((outcome) => betterOutcome(outcome, 'needsData'))).toEqual([
      'needsData',
      'needsData',
      'needsData',
      'needsClinician',
      'noFailuresFound',
    ])
  })
})
