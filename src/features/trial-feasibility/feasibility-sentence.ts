import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { draftCountText, suppressedCountText, type WriteCount } from '../../format/suppressed-count.ts'

type Feasibility = components['schemas']['Feasibility']

/** The finding in one sentence: the own hospital first, where the caller has one, then the others together. */
export function feasibilitySentence({ organisations, total, isTooFew }: Feasibility, isDraft: boolean): string {
  const own = organisations.find(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const where = `${own === undefined ? 'At' : 'at'} ${counted(others.length, own === undefined ? 'hospital' : 'other hospital')}`
  const writeCount = isDraft ? draftCountText : suppressedCountText
  const tooFew = isDraft ? `${draftCountText(null)} patients in all` : 'too few patients to show'
  return [
    ...(own === undefined ? [] : [`At ${own.organisation.name}: ${findings(own, writeCount)}`]),
    ...(others.length === 0 ? [] : [`${where}: ${isTooFew ? tooFew : summed(total, writeCount)}`]),
  ].join('; ')
}

function summed(total: Feasibility['total'], writeCount: WriteCount): string {
  const about: WriteCount = (count) => `${count === null || count === 0 ? '' : 'about '}${writeCount(count)}`
  return total === null ? 'the total cannot be shown' : findings(total, about)
}

function findings(
  { possible, needsData, notYet }: components['schemas']['FeasibilityCounts'],
  writeCount: WriteCount,
): string {
  return `possible ${writeCount(possible)}, needs data ${writeCount(needsData)}, not yet ${writeCount(notYet)}`
}
