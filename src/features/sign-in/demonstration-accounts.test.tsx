import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'

it('says where the page runs alone whom to sign in as, with which password, and what a reload costs', async () => {
  const accounts = [
    { role: 'Oncologist', email: 'oncologist@zz001.example', password: 'for-anybody' },
    { role: 'Nurse', email: 'nurse@zz001.example', password: 'for-anybody' },
  ]
  const { container } = render(<DemonstrationAccounts accounts={accounts} />)
  expect(screen.getByText('for-anybody')).toBeVisible()
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(items).toEqual(['Oncologist: oncologist@zz001.example', 'Nurse: nurse@zz001.example'])
  expect(screen.getByText(/loaded again, the session may end/)).toBeVisible()
  await expectAccessible(container)
})
