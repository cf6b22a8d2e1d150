import type { CancerType } from './cancer-type-search.ts'

export type TreeRow = {
  readonly type: CancerType
  /** 1 for a family. */
  readonly depth: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  readonly position: number
  readonly siblings: number
}

/** The rows on screen, top to bottom: children follow their parent while it is open. `isShown` narrows a search. */
export function visibleRows(
  types: readonly CancerType[],
  isOpen: (id: string) => boolean,
  isShown: (id: string) => boolean,
): readonly TreeRow[] {
  const childrenOf = Map.groupBy(
    types.filter((type) => isShown(type.cancerTypeId)),
    (type) => type.parentId,
  )
  return rowsUnder(null, 1)

  function rowsUnder(parentId: string | null, depth: number): TreeRow[] {
    const children = childrenOf.get(parentId) ?? []
    return children.flatMap((type, index) => {
      const hasChildren = childrenOf.has(type.cancerTypeId)
      const open = hasChildren && isOpen(type.cancerTypeId)
      const row = { type, depth, hasChildren, isOpen: open, position: index + 1, siblings: children.length }
      return [row, ...(open ? rowsUnder(type.cancerTypeId, depth + 1) : [])]
    })
  }
}

export type TreeMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'open' | 'close'; readonly id: string }

/** What a key does in a tree, as the ARIA Authoring Practices describe it; null where it does nothing. */
export function moveOnKey(key: string, rows: readonly TreeRow[], activeId: string): TreeMove | null {
  const at = rows.findIndex((row) => row.type.cancerTypeId === activeId)
  const row = rows[at]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[at + 1])
    case 'ArrowUp':
      return focusOn(rows[at - 1])
    case 'Home':
      return focusOn(rows[0])
    case 'End':
      return focusOn(rows.at(-1))
    case 'ArrowRight':
      if (!row.hasChildren) return null
      return row.isOpen ? focusOn(rows[at + 1]) : { kind: 'open', id: activeId }
    case 'ArrowLeft':
      if (row.isOpen) return { kind: 'close', id: activeId }
      return focusOn(rows.find((other) => other.type.cancerTypeId === row.type.parentId))
    default:
      return null
  }
}

function focusOn(row: TreeRow | undefined): TreeMove | null {
  return row === undefined ? null : { kind: 'focus', id: row.type.cancerTypeId }
}
