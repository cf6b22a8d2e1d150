import { expect, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

test('a treatment is added, and one that belongs to somebody else is taken back with its reason', async ({ page }) => {
  const watched = watchPage(page)
  await signIn(page, 'nurse@zz003.example')
  await page.goto('/patients')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  const values = page.getByRole('region', { name: 'Recorded values' })

  await values.getByRole('button', { name: 'Add a treatment' }).click()
  const form = values.getByRole('form', { name: 'New treatment' })
  await form.getByRole('radio', { name: 'Surgery' }).click()
  await form.getByRole('textbox', { name: 'Operation', exact: true }).fill('Excision of a skin lesion')
  await form.getByRole('combobox', { name: /^Sort of operation/ }).selectOption({ label: 'Minor surgery' })
  await form.getByRole('textbox', { name: /^Date of the operation/ }).fill('12 October 2026')
  await form.getByRole('group', { name: 'For this cancer?' }).getByRole('radio', { name: 'No' }).click()
  await expectGoodPage(page)
  await form.getByRole('button', { name: 'Add the treatment' }).click()
  await expect(values.getByRole('status')).toContainText('Recorded: New treatment.')
  await values.getByRole('button', { name: /^Take back .*12-Oct-2026$/ }).click()
  await values.getByRole('textbox', { name: 'Why was it recorded in error?' }).fill('Done on another patient')
  await values.getByRole('button', { name: 'Take it back' }).click()
  await expect(values.getByRole('status')).toContainText('Taken back:')
  await values.getByText('1 value taken back').click()
  await expect(values).toContainText('Done on another patient')
  await expectGoodPage(page)
  watched.expectNothingWrong()
})
