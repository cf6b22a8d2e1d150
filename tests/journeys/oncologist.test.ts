import { expect, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

test('an oncologist narrows the list to one cancer, reads why a trial fits, and refers', async ({ page }) => {
  const watched = watchPage(page)
  await signIn(page, 'oncologist@zz001.example')
  await page.getByRole('link', { name: 'Patients', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible()
  await expectGoodPage(page)

  await test.step('the filter is in the address, so it survives a reload', async () => {
    await page.goto('/patients?referral=none&sort=candidates')
    await page.getByLabel('Search cancer types').fill('sarcoma')
    await page.getByRole('treeitem', { name: /^Sarcoma/ }).click()
    await expect(page).toHaveURL(/cancerType=sarcoma/)
    await page.reload()
    await expect(page.getByRole('table')).toContainText(/sarcoma/i)
    expect(page.url()).not.toMatch(/text=|name=/)
  })

  await test.step('two clicks lead from the list to the reasons', async () => {
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('button', { name: /^Why/ }).first().click()
    await expect(page.getByText('Protocol wording').first()).toBeVisible()
    await expect(page.getByText(/^Met$/).first()).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the referral names the patient again before it is sent', async () => {
    await page
      .getByRole('button', { name: /^Refer/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/referrals\/[0-9a-f-]+\/draft/)
    await expectGoodPage(page)
    await page
      .getByRole('group', { name: /Which site/ })
      .getByRole('radio')
      .first()
      .check()
    await page.getByLabel(/Message to the site/).fill('Please see before the next cycle.')
    await page.getByLabel('Date of agreement').fill('2 November 2026')
    await page.getByRole('radio', { name: /in person/i }).check()
    await expect(page.getByText(/NHS No\./).first()).toBeVisible()
    await page.getByRole('button', { name: 'Send referral' }).click()
    await expect(page).toHaveURL(/\/referrals\/[0-9a-f-]+(\?done=sent)?$/)
    await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible()
    await expectGoodPage(page)
  })
  watched.expectNothingWrong()
})
