import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDraftRoute } from './route.ts'
import { draftAddress as at, draft, problemOf, referralId, stored } from './sample-draft.ts'
import { sampleDraftApi } from './sample-draft-api.ts'
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

describe('two people writing one draft', () => {
  const theirs = stored(4, {
    message: 'Already called the site',
    withheldItemIds: ['hb'],
  })
  const conflict = problemOf(412, 'Somebody else changed this referral', { current: theirs })
  const meet = async () => {
    serve({ saving: [conflict] })
    const rendered = await open()
    await userEvent.type(message(), 'Keen to hear more')
    await screen.findByRole('region', { name: 'Stored now' })
    return rendered
  }

  it('shows both versions beside each other and keeps what was typed', async () => {
    const { container } = await meet()
    const storedNow = within(screen.getByRole('region', { name: 'Stored now' }))
    expect(storedNow.getByText('Already called the site')).toBeVisible()
    expect(storedNow.getByText('Haemoglobin')).toBeVisible()
    expect(
      within(screen.getByRole('region', { name: 'Yours, not saved' })).getByText('Keen to hear more'),
    ).toBeVisible()
    expect(message()).toHaveValue('Keen to hear more')
    await expectAccessible(container)
  })

  it('can go on with the stored version', async () => {
    await meet()
    await press('Use the stored version')
    expect(message()).toHaveValue('Already called the site')
    expect(screen.getByRole('checkbox', { name: 'Haemoglobin: 104 g/L' })).not.toBeChecked()
    expect(screen.queryByRole('region', { name: 'Stored now' })).toBeNull()
  })

  it('can replace the stored version, knowing it', async () => {
    await meet()
    const before = saved.length
    await press('Keep mine, and replace the stored one')
    await waitFor(() => expect(saved).toHaveLength(before + 1))
    expect(saved.at(-1)).toMatchObject({ version: '"4"', body: { message: 'Keen to hear more', withheldItemIds: [] } })
    expect(message()).toHaveValue('Keen to hear more')
  })

  it('meet at sending too, and sending goes on from the version chosen', async () => {
    serve({ sending: [conflict] })
    await open()
    await fillIn()
    await press('Send referral')
    await screen.findByRole('region', { name: 'Stored now' })
    expect(agreedOn()).toHaveValue('17/11/2026')
    await press('Use the stored version')
    await userEvent.click(screen.getByRole('radio', { name: 'Southfen Cancer Centre' }))
    await waitFor(() => expect(saved.at(-1)?.version).toBe('"4"'))
    await press('Send referral')
    expect(await wentToReferral()).toBeVisible()
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  })

  it('cannot go on once the other one has sent it', async () => {
    const status = { status: 'sent', statusLabel: 'Sent' } as const
    const gone = stored(4, { mayEditDraft: false, referral: { ...draft.referral, ...status, version: 4 } })
    serve({ saving: [problemOf(412, 'Somebody else changed this referral', { current: gone })] })
    await open()
    await userEvent.type(message(), 'Keen')
    expect(await screen.findByRole('link', { name: 'Open the referral' })).toHaveAttribute(
      'href',
      `/referrals/${referralId}`,
    )
    expect(screen.queryByRole('button', { name: 'Use the stored version' })).toBeNull()
    expect(message()).toHaveValue('Keen')
  })
})
