import { expect, type Locator, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Schemas = components['schemas']

test('a nurse fills in the platelets that trials lack, and trials and worklist follow at once', async ({ page }) => {
  const watched = watchPage(page, [400])
  await signIn(page, 'nurse@zz002.example')
  const patient = await patientWithoutCounts(page)
  await page.goto('/patients?missing=bloodCount')
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/patients/${patient.patientId}"]`) })
  await expect(row).toContainText(/blood count/i)
  await row.getByRole('link').first().click()

  const panel = page.getByRole('region', { name: 'What would settle it' })
  await expect(panel).toBeVisible()
  await showAll(panel)
  await expectGoodPage(page)

  const form = panel.getByRole('form', { name: 'Results of one blood sample' })
  await test.step('a slip of the keyboard is told at the field, and the typing stays', async () => {
    await panel.getByRole('button', { name: 'Fill in Results of one blood sample' }).click()
    await expect(form.getByRole('textbox', { name: 'Date of the sample' })).toBeFocused()
    await form.getByRole('button', { name: 'Today' }).click()
    await form.getByRole('textbox', { name: 'ANC', exact: true }).fill('3.1')
    await form.getByRole('textbox', { name: 'Haemoglobin', exact: true }).fill('121')
    await form.getByRole('textbox', { name: 'Platelets', exact: true }).fill('230000')
    await form.getByRole('button', { name: 'Record the results' }).click()
    await expect(form.getByRole('alert')).toBeFocused()
    await expect(form.getByRole('alert')).toContainText('230000')
    await expect(form.getByRole('textbox', { name: 'Platelets', exact: true })).toHaveValue('230000')
    await expectGoodPage(page)
  })

  await test.step('the values are recorded with who and whence, and trials that lacked them have another outcome', async () => {
    await form.getByRole('textbox', { name: 'Platelets', exact: true }).fill('40')
    await form.getByRole('button', { name: 'Record the results' }).click()
    const told = /Recorded: (?=.*ANC)(?=.*Haemoglobin)(?=.*Platelets)[^.]+\. \d+ trials? changed: DEMO-/
    await expect(panel.getByRole('status')).toContainText(told)
    await expect(panel.getByRole('heading', { name: 'What would settle it' })).toBeFocused()
    await expect(panel.getByText(/Platelets/)).toHaveCount(1)
    const recorded = page.getByRole('row').filter({ hasText: 'Platelets' })
    await expect(recorded.first()).toContainText('Specialist nurse')
    await expectGoodPage(page)
  })

  const values = page.getByRole('region', { name: 'Recorded values' })
  await test.step('what was mistyped is corrected where it stands, and the trials follow', async () => {
    await values.getByRole('button', { name: 'Correct Platelets, 02-Nov-2026' }).click()
    const correction = values.getByRole('form', { name: 'Correct: Platelets' })
    await expect(correction.getByRole('textbox', { name: 'Value' })).toBeFocused()
    await expect(correction.getByRole('textbox', { name: 'Value' })).toHaveValue('40')
    await correction.getByRole('textbox', { name: 'Value' }).fill('240')
    await expectGoodPage(page)
    await correction.getByRole('button', { name: 'Record the correction' }).click()
    await expect(values.getByRole('status')).toContainText(/Corrected: Platelets\. \d+ trials? changed: DEMO-/)
    await expect(values.getByRole('row').filter({ hasText: 'Platelets' }).first()).toContainText('240')
  })

  await test.step('the worklist no longer says that the blood count is missing', async () => {
    await page.goto('/patients?missing=bloodCount')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await expect(page.locator(`a[href="/patients/${patient.patientId}"]`)).toHaveCount(0)
  })
  watched.expectNothingWrong()
})

async function showAll(panel: Locator): Promise<void> {
  const button = panel.getByRole('button', { name: /^Show all/ })
  if (await button.isVisible()) await button.click()
}

/** Somebody without a blood count whose trials ask for platelets, ANC and haemoglobin. */
async function patientWithoutCounts(page: Page): Promise<Schemas['PatientRow']> {
  const asked = { filters: { missing: ['bloodCount'] }, limit: 100 }
  const found = await page.evaluate(async (body) => {
    const ask = async (path: string, init?: RequestInit) => (await fetch(`/api${path}`, init)).json()
    const headers = { 'content-type': 'application/json' }
    const { items } = await ask('/patients/search', { method: 'POST', headers, body: JSON.stringify(body) })
    const lists = []
    for (const item of items) lists.push({ item, list: await ask(`/patients/${item.patientId}/candidates`) })
    return lists
  }, asked)
  const wanted = ['lab:platelets', 'lab:anc', 'lab:haemoglobin']
  const fitting = (found as { item: Schemas['PatientRow']; list: Schemas['CandidateList'] }[]).find(
    ({ list }) => list.candidates.length > 0 && wanted.every((key) => list.settling.some((item) => item.key === key)),
  )
  if (!fitting) throw new Error(`No patient lacks ${wanted.join(', ')}.`)
  return fitting.item
}
