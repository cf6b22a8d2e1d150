import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { ErrorState } from './page-states.tsx'

function draw(status: number | undefined, at: string) {
  const onRetry = vi.fn<() => void>()
  const problem = {
    title: 'It failed',
    detail: 'This is why.',
    remedy: null,
    ...(status === undefined ? {} : { status }),
  }
  const element = <ErrorState problem={problem} onRetry={onRetry} />
  return {
    onRetry,
    ...render(<RouterProvider router={createMemoryRouter([{ path: '*', element }], { initialEntries: [at] })} />),
  }
}

describe('a failure', () => {
  it.each([undefined, 0, 408, 429, 500, 503])('of status %s can be tried again', async (status) => {
    const { onRetry, container } = draw(status, '/patients/1')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledOnce()
    expect(screen.queryByRole('link')).toBeNull()
    await expectAccessible(container)
  })

  it.each([400, 403, 404, 409, 422, 428, 430, 499])(
    'of status %s would only be refused again: it leads back',
    (status) => {
      draw(status, '/patients/1')
      expect(screen.queryByRole('button')).toBeNull()
      expect(screen.getByRole('link', { name: 'Back to patients' })).toHaveAttribute('href', '/patients')
    },
  )

  it.each([
    ['/trials/1', 'Back to trials', '/trials'],
    ['/referrals/1/draft', 'Back to referrals', '/referrals'],
    ['/recruitment/1', 'Back to recruitment', '/recruitment'],
    ['/patients', 'Go to the home page', '/'],
    ['/administration/accounts', 'Go to the home page', '/'],
  ])('at %s leads to "%s"', (at, name, href) => {
    draw(404, at)
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', href)
  })
})
