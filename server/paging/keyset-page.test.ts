import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorOf, isBackward, keysetPage, type PageRequest } from './keyset-page.ts'

/** What a database would answer: rows beyond the anchor, nearest first, one more than asked for. */
function read(ids: readonly string[], request: PageRequest): string[] {
  const anchor = anchorOf(request)
  const ordered = isBackward(request) ? ids.toReversed() : ids
  const start = anchor === null ? 0 : ordered.indexOf(anchor) + 1
  return ordered.slice(start, start + request.limit + 1)
}

function page(ids: readonly string[], request: PageRequest) {
  return keysetPage(read(ids, request), request, (id) => id)
}

test('walking forward shows every row once and ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), (count, limit) => {
      const ids = Array.from({ length: count }, (_, index) => `row ${index}`)
      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const { items, next } = page(ids, { after, limit })
        seen.push(...items)
        if (next === null) break
        after = next
      }
      expect(seen).toEqual(ids)
    }),
  )
})

test('going back from a page shows the page before it in the same order', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const second = page(ids, { after: 'b', limit: 2 })
  expect(second).toEqual({ items: ['c', 'd'], next: 'd', previous: 'c' })
  expect(page(ids, { before: second.previous, limit: 2 })).toEqual({ items: ['a', 'b'], next: 'b', previous: null })
})

test('an empty list has no page before or after', () => {
  expect(page([], { limit: 10 })).toEqual({ items: [], next: null, previous: null })
})
