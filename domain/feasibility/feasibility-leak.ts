import type { DisclosurePolicy } from '../disclosure/disclosure-policy.ts'
import { isAnyRecoverable, type KnownCount, type KnownSum } from '../disclosure/recoverable-count.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import { cohortsOf } from '../eligibility/cohorts-of.ts'
import type { AttritionStep } from './attrition.ts'
import type { FeasibilityCounts } from './feasibility-counts.ts'

/** The suppressed organisations as they are shown. */
export interface ShownTable {
  readonly rows: readonly { readonly shown: FeasibilityCounts; readonly isTooFew: boolean }[]
  /** Null: not shown. */
  readonly total: FeasibilityCounts | null
  /** By which they are suppressed. */
  readonly policy: DisclosurePolicy
}

export interface ShownSteps extends ShownTable {
  readonly considered: number | null
  readonly steps: readonly AttritionStep[]
  readonly trial: HeldTrial
}

/** Whether rows and total together leave a hidden number one value. */
export function givesTotalAway(table: ShownTable): boolean {
  const { known, sums } = knowledgeOfTable(table)
  return isAnyRecoverable(known, sums)
}

/** The same with the numbers by criterion: each leaves those before it, less those it removes. */
export function givesStepAway({ considered, steps, trial, ...table }: ShownSteps): boolean {
  if (steps.length === 0) return false
  const { known, sums } = knowledgeOfTable(table)
  const asKnown = knowledgeBy(table.policy)
  const remainingBefore = (index: number) => (index === 0 ? 'considered' : `remaining ${index - 1}`)
  const stepped = new Map<string, KnownCount>([...known, ['considered', asKnown(considered)]])
  for (const [index, step] of steps.entries()) {
    stepped.set(`removed ${index}`, asKnown(step.removed))
    stepped.set(`not yet ${index}`, asKnown(step.notYet))
    stepped.set(`undecided ${index}`, asKnown(step.undecided))
    stepped.set(`remaining ${index}`, asKnown(step.remaining))
  }
  const last = `remaining ${steps.length - 1}`
  return isAnyRecoverable(stepped, [
    ...sums,
    { total: 'considered', parts: names.map((name) => `total ${name}`) },
    ...steps.flatMap((_, index): KnownSum[] => [
      { total: remainingBefore(index), parts: [`removed ${index}`, `remaining ${index}`] },
      { total: `removed ${index}`, parts: [`not yet ${index}`, `for good ${index}`] },
      { total: `remaining ${index}`, parts: [`undecided ${index}`, `decided ${index}`] },
    ]),
    // With cohorts, somebody may remain at the last criterion and still fit no cohort.
    ...(cohortsOf(trial.record.criteria).length === 0
      ? [{ total: last, parts: ['total possible', 'total needsData'] }]
      : []),
  ])
}

const names = ['possible', 'needsData', 'notYet', 'notMatched'] as const satisfies readonly (keyof FeasibilityCounts)[]

function knowledgeOfTable({ rows, total, policy }: ShownTable) {
  const asKnown = knowledgeBy(policy)
  const cells = rows.flatMap(({ shown, isTooFew }, row) =>
    names.map((name) => [`${row} ${name}`, isTooFew ? handful : asKnown(shown[name])] as const),
  )
  const { hidesFrom, hidesUpTo, smallestQuery } = policy
  const inAll = rows.map(({ shown, isTooFew }, row): [string, KnownCount] => {
    const isNobody = names.every((name) => shown[name] === 0)
    if (isTooFew) return [`${row}`, { kind: 'between', low: hidesFrom, high: hidesUpTo }]
    return [`${row}`, { kind: 'between', low: isNobody ? 0 : smallestQuery, high: Number.POSITIVE_INFINITY }]
  })
  const totals =
    total === null ? [] : names.map((name): [string, KnownCount] => [`total ${name}`, asKnown(total[name])])
  const sums = [
    ...names.map((name) => ({ total: `total ${name}`, parts: rows.map((_, row) => `${row} ${name}`) })),
    ...rows.map((_, row) => ({ total: `${row}`, parts: names.map((name) => `${row} ${name}`) })),
  ]
  return { known: new Map<string, KnownCount>([...cells, ...inAll, ...totals]), sums }
}

const handful: KnownCount = { kind: 'handful' }

function knowledgeBy({ hidesFrom }: DisclosurePolicy): (count: number | null) => KnownCount {
  const hidden: KnownCount = hidesFrom === 0 ? handful : { kind: 'hidden' }
  return (count) => (count === null ? hidden : { kind: 'shown', count })
}
