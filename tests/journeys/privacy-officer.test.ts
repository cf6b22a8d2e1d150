import { expect, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Patient = components['schemas']['Patient']

test('a privacy officer answers a patient who asks who has seen the record', async ({ page, browser }) => {
  const nurse = await (await browser.newContext()).newPage()
  await signIn(nurse, 'nurse@zz001.example')
  await nurse.goto('/patients')
  const answered = nurse.waitForResponse((response) => /\/api\/patients\/[0-9a-f-]{36}$/.test(response.url()))
  await nurse.getByRole('table').getByRole('link').first().click()
  const patient: Patient = await (await answered).json()

  const watched = watchPage(page)
  await signIn(page, 'privacy-officer@zz001.example')
  await page.getByRole('link', { name: 'Access log', exact: true }).click()
  await expectGoodPage(page)

  await test.step('finds the patient by number, and sees who opened the record and why', async () => {
    await page.getByLabel('NHS number or hospital number').fill(patient.nhsNumber ?? '')
    await page.getByRole('button', { name: 'Find patient' }).click()
    await expect(page.getByRole('heading', { name: 'Who saw this patient' })).toBeVisible()
    expect(page.url()).not.toContain(patient.nhsNumber)
    const opened = page.getByRole('row').filter({ hasText: 'Opened the patient record' }).first()
    await expect(opened).toContainText('Specialist nurse')
    await expect(opened).toContainText('Direct care')
    await expectGoodPage(page)
  })

  await test.step('narrows it to what was done, and takes it out as a file', async () => {
    await page.getByLabel('What was done').selectOption({ label: 'Looked at' })
    await expect(page.getByRole('link', { name: /What: Looked at/ })).toBeVisible()
    await page.getByRole('button', { name: 'Take out as a file' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file (CSV)' }).click()
    expect((await saving).suggestedFilename()).toBe('access-log.csv')
  })

  await test.step('makes the report in the patient’s words', async () => {
    await page.getByRole('link', { name: 'Report for the patient' }).click()
    await expect(page.getByRole('heading', { name: 'Who has seen your record' })).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: 'Looked at your record' }).first()
    await expect(row).toContainText('They are part of the team that cares for you.')
    await expectGoodPage(page)
  })

  await test.step('sees no patient record', async () => {
    const answer = await page.request.get(`/api/patients/${patient.patientId}`)
    expect(answer.status()).toBe(403)
  })
  watched.expectNothingWrong()
})
