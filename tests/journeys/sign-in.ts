import { expect, type Page } from '@playwright/test'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'

/** Signs in as a person of the demonstration does, by the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(
    page.getByRole('link', { name: 'Sign out' }).or(page.getByRole('button', { name: 'Sign out' })),
  ).toBeVisible()
}
