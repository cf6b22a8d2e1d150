import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { freePort } from '../support/free-port.ts'
import { cis2People } from '../support/provider-people.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { startTestProvider, type TestProvider } from '../support/test-provider.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { watchPage } from './watch-page.ts'

/* The real service beside a real provider: what a browser does with cookies, redirects and policies on the way between
   two sites is seen nowhere else. */

let provider: TestProvider
let service: ServerProcess
let origin = ''
const directory = mkdtempSync(join(tmpdir(), 'single-sign-on-'))

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const port = String(await freePort())
  origin = `http://localhost:${port}`
  provider = await startTestProvider({ people: cis2People, publicOrigin: origin })
  service = await startServerProcess({
    PORT: port,
    DATA_DIR: directory,
    SSO_ISSUER: provider.issuer,
    SSO_CLIENT_ID: provider.clientId,
    SSO_CLIENT_SECRET: provider.clientSecret,
  })
})
test.afterAll(async () => {
  service?.signal('SIGTERM')
  await service?.ended
  await provider?.close()
  rmSync(directory, { recursive: true, force: true })
})

const startLink = (page: Page) => page.getByRole('link', { name: /^Sign in with NHS CIS2 Authentication/ })

async function signInAtProvider(page: Page, person: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(person)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

test('a doctor who is a nurse too signs in at the provider, changes role and signs out of both', async ({
  page,
  context,
}) => {
  const watched = watchPage(page)
  await page.goto(`${origin}/patients`)
  await expectGoodPage(page)

  await test.step('at the provider, and back to the choice of a role', async () => {
    await startLink(page).press('Enter')
    await signInAtProvider(page, 'doctor-and-nurse')
    await expect(page.getByRole('heading', { level: 1, name: 'Choose your role' })).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('radio', { name: /^Specialist nurse/ }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
  })

  await test.step('to the page that was asked for', async () => {
    await expect(page).toHaveURL(`${origin}/patients`)
    await expect(page.getByRole('link', { name: /Sam Osei.*Specialist nurse/ })).toBeVisible()
    const cookies = await context.cookies(origin)
    for (const { httpOnly, sameSite } of cookies.filter(({ name }) => ['session', 'sign-in'].includes(name))) {
      expect([httpOnly, sameSite]).toEqual([true, 'Lax'])
    }
  })

  await test.step('in another role, with another session', async () => {
    const sessionCookie = async () => (await context.cookies(origin)).find(({ name }) => name === 'session')?.value
    const before = await sessionCookie()
    await page.goto(`${origin}/account`)
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Change to another of your roles' }).click()
    await page.getByRole('radio', { name: /^Oncologist/ }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('link', { name: /Sam Osei.*Oncologist/ })).toBeVisible()
    expect(await sessionCookie()).not.toBe(before)
  })

  await test.step('out of this service and of the provider', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await expect(page).toHaveURL(new RegExp(`^${origin}/sign-in`))
    await startLink(page).click()
    await expect(page.getByPlaceholder('Enter any login')).toBeVisible()
  })
  watched.expectNothingWrong()
})

test('somebody without a role here is told what they have and whom to ask, and finds back', async ({ page }) => {
  await page.goto(`${origin}/sign-in`)
  await startLink(page).click()
  await signInAtProvider(page, 'clerk-only')
  await expect(page.getByRole('heading', { level: 1, name: 'None of your roles opens this service' })).toBeVisible()
  await expect(page.getByText('Clerical Access Role at ZZ001')).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back to the sign-in page' }).press('Enter')
  await expect(page.getByLabel('Password')).toBeVisible()
})

test('whoever signs out at the provider is signed out here', async ({ page }) => {
  await page.goto(`${origin}/sign-in`)
  await startLink(page).click()
  await signInAtProvider(page, 'nurse-parker')
  await expect(page.getByRole('link', { name: /Nia Parker/ })).toBeVisible()
  await page.goto(`${provider.issuer}/session/end`)
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign-out Success' })).toBeVisible()
  await page.goto(`${origin}/patients`)
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fpatients/)
})

test('a session that ends under an open page is signed in to again in another tab', async ({ page, context }) => {
  await page.goto(`${origin}/sign-in`)
  await startLink(page).click()
  await signInAtProvider(page, 'chose-doctor')
  await page.getByRole('link', { name: 'Patients', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Patients/ })).toBeVisible()
  await context.clearCookies({ name: 'session' })
  await page.getByRole('link', { name: 'Trials', exact: true }).click()
  await expect(page.getByRole('dialog', { name: /Your session has ended/ })).toBeVisible()
  const opening = context.waitForEvent('page')
  await startLink(page).click()
  const tab = await opening
  await signInAtProvider(tab, 'chose-doctor')
  await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await tab.close()
  await page.getByRole('button', { name: 'I have signed in: continue' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: /Trials/ })).toBeVisible()
})
