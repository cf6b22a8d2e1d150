import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

/** In the demonstration everything on the log of this trial at ZZ001 has run out, and one referral waits. */
const trial = /Merkel cell carcinoma/

test('an administrator puts people on the log, the principal investigator confirms eligibility, the coordinator cannot', async ({
  browser,
}) => {
  const administrator = await as(browser, 'administrator@zz001.example')
  const coordinator = await as(browser, 'site-nurse@zz001.example', [403])
  const investigator = await as(browser, 'investigator@zz001.example')

  await test.step('the coordinator reads that a referral waits, and whom to ask', async () => {
    const { page } = coordinator
    await page.getByRole('link', { name: 'Referrals', exact: true }).press('Enter')
    await expect(page.getByText(/referrals? to your site waits? that nobody can see/)).toBeVisible()
    await expectGoodPage(page)
    await expect(page.getByRole('row', { name: trial })).toHaveCount(0)
    await page.getByRole('link', { name: 'See which trials' }).press('Enter')
    await openLog(page)
    await expect(page.getByText('Nobody is on this log')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Put on the log' })).toHaveCount(0)
    await expectGoodPage(page)
  })

  await test.step('the administrator enters the principal investigator, by keyboard', async () => {
    const { page } = administrator
    await page.getByRole('link', { name: /referrals? that nobody is delegated to see/ }).press('Enter')
    await openLog(page)
    await expectGoodPage(page)
    await putOnLog(page, 'Dr Devika Raman-Holt (Site investigator)', 'Principal investigator')
    await expect(page.getByText('Dr Devika Raman-Holt is on the log: Principal investigator.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the principal investigator delegates consent and coordination', async () => {
    const { page } = investigator
    await page.getByRole('link', { name: 'Trials', exact: true }).press('Enter')
    await page.getByRole('link', { name: trial }).first().press('Enter')
    await page.getByRole('link', { name: 'Delegation log' }).press('Enter')
    await expect(page.getByRole('radio', { name: 'Principal investigator' })).toHaveCount(0)
    for (const duty of ['Taking consent', 'Site coordination']) {
      await putOnLog(page, 'Callum Redferne (Site research nurse)', duty)
      await expect(page.getByText(`Callum Redferne is on the log: ${duty}.`)).toBeVisible()
    }
  })

  const address = await test.step('the coordinator records consent, and reads who confirms eligibility', async () => {
    const { page } = coordinator
    await page.goto('/referrals')
    await page.getByRole('row', { name: trial }).getByRole('link').first().press('Enter')
    await page.getByRole('radio', { name: 'Record consent' }).check()
    await page.getByLabel('Date of consent').fill('2 November 2026')
    await page.getByRole('button', { name: 'Record consent' }).press('Enter')
    await expect(page.getByText('Recorded: Consented, in screening')).toBeVisible()
    const others = page.getByRole('region', { name: 'Steps that others take' })
    await expect(others.getByText('Confirm eligible: Dr Devika Raman-Holt')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Confirm eligible' })).toHaveCount(0)
    await expectGoodPage(page)
    return new URL(page.url()).pathname
  })

  await test.step('the principal investigator confirms it', async () => {
    const { page } = investigator
    await page.goto(address)
    await page.getByRole('radio', { name: 'Confirm eligible' }).check()
    await page.getByRole('button', { name: 'Confirm eligible' }).press('Enter')
    await expect(page.getByText('Recorded: Eligible, confirmed by PI')).toBeVisible()
  })

  await test.step('a duty that is ended closes the referral to the coordinator at once', async () => {
    const { page } = investigator
    await page.getByRole('link', { name: 'Delegation', exact: true }).press('Enter')
    await openLog(page)
    for (const duty of ['Taking consent', 'Site coordination']) {
      await page.getByRole('button', { name: new RegExp(`^End ?: Callum Redferne, ${duty}`) }).press('Enter')
      await page.getByLabel('Why it ends').fill('Has moved to another trial')
      await page.getByRole('button', { name: 'End it' }).press('Enter')
      await expect(page.getByText(`Ended: Callum Redferne, ${duty}.`)).toBeVisible()
    }
    await coordinator.page.goto(address)
    await expect(coordinator.page.getByText(/You are not on the delegation log of .*Merkel/)).toBeVisible()
    await expect(coordinator.page.getByText(/Ask Dr Devika Raman-Holt or an administrator of Northmoor/)).toBeVisible()
    await expectGoodPage(coordinator.page)
  })
  for (const { watched } of [administrator, coordinator, investigator]) watched.expectNothingWrong()
})

/** From the list of logs: the page before it may name the trial as well. */
async function openLog(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Delegation logs$/)
  await page.getByRole('link', { name: trial }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Delegation log: /)
}

async function putOnLog(page: Page, person: string, duty: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Put somebody on the log' })
  await form.getByLabel('Person').selectOption({ label: person })
  await form.getByRole('radio', { name: duty }).check()
  await form.getByRole('button', { name: 'Put on the log' }).press('Enter')
}

async function as(browser: Browser, email: string, refusedWith: readonly number[] = []) {
  const page = await (await browser.newContext()).newPage()
  const watched = watchPage(page, refusedWith)
  await signIn(page, email)
  return { page, watched }
}
