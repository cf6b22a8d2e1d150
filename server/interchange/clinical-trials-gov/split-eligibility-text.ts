import type { TrialCriterion } from '#domain/trial/trial-criterion.ts'
import type { HeadingKind } from './eligibility-heading.ts'
import { readEligibilityBlocks } from './read-eligibility-blocks.ts'

interface Section {
  readonly kind: 'inclusion' | 'exclusion' | null
  /** The headings in force, outermost first. */
  readonly headings: readonly string[]
  /** The headings since the last item: where nothing follows them they become items, so that no line is lost. */
  readonly unused: readonly string[]
  /** How many of `headings` make up the section; the others only group. */
  readonly depth: number
}

/**
 * The criteria of an eligibility text, one for each list item or paragraph, each undecided (`expr: null`) and hard.
 * Texts without headings, or under headings that do not say which, give criteria whose kind is not stated.
 * Ids count within the text: "I1", "I2", "E1", and "U1" where the kind is not stated.
 */
export function splitEligibilityText(text: string): readonly TrialCriterion[] {
  const criteria: TrialCriterion[] = []
  const add = (section: Section, label: string | null, wording: string, headings: readonly string[]) => {
    criteria.push(undecided(nextId(criteria, section.kind), section.kind, label, wording, headings))
  }
  let section: Section = { kind: null, headings: [], unused: [], depth: 0 }
  for (const block of readEligibilityBlocks(text)) {
    if (block.type === 'item') {
      add(section, block.label, block.text, section.headings)
      section = { ...section, unused: [] }
      continue
    }
    const next = enter(section, block.kind, block.text)
    for (const heading of section.unused.filter((unused) => !next.headings.includes(unused))) {
      add(section, null, heading, [])
    }
    section = next
  }
  for (const heading of section.unused) add(section, null, heading, [])
  return criteria
}

function enter(section: Section, heading: HeadingKind, text: string): Section {
  const isGroup = heading === 'same' || (heading.endsWith('-unless-stated') && section.kind !== null)
  if (isGroup) {
    // A group title right behind another is part of it; after items it takes the place of the one before.
    const kept = section.unused.length > 0 ? section.headings : section.headings.slice(0, section.depth)
    return { ...section, headings: [...kept, text], unused: [...section.unused, text] }
  }
  const kind = heading === 'neither' ? null : heading.startsWith('exclusion') ? 'exclusion' : 'inclusion'
  const outer = section.kind === null || section.kind === kind ? section.unused : []
  const headings = [...outer, text]
  return { kind, headings, unused: headings, depth: headings.length }
}

function undecided(
  id: string,
  kind: Section['kind'],
  label: string | null,
  text: string,
  headings: readonly string[],
): TrialCriterion {
  return {
    id,
    kind: kind ?? 'inclusion',
    isKindStated: kind !== null,
    text,
    class: 'hard',
    expr: null,
    origin: 'eligibility-text',
    headings,
    label,
  }
}

function nextId(criteria: readonly TrialCriterion[], kind: Section['kind']): string {
  const letter = kind === null ? 'U' : kind === 'inclusion' ? 'I' : 'E'
  return `${letter}${criteria.filter(({ id }) => id.startsWith(letter)).length + 1}`
}
