import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { draftCountText, suppressedCountText } from '../../format/suppressed-count.ts'
import { totalTexts } from './total-texts.ts'

type Feasibility = components['schemas']['Feasibility']

/** The finding in one sentence: the own hospital first, where the caller has one, then the others together. */
export function feasibilitySentence(feasibility: Feasibility, isDraft: boolean): string {
  const { organisations } = feasibility
  const own = organisations.find(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const where = `${own === undefined ? 'At' : 'at'} ${counted(others.length, own === undefined ? 'hospital' : 'other hospital')}`
  const writeCount = isDraft ? draftCountText : suppressedCountText
  return [
    ...(own === undefined ? [] : [`At ${own.organisation.name}: ${findings((name) => writeCount(own[name]))}`]),
    ...(others.length === 0 ? [] : [`${where}: ${summed(feasibility, isDraft)}`]),
  ].join('; ')
}

function summed(feasibility: Feasibility, isDraft: boolean): string {
  const texts = totalTexts(feasibility, isDraft)
  if (texts === null) return `${draftCountText(null)} patients in all`
  return findings((name) => (/^[1-9]\d*$/.test(texts[name]) ? `about ${texts[name]}` : texts[name]))
}

/** Whoever must be read about stands apart from those who are possible. */
const shownNames = ['possible', 'toRead', 'needsData', 'notYet'] as const

const words = { possible: 'possible', toRead: 'to read', needsData: 'needs data', notYet: 'not yet' } as const

function findings(textOf: (name: (typeof shownNames)[number]) => string): string {
  return shownNames.map((name) => `${words[name]} ${textOf(name)}`).join(', ')
}
