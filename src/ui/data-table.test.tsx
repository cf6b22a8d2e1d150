import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { type DataColumn, DataTable } from './data-table.tsx'
import type { Sort } from './sort-header.tsx'

type Trial = { trialId: string; title: string; sites: number }
const trials: Trial[] = [
  { trialId: 'b', title: 'Chordoma trial', sites: 12 },
  { trialId: 'a', title: 'Thymoma trial', sites: 3 },
]
const columns: DataColumn<Trial>[] = [
  { id: 'title', header: 'Trial', cell: (trial) => trial.title, isRowHeader: true, isSortable: true },
  { id: 'sites', header: 'Sites', cell: (trial) => trial.sites, isNumeric: true, isSortable: true },
]
function draw(sort: Sort | null) {
  const onSort = vi.fn<(sort: Sort) => void>()
  const table = (
    <DataTable
      caption="Trials"
      columns={columns}
      rows={trials}
      rowId={(trial) => trial.trialId}
      sort={sort}
      onSort={onSort}
    />
  )
  return { onSort, ...render(table) }
}

describe('a table of one page of a list', () => {
  it('keeps the order of the server and names each row', () => {
    draw(null)
    const rows = within(screen.getByRole('table', { name: 'Trials' })).getAllByRole('rowheader')
    expect(rows.map((row) => row.textContent)).toEqual(['Chordoma trial', 'Thymoma trial'])
    expect(screen.getByRole('row', { name: 'Thymoma trial 3' })).toBeVisible()
  })

  it('says by which column it is sorted', () => {
    draw({ columnId: 'sites', direction: 'descending' })
    expect(screen.getByRole('columnheader', { name: 'Sites' })).toHaveAttribute('aria-sort', 'descending')
    expect(screen.getByRole('columnheader', { name: 'Trial' })).toHaveAttribute('aria-sort', 'none')
  })

  it('asks for a column in ascending order, and turns the order it has', async () => {
    const { onSort } = draw({ columnId: 'sites', direction: 'ascending' })
    await userEvent.click(screen.getByRole('button', { name: 'Trial' }))
    await userEvent.click(screen.getByRole('button', { name: 'Sites' }))
    expect(onSort.mock.calls).toEqual([
      [{ columnId: 'title', direction: 'ascending' }],
      [{ columnId: 'sites', direction: 'descending' }],
    ])
  })

  it('labels each value for the cards of a narrow screen', () => {
    draw(null)
    expect(screen.getByRole('cell', { name: '12' })).toHaveAttribute('data-label', 'Sites')
  })

  it('is accessible', async () => {
    await expectAccessible(draw(null).container)
  })
})
