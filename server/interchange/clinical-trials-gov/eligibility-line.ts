import { unescapeMarkdown } from './unescape-markdown.ts'

/** One line of eligibility text that is not blank, taken apart. All wording has its markdown escapes undone. */
export interface EligibilityLine {
  /** Columns before the first sign; a tab counts as four. */
  readonly indent: number
  /** The kind of list sign in front: "*", "-", "number", "letter"; null for running text. */
  readonly marker: string | null
  /** The number or letter of a numbered item ("12.", "b)"); null for a plain bullet. */
  readonly label: string | null
  /** The line without its list sign. */
  readonly text: string
  /** The whole line as written, indent included. */
  readonly whole: string
  readonly followsBlankLine: boolean
}

/** The lines in their order, blank ones left out. */
export function readEligibilityLines(text: string): readonly EligibilityLine[] {
  const rows = text.split(/\r\n|[\n\r\u2028\u2029]/)
  return rows.flatMap((row, index) => {
    if (row.trim() === '') return []
    return [{ ...readLine(row), followsBlankLine: index > 0 && rows[index - 1]?.trim() === '' }]
  })
}

function readLine(row: string): Omit<EligibilityLine, 'followsBlankLine'> {
  const expanded = row.replaceAll('\t', '    ').replaceAll('\u00a0', ' ').trimEnd()
  const bare = expanded.trimStart()
  const indent = expanded.length - bare.length
  const bullet = bulletAt(bare)
  const afterBullet = bare.slice(bullet.length)
  const number = numberAt(afterBullet)
  const text = unescapeMarkdown(afterBullet.slice(number.length)).trim()
  // A line that is nothing but a sign stays as it is: dropping the sign would drop the line.
  if (text === '')
    return { indent, marker: null, label: null, text: unescapeMarkdown(bare), whole: unescapeMarkdown(expanded) }
  return {
    indent,
    marker: bullet === '' ? numberFamily(number) : unescapeMarkdown(bullet).trim().slice(0, 1),
    label: number === '' ? null : unescapeMarkdown(number).trim(),
    text,
    whole: unescapeMarkdown(expanded),
  }
}

/** An escaped asterisk is a footnote sign and belongs to the text; an escaped dash is a bullet somebody typed. */
function bulletAt(text: string): string {
  return /^(?:\*(?!\*)\s*|\\?-{1,3}(?!\d)\s*|[•●○▪■◦·–—‣⁃∙]\s*|o\s+)/u.exec(text)?.[0] ?? ''
}

/** Needs a full stop or bracket, so that "18 years" and "1.5 x ULN" stay whole. */
function numberAt(text: string): string {
  const numbered = /^(?:\(\d{1,2}\\?\)|(?:\d{1,2}\.){0,3}\d{1,2}\\?[.)、])(?:\s+|(?=\p{L}))/u.exec(text)
  const lettered = /^(?:\((?:[a-z]|[ivx]{1,4})\\?\)|(?:[a-z]|[ivx]{1,4})\\?[.)])\s+/iu.exec(text)
  return (numbered ?? lettered)?.[0] ?? ''
}

function numberFamily(number: string): string | null {
  if (number === '') return null
  return /\d/.test(number) ? 'number' : 'letter'
}
