import { expect, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Schemas = components['schemas']

/** Excludes whoever takes a therapeutic anticoagulant, unless it is low molecular weight heparin alone. */
const excluding = 'DEMO-UTS-06'

test('a nurse records a medicine that no trial asked for, and the trial that it excludes is not matched any more', async ({
  page,
}) => {
  const watched = watchPage(page)
  await signIn(page, 'nurse@zz003.example')
  const patient = await patientWithReviewedMedicines(page)
  await page.goto(`/patients/${patient.patientId}`)
  const values = page.getByRole('region', { name: 'Recorded values' })

  await values.getByRole('button', { name: 'Add another finding' }).click()
  const added = values.getByRole('region', { name: 'New finding' })
  await expect(added.getByRole('combobox', { name: /^What sort of finding/ })).toBeFocused()
  await added.getByRole('combobox', { name: /^What sort of finding/ }).selectOption({ label: 'Medicine' })
  await added.getByRole('combobox', { name: /^Which medicine/ }).selectOption('medication:anticoagulant-therapeutic')
  await added.getByRole('radio', { name: 'Active' }).click()
  await added.getByRole('combobox', { name: /^Which one/ }).selectOption({ label: 'Apixaban' })
  await added.getByRole('button', { name: 'Today' }).click()
  await expectGoodPage(page)
  await added.getByRole('button', { name: 'Record' }).click()
  await expect(values.getByRole('status')).toContainText(`${excluding} is now: not matched`)
  await expect(values.getByRole('heading', { name: 'Recorded values' })).toBeFocused()
  await expect(values.getByRole('row', { name: /^Anticoagulant at a therapeutic dose/ })).toContainText(
    'Active, apixaban',
  )
  await expectGoodPage(page)
  watched.expectNothingWrong()
})

/** Somebody to whom the trial may be offered still, and whose other medicines are known. */
async function patientWithReviewedMedicines(page: Page): Promise<Schemas['PatientRow']> {
  const found = await page.evaluate(async () => {
    const ask = async (path: string, init?: RequestInit) => (await fetch(`/api${path}`, init)).json()
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filters: {}, limit: 100 })
    const { items } = await ask('/patients/search', { method: 'POST', headers, body })
    const lists = []
    for (const item of items) lists.push({ item, list: await ask(`/patients/${item.patientId}/candidates`) })
    return lists
  })
  const fitting = (found as { item: Schemas['PatientRow']; list: Schemas['CandidateList'] }[]).find(
    ({ list: { candidates, baskets, settling } }) =>
      [...candidates, ...baskets].some(({ registryId }) => registryId === excluding) &&
      settling.every(({ key }) => key !== 'assertion:medicines-reviewed'),
  )
  if (!fitting) throw new Error(`Nobody with reviewed medicines may be offered ${excluding}.`)
  return fitting.item
}
