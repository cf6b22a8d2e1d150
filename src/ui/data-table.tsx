import { Fragment, type ReactNode } from 'react'
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
  /** For long lists of short values: where a row is a card, they follow one another in its lines. */
  readonly isCompact?: boolean
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** What opens below a row, over its whole width; null for a row that is closed. */
  readonly detail?: (row: Row) => ReactNode
  /** The order the rows came in. The table never sorts by itself: it holds one page of many. */
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
}

/**
 * Rows under headings; below 640 px every row becomes a card with the same content. Draw the empty state instead of
 * a table without rows.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    caption,
    isCaptionHidden = false,
    isDense = false,
    isCompact = false,
    columns,
    rows,
    rowId,
    detail,
    sort = null,
    onSort,
  } = props
  return (
    <div className="app-table-region">
      <table
        className={`nhsuk-table app-table${isDense ? ' app-table--dense' : ''}${isCompact ? ' app-table--compact' : ''}`}
        {...roles.table}
      >
        <caption className={`nhsuk-table__caption${isCaptionHidden ? ' nhsuk-u-visually-hidden' : ''}`}>
          {caption}
        </caption>
        <thead className="nhsuk-table__head" {...roles.rowgroup}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <SortHeader key={column.id} column={column} sort={sort} {...(onSort ? { onSort } : {})} />
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body" {...roles.rowgroup}>
          {rows.map((row) => (
            <Fragment key={rowId(row)}>
              <tr className="nhsuk-table__row" {...roles.row}>
                {columns.map((column) => {
                  const Cell = column.isRowHeader ? 'th' : 'td'
                  return (
                    <Cell
                      key={column.id}
                      className={cellClass(column)}
                      data-label={column.header}
                      {...(column.isRowHeader ? rowHeader : roles.cell)}
                    >
                      <div className="app-table__value">
                        <CellContent column={column} row={row} />
                      </div>
                    </Cell>
                  )
                })}
              </tr>
              <DetailRow columnCount={columns.length}>{detail?.(row) ?? null}</DetailRow>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A component of its own, so that what a cell keeps to itself stays with its row. */
function CellContent<Row>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }) {
  return column.cell(row)
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

function cellClass(column: ColumnLook): string {
  const numeric = column.isNumeric ? ' nhsuk-table__cell--numeric' : ''
  const prose = column.isProse ? ' app-table__prose' : ''
  const screen = column.isScreenOnly ? ' app-print-hidden' : ''
  return `nhsuk-table__cell${numeric}${prose}${screen}${column.isUnbroken ? ' app-nowrap' : ''}`
}

type ColumnLook = Pick<DataColumn<never>, 'isNumeric' | 'isUnbroken' | 'isProse' | 'isScreenOnly'>

/** Said aloud again, because a browser may take a table shown as cards for a plain block. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
} as const
const rowHeader = { role: 'rowheader', scope: 'row' } as const
