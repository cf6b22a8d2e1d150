/** A page that begins after one row or ends before another; both are identifiers of rows. */
export interface PageRequest {
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit: number
}

export interface Page<Row> {
  readonly items: Row[]
  readonly next: string | null
  readonly previous: string | null
}

export interface Listing<Row> {
  /** What the filters leave. */
  readonly rows: readonly Row[]
  /** Finds the row that a page starts from, also where the filters leave it out. */
  readonly find: (id: string) => Row | undefined
  readonly idOf: (row: Row) => string
  /** A total order. */
  readonly compare: (a: Row, b: Row) => number
}

/** One page of a list in its order, as a database reads it by keyset. An anchor that is not found leaves nothing. */
export function pageOf<Row>({ rows, find, idOf, compare }: Listing<Row>, request: PageRequest): Page<Row> {
  const { after, before, limit } = request
  const isBackward = before !== undefined
  const anchorId = before ?? after
  const anchor = anchorId === undefined ? null : find(anchorId)
  const direction = isBackward ? -1 : 1
  const beyond = rows
    .filter((row) => anchor === null || (anchor !== undefined && compare(row, anchor) * direction > 0))
    .toSorted((a, b) => compare(a, b) * direction)
  const read = beyond.slice(0, limit)
  const items = isBackward ? read.toReversed() : read
  const hasMore = beyond.length > limit
  const [first] = items
  const last = items.at(-1)
  const isAtStart = anchor === null || (isBackward && !hasMore)
  const isAtEnd = !isBackward && !hasMore
  return {
    items,
    next: isAtEnd || last === undefined ? null : idOf(last),
    previous: isAtStart || first === undefined ? null : idOf(first),
  }
}

const mostCounted = 1000

/** A count that stops at a thousand. */
export function totalOf(rows: readonly unknown[]): { count: number; isCapped: boolean } {
  return { count: Math.min(rows.length, mostCounted), isCapped: rows.length > mostCounted }
}
