import { expect, test } from '@playwright/test'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

test('patients without a team are on nobody’s worklist until the information officer assigns one', async ({
  browser,
}) => {
  const officer = await (await browser.newContext()).newPage()
  const nurse = await (await browser.newContext()).newPage()
  const watched = [watchPage(officer), watchPage(nurse)]
  await signIn(officer, 'information-officer@zz001.example')
  await officer.getByRole('link', { name: /without a (clinical )?team/ }).press('Enter')
  await expectGoodPage(officer)
  const waiting = officer.getByRole('row').filter({ has: officer.getByRole('combobox', { name: /^Team for / }) })
  await expect(waiting).toHaveCount(2)
  const chosen = waiting.first()
  const name = (await chosen.getByRole('rowheader').textContent()) ?? ''

  await signIn(nurse, 'clinic-nurse@zz001.example')
  await nurse.goto('/patients')
  const worklist = nurse.getByRole('table')
  await expect(worklist.getByRole('rowheader')).not.toHaveCount(0)
  const before = await worklist.getByRole('rowheader').count()
  await expect(worklist.getByRole('link', { name })).toBeHidden()
  await expectGoodPage(nurse)

  await chosen.getByRole('combobox').selectOption({ label: 'Head and neck clinic' })
  await chosen.getByRole('button', { name: /^Assign/ }).press('Enter')
  await expect(waiting).toHaveCount(1)
  await expectGoodPage(officer)

  await nurse.reload()
  await expect(worklist.getByRole('link', { name })).toBeVisible()
  await expect(worklist.getByRole('rowheader')).toHaveCount(before + 1)
  for (const page of watched) page.expectNothingWrong()
})
