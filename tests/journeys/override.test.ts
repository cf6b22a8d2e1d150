import { expect, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Schemas = components['schemas']

const reason = 'The tumour board read the scan of Friday otherwise'

test('an oncologist sets a criterion, everybody sees it, and a colleague who knows better withdraws it', async ({
  page,
  browser,
}) => {
  const watched = watchPage(page)
  await signIn(page, 'oncologist@zz001.example')
  const { patientId, candidate, criterion } = await patientWithOpenTrial(page)
  await page.goto(`/patients/${patientId}`)
  const card = page.getByRole('article', { name: candidate.title })
  const row = card.getByRole('row').filter({ hasText: criterion.text }).first()

  await test.step('the form stands below the protocol’s wording and works without a mouse', async () => {
    await card.getByRole('button', { name: /^Why/ }).click()
    await expect(row).toBeAttached()
    const met = card.getByRole('button', { name: /^\d+ criteri(on|a) met$/ })
    if (criterion.verdict === 'met' && (await met.isVisible())) await met.click()
    await row.getByRole('button', { name: /^Disagree/ }).press('Enter')
    await expect(card.getByRole('radio', { name: 'Met', exact: true })).toBeFocused()
    await expectGoodPage(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type(reason)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Verdict set.' })).toContainText(candidate.title)
    await expect(card.getByRole('button', { name: /^Hide why/ })).toBeFocused()
    await expect(card.getByText('with 1 verdict set by a clinician')).toBeVisible()
    await expect(row).toContainText(`Software: ${criterion.verdict === 'met' ? 'Met' : 'Not known'}`)
    await expectGoodPage(page)
  })

  await test.step('the trial’s own page counts the patient among those who do not fit', async () => {
    const listed = await page.evaluate(
      async (path) => (await fetch(path)).json(),
      `/api/trials/${candidate.trialId}/patients?outcome=notMatched&limit=100`,
    )
    expect((listed as Schemas['TrialPatientPage']).items.map((each) => each.patientId)).toContain(patientId)
  })

  const other = await browser.newContext()
  const colleague = await other.newPage()
  const watchedColleague = watchPage(colleague)
  await test.step('a nurse of the team sees who and why, and withdraws it with a reason of her own', async () => {
    await signIn(colleague, 'nurse@zz001.example')
    await colleague.goto(`/patients/${patientId}`)
    await colleague.getByText(/^Not matched (?:on the data held|by a clinician’s verdict).* \(\d+\)$/).click()
    const theirs = colleague.getByRole('article', { name: candidate.title })
    await theirs.getByRole('button', { name: /^Why/ }).click()
    await expect(theirs.getByText(new RegExp(`^Set by .+, Oncologist, on .+: ${reason}$`)).first()).toBeVisible()
    await theirs.getByRole('button', { name: /^Change or withdraw/ }).click()
    await theirs.getByRole('radio', { name: 'Withdraw' }).check()
    await theirs.getByRole('textbox', { name: 'Reason' }).fill('The board saw the scan of another patient')
    await expectGoodPage(colleague)
    await theirs.getByRole('button', { name: 'Save your verdict' }).click()
    await expect(colleague.getByRole('status').filter({ hasText: 'Verdict withdrawn.' })).toBeVisible()
    await expect(theirs.getByText('with 1 verdict set by a clinician')).toHaveCount(0)
    await theirs.getByText('Everything set and withdrawn by clinicians (2)').click()
    await expect(theirs.getByRole('listitem').filter({ hasText: 'withdrawn by' })).toContainText('Specialist nurse')
    await expectGoodPage(colleague)
  })
  await other.close()
  watched.expectNothingWrong()
  watchedColleague.expectNothingWrong()
})

/** Somebody with a trial that nothing known rules out, and a hard criterion of it that software does not find failed. */
async function patientWithOpenTrial(page: Page) {
  const found = await page.evaluate(async () => {
    const ask = async (path: string, init?: RequestInit) => (await fetch(`/api${path}`, init)).json()
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filters: { hasCandidate: true }, sort: 'name', direction: 'descending', limit: 10 })
    const { items } = await ask('/patients/search', { method: 'POST', headers, body })
    const verdicts = []
    for (const { patientId } of items) {
      const { candidates } = await ask(`/patients/${patientId}/candidates`)
      for (const { trialId } of candidates) {
        verdicts.push({ patientId, verdict: await ask(`/patients/${patientId}/trials/${trialId}`) })
      }
    }
    return verdicts
  })
  for (const { patientId, verdict } of found as { patientId: string; verdict: Schemas['TrialVerdict'] }[]) {
    const { candidate, criteria } = verdict
    const criterion = criteria.find((each) => each.class === 'hard' && each.reason !== 'toRead' && each.basis !== null)
    if (verdict.overrideHistory.length > 0) continue
    if (candidate.outcome === 'notYet' || criterion === undefined || criterion.verdict === 'notMet') continue
    return { patientId, candidate, criterion }
  }
  throw new Error('Nobody has a trial that could be ruled out by a verdict.')
}
