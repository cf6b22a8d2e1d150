import { expect, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

const pagesByAccount = {
  'oncologist@zz002.example': [
    '/',
    '/patients',
    '/patients/emergency-access',
    '/trials',
    '/trials?recruiting=notOpen',
    '/referrals',
    '/recruitment',
    '/data-gaps',
    '/changes',
    '/changes?kind=newTrial',
    '/feasibility/new',
    '/account',
  ],
  'investigator@zz002.example': ['/', '/referrals', '/trials', '/administration/delegation'],
  'information-officer@zz001.example': [
    '/',
    '/administration/teams',
    '/recruitment',
    '/releases',
    '/releases/new',
    '/about-your-data',
  ],
  'trust-lead@zz001.example': ['/', '/recruitment', '/data-gaps'],
  'administrator@zz001.example': [
    '/',
    '/administration/accounts',
    '/administration/organisations',
    '/administration/delegation',
  ],
  'privacy-officer@zz001.example': [
    '/',
    '/access-log/emergency-accesses',
    '/access-log',
    '/access-log?outcome=denied&from=2020-01-01',
  ],
}

test('the sign-in page is good before anybody is signed in, and no request on the way there is refused', async ({
  page,
}) => {
  const watched = watchPage(page)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await expectGoodPage(page)
  await page.goto('/patients')
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fpatients/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  watched.expectNothingWrong()
})

test('what people are told of their data is good and asks nobody to sign in, by keyboard alone', async ({ page }) => {
  const watched = watchPage(page)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: /^About your data: / }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'About your data' })).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'See the register of releases' }).press('Enter')
  await expect(page.getByRole('row', { name: /Demonstration Cancer Alliance/ })).toBeVisible()
  await expectGoodPage(page)
  watched.expectNothingWrong()
})

for (const [account, paths] of Object.entries(pagesByAccount)) {
  test(`every page of ${account.split('@')[0]} is good`, async ({ page }) => {
    const watched = watchPage(page)
    await signIn(page, account)
    for (const path of paths) {
      await test.step(path, async () => {
        await page.goto(path)
        await expectGoodPage(page)
      })
    }
    watched.expectNothingWrong()
  })
}

test('a trial is read whole: sites, criteria in both forms, patients of mine', async ({ page }) => {
  await signIn(page, 'oncologist@zz001.example')
  await page.goto('/trials?text=DEMO-SBA-02')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: /Criteria/ }).first()).toBeVisible()
  await expect(page.getByText('Platelets at least 100', { exact: false }).first()).toBeVisible()
  await expectGoodPage(page)
})

test('ten changes are in sight at once on a small laptop', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, 'nurse@zz001.example')
  await page.goto('/changes')
  const changes = page.getByRole('article').getByRole('listitem')
  await expect(changes.nth(9)).toBeVisible()
  await expect(changes.nth(9)).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: /^more/ }).first().click()
  await expectGoodPage(page)
})

for (const [screenOf, width] of [
  ['a small laptop', 1280],
  ['a phone', 375],
] as const) {
  test(`on ${screenOf} the outcomes of a patient’s trials and the first trial are in sight at once`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(page, 'oncologist@zz001.example')
    await page.goto(`/patients/${await patientToSettle(page)}`)
    const counts = page.getByRole('navigation', { name: 'Trials by outcome' })
    await expect(counts.getByRole('link').first()).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('heading', { name: 'What would settle it' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('article').first().getByRole('heading')).toBeInViewport({ ratio: 1 })
    await counts.getByRole('link', { name: /Not matched/ }).press('Enter')
    const group = page.locator('summary', { hasText: 'Not matched on the data held' })
    await expect(group).toBeFocused()
    await expect(group).toBeInViewport({ ratio: 1 })
    await expect(group.locator('xpath=..').getByRole('article').first()).toBeVisible()
    await expectGoodPage(page)
  })
}

test('the patients of mine whom a trial could take are counted in sight, and one click away', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, 'oncologist@zz001.example')
  await page.goto('/trials?text=DEMO-SBA-02')
  await page.getByRole('table').getByRole('link').first().click()
  const counts = page.getByRole('navigation', { name: 'Possible patients by outcome' })
  await expect(counts).toBeInViewport({ ratio: 1 })
  await counts.getByRole('link').first().press('Enter')
  const heading = page.getByRole('heading', { name: 'Possible patients of mine' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
  await expectGoodPage(page)
})

/** Somebody with trials that could fit, others that do not, and something left to find out. */
async function patientToSettle(page: Page): Promise<string> {
  const found: unknown = await page.evaluate(async () => {
    const ask = async (path: string, init?: RequestInit) => (await fetch(`/api${path}`, init)).json()
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filters: { missing: ['performanceStatus'] }, limit: 50 })
    for (const { patientId } of (await ask('/patients/search', { method: 'POST', headers, body })).items) {
      const list: components['schemas']['CandidateList'] = await ask(`/patients/${patientId}/candidates`)
      if ([list.candidates, list.notMatched, list.settling].every(({ length }) => length > 0)) return patientId
    }
  })
  if (typeof found !== 'string') throw new Error('No patient has trials of both sorts and something to settle.')
  return found
}
