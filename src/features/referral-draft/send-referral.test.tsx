import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDraftRoute } from './route.ts'
import { draftAddress as at, nearSiteId, openSites, problemOf, referralId } from './sample-draft.ts'
import { neverAnswers, sampleDraftApi } from './sample-draft-api.ts'
import { agreedOn, fillIn, message, press } from './sample-draft-form.ts'

const { server, saved, sent, serve, reset } = sampleDraftApi()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(reset)
afterAll(() => server.close())

const open = async () => {
  const rendered = renderRoute(referralDraftRoute, { at })
  await screen.findByRole('heading', { level: 1, name: /Refer to Chordoma trial/ })
  return rendered
}
const wentToReferral = () => screen.findByText(`Went to /referrals/${referralId}?done=sent`)

describe('sending a referral', () => {
  it('sends site, choice, message and agreement once, from the version saved last, however often it is pressed', async () => {
    serve()
    await open()
    await fillIn()
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send referral' })
    const { form } = button
    if (form === null) throw new Error('The button stands outside its form.')
    for (const press of [fireEvent.submit, fireEvent.submit]) press(form)
    await userEvent.dblClick(button)
    expect(await wentToReferral()).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      body: {
        siteId: nearSiteId,
        withheldItemIds: [],
        message: 'Keen to hear more',
        agreement: { agreedOn: '2026-11-17', how: 'telephone' },
      },
      version: `"${saved.length + 1}"`,
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('says before anything is typed how old the agreement may be', async () => {
    serve()
    await open()
    expect(agreedOn()).toHaveAccessibleDescription(/^Today or a day of the last 183 days\. Not in the future\./)
  })

  it('without site or agreement names each field that is missing and leads to it', async () => {
    serve()
    const { container } = await open()
    await userEvent.type(message(), 'Keen')
    await press('Send referral')
    await userEvent.click(await screen.findByRole('link', { name: 'Choose a site' }))
    expect(screen.getByRole('radio', { name: 'Northmoor Research Unit' })).toHaveFocus()
    expect(screen.getByRole('link', { name: 'Enter the date on which the patient agreed' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Choose how the patient agreed' })).toBeVisible()
    expect(message()).toHaveValue('Keen')
    expect(sent).toEqual([])
    await expectAccessible(container)
  })

  it('to a trial that has closed meanwhile is refused with the remedy, and everything typed stays', async () => {
    serve({ sending: [problemOf(409, 'This trial takes no referrals', { remedy: 'Choose a site that is open.' })] })
    await open()
    await fillIn()
    await press('Send referral')
    const summary = within(await screen.findByRole('alert', { name: 'This trial takes no referrals' }))
    expect(summary.getByText('Choose a site that is open.')).toBeVisible()
    expect(message()).toHaveValue('Keen to hear more')
    expect(agreedOn()).toHaveValue('17/11/2026')
    expect(screen.getByRole('radio', { name: 'Spoken, by telephone' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'Southfen Cancer Centre' })).toBeChecked()
  })

  it('with a date that the server refuses shows it at the date', async () => {
    const errors = [{ pointer: '/agreement/agreedOn', message: '17-Nov-2026 is in the future.' }]
    serve({ sending: [problemOf(400, 'The date is missing or not right', { errors })] })
    await open()
    await fillIn()
    await press('Send referral')
    await userEvent.click(await screen.findByRole('link', { name: '17-Nov-2026 is in the future.' }))
    expect(agreedOn()).toHaveFocus()
    expect(agreedOn()).toHaveValue('17/11/2026')
  })

  it('that gets no answer is repeated with the same key, so that it arrives once', async () => {
    serve({ sending: ['none'] })
    await open()
    await fillIn()
    server.use(http.get('*/api/*', () => HttpResponse.error()))
    await press('Send referral')
    await screen.findByRole('alert', { name: 'The service could not be reached' })
    await press('Send referral')
    expect(await wentToReferral()).toBeVisible()
    expect(sent[1]).toEqual(sent[0])
  })

  it('waits until what was typed is stored, and says so when it cannot be', async () => {
    serve({ saving: neverAnswers })
    await open()
    await fillIn()
    await press('Send referral')
    expect(await screen.findByRole('alert', { name: 'The referral was not sent' })).toBeVisible()
    expect(sent).toEqual([])
    expect(message()).toHaveValue('Keen to hear more')
  })

  it('is not offered while no site is open, and the draft can still be written', async () => {
    serve({ sites: openSites.slice(2) })
    const { container } = await open()
    expect(screen.getByRole('heading', { name: /No site of this trial can take a referral now/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Send referral' })).toBeNull()
    expect(screen.getByText('Eastwold Hospital, Southfen: Paused')).toBeVisible()
    await userEvent.type(message(), 'Keen')
    expect(await screen.findByText('Saved at 10:31')).toBeVisible()
    await expectAccessible(container)
  })
})
