import { type Browser, expect, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Schemas = components['schemas']

const clinic = 'Thyroid clinic of the journey'

test('a patient goes to another team, whose record is then opened in an emergency and reviewed', async ({
  browser,
}) => {
  const officer = await as(browser, 'information-officer@zz001.example')
  const nurse = await as(browser, 'nurse@zz001.example')
  const oncologist = await as(browser, 'oncologist@zz001.example', [404])
  const privacyOfficer = await as(browser, 'privacy-officer@zz001.example')
  const patient = await patientWithoutReferrals(nurse.page)
  const record = `/patients/${patient.patientId}`

  await test.step('the information officer adds a team and a member, by keyboard', async () => {
    const { page } = officer
    await page.getByRole('link', { name: 'Teams', exact: true }).press('Enter')
    await expectGoodPage(page)
    await page.getByLabel('Name of the team').focus()
    await page.keyboard.type(clinic)
    await page.keyboard.press('Enter')
    const team = page.getByRole('region', { name: clinic })
    await expect(team.getByRole('heading', { name: /This team has no members/ })).toBeVisible()
    await team.getByLabel(`Add a member: ${clinic}`).selectOption({ label: 'Bridget Thackwray (Specialist nurse)' })
    await team.getByRole('button', { name: /^Add member/ }).press('Enter')
    await expect(team.getByText(`Bridget Thackwray is a member of ${clinic}.`)).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the nurse hands the patient over, after reading who it is and what it means', async () => {
    const { page } = nurse
    await page.goto(record)
    await page.getByRole('button', { name: 'Who can open this record' }).press('Enter')
    await expect(page.getByText(/^Bridget Thackwray \(Specialist nurse\), since/)).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Hand over to another team' }).press('Enter')
    await expect(page.getByLabel('Team to look after the patient')).toBeFocused()
    await page.getByLabel('Team to look after the patient').selectOption({ label: clinic })
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    const confirmation = page.getByRole('form', { name: `Hand this patient over to ${clinic}?` })
    await expect(confirmation.getByText(patient.name.familyName.toUpperCase(), { exact: false })).toBeVisible()
    await expect(confirmation.getByText(/You are a member of .* too: the record stays open to you/)).toBeVisible()
    await expectGoodPage(page)
    await confirmation.getByRole('button', { name: /^Hand over to/ }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The patient has been handed over')
    await expectGoodPage(page)
  })

  await test.step('the oncologist does not see the patient any more, and opens the record for a stated reason', async () => {
    const { page } = oncologist
    await page.goto(record)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
    await page.goto('/patients')
    await page.getByRole('link', { name: /^Patient not listed/ }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.getByLabel('Date of birth').fill(patient.bornOn ?? '')
    await page.getByLabel('Covering for the patient’s team').check()
    await page.getByLabel('The reason in your own words').fill('On call tonight, asked by the ward')
    await page.getByRole('button', { name: 'Open this record' }).press('Enter')
    await expect(page.getByRole('alert')).toBeFocused()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Enter an NHS number' }).press('Enter')
    await page.keyboard.type(patient.nhsNumber ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trials for this patient')
    expect(page.url()).not.toContain(patient.nhsNumber)
  })

  await test.step('every page of the record says until when and why it is open, on paper too', async () => {
    const { page } = oncologist
    const banner = page
      .getByRole('alert')
      .filter({ hasText: /Emergency access until .* Covering for the patient’s team/ })
    await expect(banner).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(banner).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    await expectGoodPage(page)
  })

  await test.step('the team sees who has opened it', async () => {
    const { page } = nurse
    await page.goto(record)
    await page.getByRole('button', { name: 'Who can open this record' }).press('Enter')
    await expect(page.getByText(/^Dr Amara Okonjo-Vale \(Oncologist\), .*: Covering for/)).toBeVisible()
  })

  await test.step('the privacy officer is told on the first screen, and reviews it', async () => {
    const { page } = privacyOfficer
    await page.goto('/')
    await page.getByRole('link', { name: /from outside (its|their) team, to review$/ }).press('Enter')
    const opened = page.getByRole('row').filter({ hasText: 'On call tonight, asked by the ward' })
    await expect(opened).toContainText(patient.name.familyName.toUpperCase())
    await opened.getByRole('button', { name: /^Review/ }).press('Enter')
    await expectGoodPage(page)
    await page.getByRole('radio', { name: 'Justified', exact: true }).press('Space')
    await page.getByLabel('What you found').fill('The rota has her on call for the clinic.')
    await page.getByRole('button', { name: 'Record the review' }).press('Enter')
    await expect(page.getByText(/^Reviewed as justified: Dr Amara Okonjo-Vale/)).toBeVisible()
    await expect(opened).toHaveCount(0)
    await page.getByRole('link', { name: 'All', exact: true }).press('Enter')
    await expect(opened).toContainText('The rota has her on call for the clinic.')
    await expectGoodPage(page)
    await opened.getByRole('link', { name: /^Who saw this patient/ }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Who saw this patient' })).toBeVisible()
  })

  await test.step('an ended membership ends at once, and patients whom nobody sees are warned of', async () => {
    const { page } = officer
    const team = page.getByRole('region', { name: clinic })
    await page.reload()
    await team.getByRole('button', { name: /^End membership/ }).press('Enter')
    await expect(team.getByText(/^End the membership of Bridget Thackwray/)).toBeFocused()
    await team.getByRole('button', { name: 'End the membership' }).press('Enter')
    await expect(team.getByRole('heading', { name: /Nobody can see these patients/ })).toBeVisible()
    await expectGoodPage(page)
    expect((await nurse.page.request.get(`/api${record}`)).status()).toBe(404)
  })

  for (const { watched } of [officer, nurse, oncologist, privacyOfficer]) watched.expectNothingWrong()
})

async function as(browser: Browser, email: string, refusedWith: readonly number[] = []) {
  const page = await (await browser.newContext()).newPage()
  const watched = watchPage(page, refusedWith)
  await signIn(page, email)
  return { page, watched }
}

/** The last by name, whom no other journey looks at, of those with no referral. */
async function patientWithoutReferrals(page: Page): Promise<Schemas['Patient']> {
  return page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filters: {}, sort: 'name', direction: 'descending', limit: 100 })
    const found: Schemas['PatientPage'] = await (
      await fetch('/api/patients/search', { method: 'POST', headers, body })
    ).json()
    for (const { patientId } of found.items) {
      const patient: Schemas['Patient'] = await (await fetch(`/api/patients/${patientId}`)).json()
      if (patient.referrals.length === 0 && patient.diedOn === null) return patient
    }
    throw new Error('Every patient has a referral.')
  })
}
