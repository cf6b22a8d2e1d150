import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { draftCountText, suppressedCountText, type WriteCount } from '../../format/suppressed-count.ts'

type Feasibility = components['schemas']['Feasibility']

/** The finding in one sentence: the own hospital first, where the caller has one, then the others together. */
export function feasibilitySentence(
  { organisations, total, withheldTotals, isTooFew }: Feasibility,
  isDraft: boolean,
): string {
  const own = organisations.find(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const where = `${own === undefined ? 'At' : 'at'} ${counted(others.length, own === undefined ? 'hospital' : 'other hospital')}`
  const writeCount = isDraft ? draftCountText : suppressedCountText
  const tooFew = isDraft ? `${draftCountText(null)} patients in all` : 'too few patients to show'
  return [
    ...(own === undefined ? [] : [`At ${own.organisation.name}: ${findings(own, writeCount)}`]),
    ...(others.length === 0 ? [] : [`${where}: ${isTooFew ? tooFew : summed(total, withheldTotals, writeCount)}`]),
  ].join('; ')
}

function summed(total: Feasibility['total'], withheld: Feasibility['withheldTotals'], writeCount: WriteCount): string {
  const about: WriteCount = (count) => `${count === null || count === 0 ? '' : 'about '}${writeCount(count)}`
  const shown = shownNames.filter((name) => !withheld.includes(name))
  if (total === null || shown.length === 0) return 'totals cannot be shown'
  return findings(total, about, shown)
}

/** Whoever must be read about stands apart from those who are possible. */
const shownNames = ['possible', 'toRead', 'needsData', 'notYet'] as const

const words = { possible: 'possible', toRead: 'to read', needsData: 'needs data', notYet: 'not yet' } as const

function findings(
  counts: components['schemas']['FeasibilityCounts'],
  writeCount: WriteCount,
  shown: readonly (typeof shownNames)[number][] = shownNames,
): string {
  return shown.map((name) => `${words[name]} ${writeCount(counts[name])}`).join(', ')
}
