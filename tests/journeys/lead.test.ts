import { expect, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

test('a lead finds the trial furthest behind and reads the same number in chart, table and sentence', async ({
  page,
}) => {
  const watched = watchPage(page)
  await signIn(page, 'national-lead@national.example')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Recruitment', exact: true }).click()
  await expect(page.getByText(/Red: below −0\.30/)).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('table').getByRole('link').first().click()

  const finding = page.getByRole('heading', { name: /recruited of \d+ by/ })
  await expect(finding).toContainText('red')
  const sentence = await finding.innerText()
  const recruited = /(\d+) recruited of (\d+)/.exec(sentence)
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
  await page.getByText('Numbers behind this chart').click()
  const today = page.getByRole('row').filter({ hasText: 'November 2026' }).first()
  await expect(today).toContainText(recruited?.[1] ?? 'no number in the sentence')
  await expect(page.getByText('never used for the ratio')).toBeVisible()
  await expectGoodPage(page)

  await test.step('a lead sees counts and never a patient', async () => {
    await expect(page.getByRole('link', { name: 'Patients', exact: true })).toHaveCount(0)
    const answer = await page.request.post('/api/patients/search', { data: { filters: {} } })
    expect(answer.status()).toBe(403)
  })
  watched.expectNothingWrong()
})
