/**
 * Codes from `from` up to and including `to`, as text: ICD-10 and topography with a dot ('C38.1'), morphology as four
 * digits ('8171'). A three-character end includes its subcategories: C00 to C06 holds C06.9.
 */
export interface CodeRange {
  readonly from: string
  readonly to: string
}

/** 'C00-C06' → { from: 'C00', to: 'C06' }; 'C30.0' → { from: 'C30.0', to: 'C30.0' }. */
export function codeRange(text: string): CodeRange {
  const [from, to = from, rest] = text.split('-')
  const isCode = (code: string) => /^(?:[A-Z]\d{2}(?:\.\d)?|\d{4})$/.test(code)
  if (from === undefined || to === undefined || rest !== undefined || !isCode(from) || !isCode(to) || from > to) {
    throw new RangeError(`"${text}" is no code range: write C00-C06, C30.0 or 8051-8083`)
  }
  return { from, to }
}

/** The inverse of `codeRange`. */
export function formatCodeRange({ from, to }: CodeRange): string {
  return from === to ? from : `${from}-${to}`
}

/** True when the code and everything below it lies in the range: C22.0 in C22, C22 not in C22.0. */
export function isInRange(code: string, { from, to }: CodeRange): boolean {
  return code >= from && (code <= to || code.startsWith(to))
}

/** True when the ranges share at least one code. */
export function rangesOverlap(a: CodeRange, b: CodeRange): boolean {
  return startsBeforeEnd(a.from, b.to) && startsBeforeEnd(b.from, a.to)
}

/**
 * How a recorded site code relates to ranges. 'partial': the code is a whole category (C22) or its unspecified
 * subcategory (C22.9), and the ranges name a part of that category (C22.0), so neither yes nor no follows.
 */
export function siteCodeFit(code: string, ranges: readonly CodeRange[]): 'inside' | 'partial' | 'outside' {
  if (ranges.some((range) => isInRange(code, range))) return 'inside'
  const category = code.slice(0, 3)
  const isUnspecified = code === category || code === `${category}.9`
  const isNear = ranges.some((range) => rangesOverlap({ from: category, to: category }, range))
  return isUnspecified && isNear ? 'partial' : 'outside'
}

function startsBeforeEnd(start: string, end: string): boolean {
  return start <= end || start.startsWith(end)
}
