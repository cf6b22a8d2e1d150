import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { Fragment, type ReactNode, useMemo } from 'react'
import { type Sort, SortHeader } from './sort-header.tsx'

export type DataColumn<Row> = {
  readonly id: string
  /** Heading of the column, and the label of its value where a row is a card. */
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The server can sort by this column; its id is then the sort's columnId. */
  readonly isSortable?: boolean
  /** Numbers line up on the right. */
  readonly isNumeric?: boolean
  /** Short values that must not break over lines: dates, NHS numbers. */
  readonly isUnbroken?: boolean
  /** Names the row: exactly one column of a table has it. */
  readonly isRowHeader?: boolean
  /** Sentences and more: where a row is a card, the label stands above the value and not beside it. */
  readonly isProse?: boolean
  /** Buttons, which are of no use on paper. */
  readonly isScreenOnly?: boolean
}

type DataTableProps<Row extends object> = {
  readonly caption: string
  readonly isCaptionHidden?: boolean
  /** For long lists that are looked through: lines and cells closer together. */
  readonly isDense?: boolean
  /** Keep at module scope or in useMemo. */
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** What opens below a row, over its whole width; null for a row that is closed. */
  readonly detail?: (row: Row) => ReactNode
  /** The order the rows came in. The table never sorts by itself: it holds one page of many. */
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
}

const features = tableFeatures({})

/**
 * Rows under headings; below 640 px every row becomes a card with the same content. Draw the empty state instead of
 * a table without rows.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, isDense = false, columns, rows, rowId, detail, sort = null, onSort } = props
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const definitions = useMemo(() => columnDefinitions(columns), [columns])
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId })
  return (
    <div className="app-table-region">
      <table className={`nhsuk-table app-table${isDense ? ' app-table--dense' : ''}`} {...roles.table}>
        <caption className={`nhsuk-table__caption${isCaptionHidden ? ' nhsuk-u-visually-hidden' : ''}`}>
          {caption}
        </caption>
        <thead className="nhsuk-table__head" {...roles.rowgroup}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} {...roles.row}>
              {group.headers.map(({ id }) => {
                const column = byId.get(id)
                if (column === undefined) return null
                return <SortHeader key={id} column={column} sort={sort} {...(onSort ? { onSort } : {})} />
              })}
            </tr>
          ))}
        </thead>
        <tbody className="nhsuk-table__body" {...roles.rowgroup}>
          {table.getRowModel().rows.map((row) => (
            <Fragment key={row.id}>
              <tr className="nhsuk-table__row" {...roles.row}>
                {row.getAllCells().map((cell) => {
                  const column = byId.get(cell.column.id)
                  const Cell = column?.isRowHeader ? 'th' : 'td'
                  return (
                    <Cell
                      key={cell.id}
                      className={cellClass(column)}
                      data-label={column?.header}
                      {...(column?.isRowHeader ? rowHeader : roles.cell)}
                    >
                      <div className="app-table__value">
                        <table.FlexRender cell={cell} />
                      </div>
                    </Cell>
                  )
                })}
              </tr>
              <DetailRow columnCount={columns.length}>{detail?.(row.original) ?? null}</DetailRow>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DetailRow({ columnCount, children }: { readonly columnCount: number; readonly children: ReactNode }) {
  if (children === null) return null
  return (
    <tr className="nhsuk-table__row app-table__detail" {...roles.row}>
      <td className="nhsuk-table__cell" colSpan={columnCount} {...roles.cell}>
        {children}
      </td>
    </tr>
  )
}

function cellClass(column: ColumnLook | undefined): string {
  const numeric = column?.isNumeric ? ' nhsuk-table__cell--numeric' : ''
  const prose = column?.isProse ? ' app-table__prose' : ''
  const screen = column?.isScreenOnly ? ' app-print-hidden' : ''
  return `nhsuk-table__cell${numeric}${prose}${screen}${column?.isUnbroken ? ' app-nowrap' : ''}`
}

type ColumnLook = Pick<DataColumn<never>, 'isNumeric' | 'isUnbroken' | 'isProse' | 'isScreenOnly'>

function columnDefinitions<Row extends object>(columns: readonly DataColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>()
  return columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) }))
}

/** Said aloud again, because a browser may take a table shown as cards for a plain block. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
} as const
const rowHeader = { role: 'rowheader', scope: 'row' } as const
