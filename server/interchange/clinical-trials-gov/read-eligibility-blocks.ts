import { type EligibilityHeading, type HeadingKind, readHeading } from './eligibility-heading.ts'
import { type EligibilityLine, readEligibilityLines } from './eligibility-line.ts'

/** Eligibility text as a sequence of headings and items. Every word of the source is in exactly one block, in order. */
export type EligibilityBlock = HeadingBlock | ItemBlock

export interface HeadingBlock {
  readonly type: 'heading'
  readonly kind: HeadingKind
  readonly text: string
}

/** One list item with everything nested under it, or one paragraph. */
export interface ItemBlock {
  readonly type: 'item'
  readonly label: string | null
  readonly text: string
}

interface OpenItem {
  readonly first: EligibilityLine
  readonly rows: readonly string[]
  readonly last: EligibilityLine
  /** List sign of parts that stand at the same indent as the item itself. */
  readonly childMarker: string | null
}

export function readEligibilityBlocks(text: string): readonly EligibilityBlock[] {
  const lines = readEligibilityLines(text)
  const blocks: EligibilityBlock[] = []
  let open: OpenItem | null = null

  const close = () => {
    if (open !== null) blocks.push({ type: 'item', label: open.first.label, text: open.rows.join('\n') })
    open = null
  }
  for (const [index, line] of lines.entries()) {
    const item: OpenItem | null = open
    const heading = readHeading(line, lines[index + 1] ?? null, item !== null && line.indent > item.first.indent)
    if (heading !== null) {
      close()
      blocks.push(...headingBlocks(heading))
    } else if (item !== null && belongsTo(item, line)) {
      open = extend(item, line)
    } else {
      close()
      open = { first: line, rows: [line.text], last: line, childMarker: null }
    }
  }
  close()
  return blocks
}

function headingBlocks({ kind, text, rest }: EligibilityHeading): readonly EligibilityBlock[] {
  const heading: HeadingBlock = { type: 'heading', kind, text }
  return rest === null ? [heading] : [heading, { type: 'item', label: null, text: rest }]
}

/** Nested lines belong to the item above; so do parts of another list kind that were not indented in the source. */
function belongsTo(item: OpenItem, line: EligibilityLine): boolean {
  const { first, last, childMarker } = item
  if (line.indent !== first.indent) return line.indent > first.indent
  if (line.marker === null) return !line.followsBlankLine && /^\p{Ll}/u.test(line.text) && !/[.;:]$/u.test(last.text)
  if (line.marker === first.marker) return false
  return first.marker === 'number' || line.marker === childMarker || last.text.endsWith(':')
}

function extend(item: OpenItem, line: EligibilityLine): OpenItem {
  const row = line.whole.slice(Math.min(item.first.indent, line.indent))
  const isSibling = line.indent === item.first.indent && line.marker !== null
  return { ...item, rows: [...item.rows, row], last: line, childMarker: isSibling ? line.marker : item.childMarker }
}
