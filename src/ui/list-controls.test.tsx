import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { Pager } from './pager.tsx'

function draw(element: ReactElement, at = '/referrals?clock=due&sort=sentOn') {
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [at] })
  return { router, ...render(<RouterProvider router={router} />) }
}

describe('chosen filters', () => {
  it('are each removable, those in the address by a link and the others by a button', async () => {
    const forget = vi.fn<() => void>()
    const { router, container } = draw(
      <FilterChips
        chips={[
          { label: 'Clock: Due', remove: '?sort=sentOn' },
          { label: 'Name: smith', remove: forget },
        ]}
        clearAllTo="?"
      />,
    )
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: /^Remove filter Name: smith/ }))
    expect(forget).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('link', { name: /^Remove filter Clock: Due/ }))
    expect(router.state.location.search).toBe('?sort=sentOn')
    await userEvent.click(screen.getByRole('link', { name: 'Clear all filters' }))
    expect(router.state.location.search).toBe('')
  })

  it('take no room when there are none', () => {
    draw(<FilterChips chips={[]} clearAllTo="?" />)
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('pages', () => {
  it('say how much of the list is shown, and lead on and back', () => {
    draw(
      <Pager
        shown={25}
        total={{ count: 1000, isCapped: true }}
        what="patients"
        nextTo="?after=z"
        previousTo="?before=a"
      />,
    )
    expect(screen.getByText('Showing 25 of more than 1,000 patients')).toBeVisible()
    expect(screen.getByRole('link', { name: /Next page/ })).toHaveAttribute('href', '/referrals?after=z')
    expect(screen.getByRole('link', { name: /Previous page/ })).toHaveAttribute('href', '/referrals?before=a')
  })

  it('offer no page that does not exist', () => {
    draw(<Pager shown={3} total={{ count: 3, isCapped: false }} what="patients" nextTo={null} previousTo={null} />)
    expect(screen.getByText('Showing 3 of 3 patients')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })
})

it('a filter panel opens with its button and says how many filters are set', async () => {
  draw(<FilterPanel chosen={2}>Fields</FilterPanel>)
  const button = screen.getByRole('button', { name: 'Show filters (2 chosen)' })
  expect(button).toHaveAttribute('aria-expanded', 'false')
  await userEvent.click(button)
  expect(screen.getByRole('button', { name: 'Hide filters (2 chosen)' })).toHaveAttribute('aria-expanded', 'true')
})
