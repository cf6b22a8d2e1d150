import { expect, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

test('a nurse finds the overdue referral on the first screen, and the site moves it on', async ({ browser }) => {
  const nurse = await (await browser.newContext()).newPage()
  const watched = watchPage(nurse)
  await signIn(nurse, 'nurse@zz001.example')
  await expectGoodPage(nurse)
  await nurse.getByRole('link', { name: /overdue referrals/ }).click()
  await expect(nurse).toHaveURL(/clock=overdue/)
  await expectGoodPage(nurse)
  const rows = nurse
    .getByRole('row')
    .filter({ hasText: /Sent/ })
    .filter({ hasText: /overdue/i })
  await rows.first().getByRole('link').first().click()
  await expect(nurse.getByText(/overdue by/i).first()).toBeVisible()
  await expectGoodPage(nurse)
  const path = new URL(nurse.url()).pathname
  const code = await siteCode(nurse.getByText(/\(fictional\)/))

  const site = await (await browser.newContext()).newPage()
  await signIn(site, `site-nurse@${code}.example`)
  await site.goto(path)
  await expect(site.getByRole('heading', { name: 'Shared record' })).toBeVisible()
  await site.getByRole('radio', { name: 'Acknowledge receipt' }).check()
  await site.getByRole('button', { name: 'Acknowledge receipt' }).click()
  await expect(site.getByText('Received', { exact: true }).first()).toBeVisible()
  await site.getByRole('radio', { name: 'Start pre-screening' }).check()
  await site.getByRole('button', { name: 'Start pre-screening' }).click()
  await expect(site.getByText('Pre-screening', { exact: true }).first()).toBeVisible()

  await test.step('the nurse, whose page is older, is shown both versions and loses nothing', async () => {
    await nurse.getByRole('radio', { name: 'Cancel referral' }).check()
    await nurse.getByLabel('Reason').selectOption({ index: 1 })
    await nurse.getByLabel(/Note/).fill('Treated elsewhere since Friday.')
    await nurse.getByRole('button', { name: 'Cancel referral' }).click()
    await expect(nurse.getByText('Pre-screening', { exact: true }).first()).toBeVisible()
    await expect(nurse.getByText('Treated elsewhere since Friday.').or(nurse.getByLabel(/Note/)).first()).toBeVisible()
    await expectGoodPage(nurse)
  })
  await nurse.reload()
  await expect(nurse.getByText('Pre-screening', { exact: true }).first()).toBeVisible()
  expect(watched).toBeDefined()
})

/** The sites of the demonstration by the fictional name that a page shows. */
async function siteCode(names: { allInnerTexts(): Promise<string[]> }): Promise<string> {
  const { demonstrationOrganisations } = await import('../../mocks/data/organisations/demonstration-organisations.ts')
  const texts = await names.allInnerTexts()
  const found = demonstrationOrganisations.find(({ name }) => texts.some((text) => text.trim() === name))
  return (found?.code ?? 'ZZ001').toLowerCase()
}
