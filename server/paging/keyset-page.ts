/** A page that begins after one row or ends before another; the identifiers are of rows, never values of theirs. */
export interface PageRequest {
  readonly after?: string | null | undefined
  readonly before?: string | null | undefined
  readonly limit: number
}

export interface KeysetPage<Row> {
  readonly items: Row[]
  /** Give as `after` for the next page; null on the last. */
  readonly next: string | null
  /** Give as `before` for the page before; null on the first. */
  readonly previous: string | null
}

/** The row to start from; null for the first page. */
export function anchorOf({ after, before }: PageRequest): string | null {
  return before ?? after ?? null
}

/** Whether rows have to be read against the order, because the page lies before its anchor. */
export function isBackward({ before }: PageRequest): boolean {
  return before !== undefined && before !== null
}

/**
 * Makes a page of rows that were read from the anchor on, against the order where the page lies before it. One row more
 * than the limit must have been asked for: it tells whether there is a further page and is not shown.
 */
export function keysetPage<Row>(
  rows: readonly Row[],
  request: PageRequest,
  idOf: (row: Row) => string,
): KeysetPage<Row> {
  const hasMore = rows.length > request.limit
  const read = rows.slice(0, request.limit)
  const items = isBackward(request) ? read.toReversed() : read
  const first = items[0]
  const last = items.at(-1)
  const isAtStart = anchorOf(request) === null || (isBackward(request) && !hasMore)
  const isAtEnd = !isBackward(request) && !hasMore
  return {
    items,
    next: isAtEnd || last === undefined ? null : idOf(last),
    previous: isAtStart || first === undefined ? null : idOf(first),
  }
}
