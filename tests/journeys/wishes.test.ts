import { type Browser, expect, type Page, test } from '@playwright/test'
import type { components } from '../../api/schema.ts'
import { expectGoodPage } from './expect-good-page.ts'
import { signIn } from './sign-in.ts'
import { watchPage } from './watch-page.ts'

type Schemas = components['schemas']

test('a wish not to hear about research acts at once, stops a draft, and is withdrawn', async ({ browser }) => {
  const { page, watched } = await nurseIn(browser)
  const { patientId, trialId, siteId } = await patientWithTrial(page)
  const before = await countOf(page, trialId)
  const draft = await beginDraft(page, patientId, trialId)

  await test.step('the nurse records it by keyboard, and no trial is shown', async () => {
    await page.goto(`/patients/${patientId}`)
    await page.getByRole('button', { name: /^View and record/ }).press('Enter')
    await page.getByRole('button', { name: 'Record a wish not to hear about research' }).press('Enter')
    const form = page.getByRole('form', { name: 'Wish about research' })
    await expect(form.getByRole('radio', { name: 'Research of any kind' })).toBeFocused()
    await form.getByRole('button', { name: 'Today' }).press('Enter')
    await expectGoodPage(page)
    await form.getByRole('button', { name: 'Record the wish' }).press('Enter')
    await expect(page.getByText(/^Recorded\. Does not want to hear about research/)).toBeVisible()
    await expect(page.getByText(/No trial is shown, because/)).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(0)
    await expectGoodPage(page)
  })

  await test.step('the trial counts one patient fewer', async () => {
    expect(await countOf(page, trialId)).toBe(before - 1)
  })

  await test.step('the draft says so and cannot be sent', async () => {
    await page.goto(`/referrals/${draft}`)
    await expect(page.getByText(/does not want to hear about this trial/)).toBeVisible()
    await expectGoodPage(page)
    expect(await send(page, draft, siteId)).toBe('urn:problem:research-wish')
  })

  await test.step('withdrawn, the trials are there again', async () => {
    await page.goto(`/patients/${patientId}`)
    await page.getByRole('button', { name: 'Review the wish' }).press('Enter')
    await page.getByRole('button', { name: /^Withdraw\b.*Does not want to hear/ }).press('Enter')
    const form = page.getByRole('form', { name: /^Withdraw: / })
    await form.getByRole('button', { name: 'Today' }).press('Enter')
    await form.getByRole('button', { name: 'Withdraw the wish' }).press('Enter')
    await expect(page.getByText(/^Recorded\. Withdrawn on/)).toBeVisible()
    await expect(page.getByRole('article').first()).toBeVisible()
    expect(await countOf(page, trialId)).toBe(before)
  })
  watched.expectNothingWrong()
})

async function nurseIn(browser: Browser) {
  const page = await (await browser.newContext()).newPage()
  // The sending that is refused.
  const watched = watchPage(page, [409])
  await signIn(page, 'nurse@zz001.example')
  return { page, watched }
}

/** Somebody without a referral, whom no other journey looks at, with a trial that a site takes referrals for. */
async function patientWithTrial(page: Page) {
  return page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filters: { referralStatus: ['none'] }, sort: 'bornOn', limit: 100 })
    const asked = await fetch('/api/patients/search', { method: 'POST', headers, body })
    const { items }: Schemas['PatientPage'] = await asked.json()
    for (const { patientId, marks } of items) {
      if (marks.length > 0) continue
      const list: Schemas['CandidateList'] = await (await fetch(`/api/patients/${patientId}/candidates`)).json()
      for (const { trialId, sites } of list.candidates) {
        const site = sites.find((each) => each.canReceive && each.recruitmentStatus === 'open')
        if (site !== undefined) return { patientId, trialId, siteId: site.siteId }
      }
    }
    throw new Error('Nobody without a referral has a trial to be referred to.')
  })
}

/** To how many of the own patients the trial is offered. */
async function countOf(page: Page, trialId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const { counts }: Schemas['TrialPatientPage'] = await (await fetch(`/api/trials/${id}/patients`)).json()
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }, trialId)
}

async function beginDraft(page: Page, patientId: string, trialId: string): Promise<string> {
  return page.evaluate(
    async (content) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const asked = await fetch('/api/referrals', { method: 'POST', headers, body: JSON.stringify(content) })
      const { referral }: Schemas['Referral'] = await asked.json()
      return referral.referralId
    },
    { patientId, trialId },
  )
}

/** As a form sends it that was filled in before the wish was recorded. */
async function send(page: Page, referralId: string, siteId: string): Promise<string> {
  return page.evaluate(
    async ({ referralId, siteId }) => {
      const { referral }: Schemas['Referral'] = await (await fetch(`/api/referrals/${referralId}`)).json()
      const asked = await fetch(`/api/referrals/${referralId}/send`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'if-match': `"${referral.version}"`,
        },
        body: JSON.stringify({
          ...{ siteId, withheldItemIds: [], message: '' },
          agreement: { agreedOn: referral.enteredOn, how: 'in-person' },
        }),
      })
      return ((await asked.json()) as { type: string }).type
    },
    { referralId, siteId },
  )
}
