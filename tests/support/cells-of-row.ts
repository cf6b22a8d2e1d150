import { screen, within } from '@testing-library/react'

/** The texts of one row of a table, found by its name, without its heading. */
export function cellsOf(row: RegExp): string[] {
  return within(screen.getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}
