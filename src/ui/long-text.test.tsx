import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { LongText } from './long-text.tsx'

it('a text of up to 220 characters is shown as it is', () => {
  render(<LongText text={'x'.repeat(220)} />)
  expect(screen.queryByRole('button')).toBeNull()
})

it('a longer text is all there for a screen reader, and its button opens it for the eye', async () => {
  const text = 'x'.repeat(221)
  const { container } = render(<LongText text={text} />)
  expect(screen.getByText(text)).toHaveClass('app-long-text')
  await expectAccessible(container)
  await userEvent.click(screen.getByRole('button', { name: 'Show whole text', expanded: false }))
  expect(screen.getByText(text)).not.toHaveClass('app-long-text')
  await userEvent.click(screen.getByRole('button', { name: 'Show the first lines only', expanded: true }))
  expect(screen.getByText(text)).toHaveClass('app-long-text')
})
