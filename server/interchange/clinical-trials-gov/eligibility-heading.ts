import type { EligibilityLine } from './eligibility-line.ts'

/**
 * What a heading says about the text under it. `…-unless-stated`: only where no section has been named before;
 * `same`: nothing, it only groups; `neither`: what follows is not said to be one or the other.
 */
export type HeadingKind =
  | 'inclusion'
  | 'exclusion'
  | 'inclusion-unless-stated'
  | 'exclusion-unless-stated'
  | 'neither'
  | 'same'

export interface EligibilityHeading {
  readonly kind: HeadingKind
  readonly text: string
  /** A criterion that stands on the same line behind the heading. */
  readonly rest: string | null
}

/**
 * Reads a line as a heading, or null where it is a criterion. `next` is the line after it. `isNested`: the line is
 * indented under an open item, where only an unmistakable section heading counts.
 */
export function readHeading(
  line: EligibilityLine,
  next: EligibilityLine | null,
  isNested: boolean,
): EligibilityHeading | null {
  const section = sectionKind(line.text)
  if (section !== null) return whole(line, section)
  if (isNested) return null
  return inlineHeading(line, next) ?? looseHeading(line, next)
}

function whole(line: EligibilityLine, kind: HeadingKind): EligibilityHeading {
  return { kind, text: line.label === null ? line.text : `${line.label} ${line.text}`, rest: null }
}

const criteria = String.raw`(?:\s+criteri(?:a|on|ons))`
const qualifier = String.raw`(?:(?:key|main|major|general|selected|common|additional|specific|other|abbreviated)\s+)*`
const endOfHeading = String.raw`\s*(?:\([^)]*\))?[\s:：.\-–—*]*$`

const sectionOnly = new RegExp(String.raw`^\**${qualifier}(inclusion|exclusion)${criteria}${endOfHeading}`, 'iu')
const bareSection = /^\**(inclusions?|exclusions?)\**\s*[:：]?\**$/iu

/** A line that is a section heading and nothing else, for example "Key Exclusion Criteria:". */
function sectionKind(text: string): HeadingKind | null {
  const found = (sectionOnly.exec(text) ?? bareSection.exec(text))?.[1]
  return found === undefined ? null : kindOf(found)
}

function kindOf(word: string): 'inclusion' | 'exclusion' {
  return word.toLowerCase().startsWith('in') ? 'inclusion' : 'exclusion'
}

const inline = new RegExp(String.raw`^(${qualifier}(inclusion|exclusion)${criteria}?\s*[:：])\s*(\S.*)$`, 'iu')

/** "Exclusion criteria: no cervical carcinoma." holds a heading and a criterion. */
function inlineHeading(line: EligibilityLine, next: EligibilityLine | null): EligibilityHeading | null {
  const [, text, word, rest] = inline.exec(line.text) ?? []
  if (text === undefined || word === undefined || rest === undefined) return null
  const rests = rest.length <= 80 && !/[.;,]$/u.test(rest) && next?.marker != null && line.marker === null
  if (rests || endsWithColon(rest)) return whole(line, kindOf(word))
  return { kind: kindOf(word), text: line.label === null ? text : `${line.label} ${text}`, rest }
}

const verb = /\b(?:apply|applies|may|must|exists?|meets?|met|are|is|could|will|be|not|no|none)\b/iu
const eitherKind = /\binclusion\s*(?:\/|and|&|or|,)*\s*exclusion\b/iu
const namesKind = new RegExp(String.raw`\b(inclusion|exclusion)(?:s\b|${criteria})`, 'iu')
const opensWithKind = new RegExp(String.raw`^${qualifier}(inclusion|exclusion)${criteria}\b`, 'iu')
const opensItemWithKind = new RegExp(String.raw`^(?:[\w/-]+\s+){0,4}?(inclusion|exclusion)(?:s\b|${criteria})`, 'iu')
const exclusionIntroduction =
  /\b(?:will be|are|is|be) (?:excluded|ineligible)\b|\bnot (?:be )?eligible (?:for|to)\b.*\b(?:study|trial)\b|\bmust not (?:meet|have) any\b/iu
const inclusionIntroduction =
  /\b(?:following|below)\b.*\b(?:enrol\w*|included|eligible|participate|inclusion)\b|\b(?:enrol\w*|included|eligible|participate|inclusion)\b.*\b(?:following|below)\b/iu
/** A sentence about everybody; "Patients with hepatitis B are eligible if:" is a criterion with parts. */
const aboutAllPatients =
  /^(?:an?\s|all\s|any\s|the\s|potential\s)*(?:patients?|subjects?|participants?)\s+(?:who (?:meets?|met)|meeting|must (?:meet|be excluded)|(?:will|to) be excluded|(?:is|are) excluded|are to be excluded|(?:are )?eligible (?:for|to be included))\b/iu
const afterEntry = /^(?:withdrawal|exit|discontinuation|stopping|removal)\b.*\bcriteri/iu
const groupWord = /\b(?:criteri\w+|eligibility|cohorts?|arms?|parts?|phase|groups?|characteristics)\b/iu

function looseHeading(line: EligibilityLine, next: EligibilityLine | null): EligibilityHeading | null {
  const { text, marker } = line
  if (text.length > 200) return null
  const colon = endsWithColon(text)
  if (afterEntry.test(text) && marker === null) return whole(line, 'neither')
  if (eitherKind.test(text)) return marker === null && (colon || !verb.test(text)) ? whole(line, 'neither') : null

  const kind =
    (marker === null ? namedByText(text, colon) : colon ? opensItemWithKind.exec(text)?.[1] : undefined) ?? null
  if (kind !== null) return whole(line, kindOf(kind))

  if (colon && (marker === null || aboutAllPatients.test(text))) {
    if (exclusionIntroduction.test(text)) {
      return whole(line, aboutAllPatients.test(text) ? 'exclusion' : 'exclusion-unless-stated')
    }
    if (inclusionIntroduction.test(text)) return whole(line, 'inclusion-unless-stated')
  }
  return marker === null && isGroupTitle(line, next) ? whole(line, 'same') : null
}

function namedByText(text: string, colon: boolean): string | undefined {
  const opening = opensWithKind.exec(text)?.[1]
  if (opening !== undefined) return opening
  const isTitle = colon || (!verb.test(text) && !/[.;,]$/u.test(text))
  return isTitle ? namesKind.exec(text)?.[1] : undefined
}

/** A short line of running text before a list: "Cohort A:", "PRIOR THERAPY", "Treatment eligibility". */
function isGroupTitle({ text, indent }: EligibilityLine, next: EligibilityLine | null): boolean {
  const listFollows = next !== null && (next.marker !== null || next.indent > indent)
  if (endsWithColon(text)) return text.length <= 60 || (listFollows && next.indent <= indent)
  if (/[.;,]$/u.test(text) || text.length > 100) return false
  const isShouted = /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
  return listFollows && (isShouted || (groupWord.test(text) && !verb.test(text) && text.split(/\s+/u).length <= 12))
}

function endsWithColon(text: string): boolean {
  return /[:：][\s\-–—*]*$|\bfollowing\b.*;$/u.test(text)
}
