import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { FoldOnNarrow } from './fold-on-narrow.tsx'

it('a table that is many cards on a narrow screen opens there by keyboard, and closes again', async () => {
  const { container } = render(<FoldOnNarrow label="Criteria one by one (7)">the table</FoldOnNarrow>)
  const button = screen.getByRole('button', { name: 'Criteria one by one (7)', expanded: false })
  const region = document.getElementById(button.getAttribute('aria-controls') ?? '')
  expect(region).toHaveClass('app-fold__content')
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Hide: Criteria one by one (7)', expanded: true })).toHaveFocus()
  expect(region).not.toHaveClass('app-fold__content')
  await expectAccessible(container)
  await userEvent.keyboard('{Enter}')
  expect(region).toHaveClass('app-fold__content')
})
