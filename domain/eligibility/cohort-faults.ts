import { type CriterionFault, described, fault } from './check-fields.ts'
import type { Criterion } from './criterion.ts'

/**
 * Cohorts that criteria speak of and the trial does not have. A misspelt name would make a cohort of its own that no
 * exclusion binds, and of several cohorts the best one counts. Pointers are from a trial with `criteria` and `cohorts`.
 */
export function cohortFaults(
  criteria: readonly (Pick<Criterion, 'expr' | 'appliesTo'> | null)[],
  declared: readonly string[],
): readonly CriterionFault[] {
  const mentions = criteria.flatMap((criterion, index) =>
    criterion === null ? [] : mentionsOf(criterion, `/criteria/${index}`),
  )
  const unknown = mentions.filter(({ name }) => !declared.includes(name))
  const names = [...new Set(mentions.map(({ name }) => name))]
  return [
    ...likenessFaults(declared),
    ...unknown.map(({ name, pointer }) =>
      fault(pointer, `${described(name)} is not a cohort of the trial`, remedyFor(name, names, declared)),
    ),
  ]
}

interface Mention {
  readonly name: string
  readonly pointer: string
}

function mentionsOf(
  { expr, appliesTo = [] }: Pick<Criterion, 'expr' | 'appliesTo'>,
  pointer: string,
): readonly Mention[] {
  const bound = appliesTo.map((name, index) => ({ name, pointer: `${pointer}/appliesTo/${index}` }))
  return [...bound, ...mentionsIn(expr, `${pointer}/expr`)]
}

/** Only the nodes that speak of a cohort have a field of that name. */
function mentionsIn(part: unknown, pointer: string): readonly Mention[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([field, value]) => {
    const place = `${pointer}/${field}`
    return field === 'cohort' && typeof value === 'string'
      ? [{ name: value, pointer: place }]
      : mentionsIn(value, place)
  })
}

/** Two cohorts that nobody could tell apart are one, written in two ways. */
function likenessFaults(declared: readonly string[]): readonly CriterionFault[] {
  return declared.flatMap((name, index) => {
    const other = declared.slice(0, index).find((earlier) => likeness(earlier) === likeness(name))
    if (other === undefined) return []
    const problem = `${described(name)} differs from ${described(other)} in spaces or capitals at most`
    return [fault(`/cohorts/${index}`, problem, 'Leave one of them out, or give it a name of its own')]
  })
}

function remedyFor(name: string, names: readonly string[], declared: readonly string[]): string {
  const meant = declared.find((each) => likeness(each) === likeness(name))
  if (meant !== undefined) return `Write ${described(meant)}`
  if (declared.length > 0) return `Use ${declared.map(described).join(', ')}, or add it to "cohorts"`
  return `List the cohorts of the trial in "cohorts", such as ${names.map(described).join(', ')}`
}

function likeness(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
