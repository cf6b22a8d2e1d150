import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { suppressedCountText } from '../../format/suppressed-count.ts'

type Feasibility = components['schemas']['Feasibility']

/** The finding in one sentence: the own hospital first, where the caller has one, then the others together. */
export function feasibilitySentence({ organisations, total, isTooFew }: Feasibility): string {
  const own = organisations.find(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const where = `${own === undefined ? 'At' : 'at'} ${counted(others.length, own === undefined ? 'hospital' : 'other hospital')}`
  return [
    ...(own === undefined ? [] : [`At ${own.organisation.name}: ${findings({ ...own, isExact: true })}`]),
    ...(others.length === 0 ? [] : [`${where}: ${isTooFew ? 'too few patients to show' : summed(total)}`]),
  ].join('; ')
}

function summed(total: Feasibility['total']): string {
  return total === null ? 'the total cannot be shown' : findings({ ...total, isExact: false })
}

function findings({
  possible,
  needsData,
  notYet,
  isExact,
}: components['schemas']['FeasibilityCounts'] & { readonly isExact: boolean }): string {
  const about = (count: number | null) =>
    isExact || count === null || count === 0 ? suppressedCountText(count) : `about ${suppressedCountText(count)}`
  return `possible ${about(possible)}, needs data ${about(needsData)}, not yet ${about(notYet)}`
}
