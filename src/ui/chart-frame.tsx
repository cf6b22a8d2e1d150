import { type ReactNode, Suspense, useId } from 'react'
import { countText } from '../format/counts.ts'
import { notKnown } from '../format/not-known.ts'
import { CsvDownload } from './csv-download.tsx'
import { LoadingState } from './page-states.tsx'

export type ChartCell = string | number | null

type ChartFrameProps = {
  /** The finding, not the subject: "Recruitment is 4 patients behind target". */
  readonly title: string
  /** How to read it, with its numbers. */
  readonly sentence: string
  readonly columns: readonly string[]
  /** Exactly what the chart shows; the first cell names the row, null is "Not known". */
  readonly rows: readonly (readonly [string, ...ChartCell[]])[]
  readonly fileName: `${string}.csv`
  /** The chart, best a lazy component: sentence and table do not wait for it. */
  readonly children: ReactNode
}

/** A chart with its finding, its sentence, its numbers as a table and as a file. */
export function ChartFrame({ title, sentence, columns, rows, fileName, children }: ChartFrameProps) {
  const titleId = useId()
  return (
    <section className="app-chart" aria-labelledby={titleId}>
      <h2 className="nhsuk-heading-m" id={titleId}>
        {title}
      </h2>
      <p>{sentence}</p>
      <div className="app-chart__drawing">
        <Suspense fallback={<LoadingState what="the chart" />}>{children}</Suspense>
      </div>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Numbers behind this chart</span>
        </summary>
        <div className="nhsuk-details__text">
          <ChartTable caption={title} columns={columns} rows={rows} />
          <CsvDownload fileName={fileName} header={columns} rows={rows} />
        </div>
      </details>
    </section>
  )
}

function ChartTable({ caption, columns, rows }: Pick<ChartFrameProps, 'columns' | 'rows'> & { caption: string }) {
  return (
    <div className="app-chart__table">
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="nhsuk-table__header">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="nhsuk-table__row">
              <th scope="row" className="nhsuk-table__cell">
                {name}
              </th>
              {columns.slice(1).map((column, index) => (
                <td key={column} className="nhsuk-table__cell">
                  {cellText(cells[index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellText(cell: ChartCell): string {
  if (cell === null) return notKnown
  return typeof cell === 'number' && Number.isInteger(cell) ? countText(cell) : String(cell)
}
