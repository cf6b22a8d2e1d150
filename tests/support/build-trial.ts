import fc from 'fast-check'
import type { HeldTrial, ScreenedRecord } from '../../domain/eligibility/assess-trial.ts'
import { criterionWith, trialWith } from '../../domain/eligibility/sample-trial.ts'
import { exprOf } from './build-criterion.ts'

/**
 * Trials of up to three criteria of every kind and class, some of them for one cohort only; for one cancer, for many,
 * or for conditions that are in no taxonomy. The same seed gives the same trials.
 */
export function buildTrials(count: number, seed: number): readonly HeldTrial[] {
  return fc.sample(trial, { numRuns: count, seed })
}

const criterion = fc
  .record(
    {
      kind: fc.constantFrom('inclusion', 'exclusion'),
      class: fc.constantFrom('hard', 'correctable', 'washout', 'timeLimited', 'judgement', 'gate', 'advisory'),
      expr: fc.oneof({ weight: 9, arbitrary: exprOf(2) }, { weight: 1, arbitrary: fc.constant(null) }),
      appliesTo: fc.constantFrom(['A'], ['B'], ['A', 'B']),
    },
    { requiredKeys: ['kind', 'class', 'expr'] },
  )
  .chain(({ appliesTo, ...parts }) =>
    fc.constantFrom(parts, parts, parts, appliesTo === undefined ? parts : { ...parts, appliesTo }),
  )
  .map(criterionWith)

const trial = fc
  .record({
    cancerTypeIds: fc.constantFrom(['gi-flc'], ['hn-sdc'], ['hn-salivary', 'digestive'], []),
    isBasket: fc.boolean(),
    criteria: fc.array(criterion, { maxLength: 3 }),
    cohorts: fc.constantFrom<ScreenedRecord['cohorts']>(
      ...[
        [],
        [cohort('A', 'open'), cohort('B', 'open')],
        [cohort('A', 'open'), cohort('B', 'paused')],
        [cohort('C', 'open')],
      ],
    ),
  })
  .map((record) => trialWith(record))

function cohort(name: string, recruitmentStatus: 'open' | 'paused'): ScreenedRecord['cohorts'][number] {
  return { name, recruitmentStatus }
}
