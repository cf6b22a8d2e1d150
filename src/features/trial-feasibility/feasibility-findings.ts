import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { draftCountText, suppressedCountText } from '../../format/suppressed-count.ts'
import { isOfOtherTeams } from './organisation-columns.tsx'
import { totalTexts } from './total-texts.ts'

type Feasibility = components['schemas']['Feasibility']

/** What was found in one place, in words. */
export interface FeasibilityFinding {
  readonly where: string
  readonly found: string
}

/** The answer before any table: the own hospital first, where the caller has one, then the others together. */
export function feasibilityFindings(feasibility: Feasibility, isDraft: boolean): readonly FeasibilityFinding[] {
  const { organisations } = feasibility
  const own = organisations.find(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const writeCount = isDraft ? draftCountText : suppressedCountText
  return [
    ...(own === undefined ? [] : [{ where: own.organisation.name, found: findings((name) => writeCount(own[name])) }]),
    ...(others.length === 0 ? [] : [{ where: placesOf(organisations), found: summed(feasibility, isDraft) }]),
  ]
}

function placesOf(organisations: Feasibility['organisations']): string {
  const hasOwn = organisations.some(({ isOwn }) => isOwn)
  const others = organisations.filter(({ isOwn }) => !isOwn)
  const hospitals = others.filter((each) => !isOfOtherTeams(each, organisations)).length
  const parts = [
    ...(hospitals < others.length ? ['other teams of your hospital'] : []),
    ...(hospitals > 0 ? [counted(hospitals, hasOwn ? 'other hospital' : 'hospital')] : []),
  ]
  const [first = '', ...more] = parts.join(' and ')
  return `${first.toUpperCase()}${more.join('')}${others.length > 1 ? ' together' : ''}`
}

function summed(feasibility: Feasibility, isDraft: boolean): string {
  const few = draftCountText(null)
  const texts = totalTexts(feasibility, isDraft)
  if (texts === null) return `${few} patients in all`
  // More can be stopped by no rule than any one group has: they are of several groups.
  if (shownNames.every((name) => texts[name] === few))
    return `${few} in each group (${shownNames.map((name) => words[name]).join(', ')}), together perhaps more`
  return findings((name) => (/^[1-9]\d*$/.test(texts[name]) ? `about ${texts[name]}` : texts[name]))
}

/** Whoever must be read about stands apart from those who are possible. */
const shownNames = ['possible', 'toRead', 'needsData', 'notYet'] as const

const words = { possible: 'possible', toRead: 'to read', needsData: 'needing data', notYet: 'not yet' } as const

function findings(textOf: (name: (typeof shownNames)[number]) => string): string {
  return shownNames.map((name) => `${textOf(name)} ${words[name]}`).join(', ')
}
