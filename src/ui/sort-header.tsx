export type SortDirection = 'ascending' | 'descending'
export type Sort = { readonly columnId: string; readonly direction: SortDirection }

type SortHeaderProps = {
  readonly column: {
    readonly id: string
    readonly header: string
    readonly isSortable?: boolean
    readonly isNumeric?: boolean
    readonly isScreenOnly?: boolean
  }
  readonly sort: Sort | null
  readonly onSort?: (sort: Sort) => void
}

/** A column heading; a sortable one is a button that asks for its own order, and for the other on a second press. */
export function SortHeader({ column, sort, onSort }: SortHeaderProps) {
  const { id, header, isSortable = false, isNumeric = false, isScreenOnly = false } = column
  const direction = sort?.columnId === id ? sort.direction : null
  const screen = isScreenOnly ? ' app-print-hidden' : ''
  const className = `nhsuk-table__header${isNumeric ? ' nhsuk-table__header--numeric' : ''}${screen}`
  if (!isSortable || onSort === undefined) {
    return (
      <th scope="col" className={className} {...columnHeader}>
        {header}
      </th>
    )
  }
  const next: SortDirection = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" className={`${className} app-table__sortable`} aria-sort={direction ?? 'none'} {...columnHeader}>
      <button type="button" className="app-table__sort" onClick={() => onSort({ columnId: id, direction: next })}>
        {header}
        <span className="app-table__arrow" aria-hidden="true">
          {direction === null ? '↕' : direction === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  )
}

const columnHeader = { role: 'columnheader' } as const
