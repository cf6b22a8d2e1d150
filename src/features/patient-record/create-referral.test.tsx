import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { fits, id, needsData } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open, card } = servePatientRecord()

describe('referring', () => {
  const refer = async () => userEvent.click((await card('Proton trial')).getByRole('button', { name: /^Refer/ }))

  it('starts one draft for this patient and trial and goes to it', async () => {
    const sent: { key: string | null; body: unknown }[] = []
    server.use(
      http.post('*/api/referrals', async ({ request }) => {
        sent.push({ key: request.headers.get('idempotency-key'), body: await request.json() })
        return HttpResponse.json({ referral: { referralId: id('41') } }, { status: 201 })
      }),
    )
    open()
    await refer()
    expect(await screen.findByText(`Went to /referrals/${id('41')}/draft`)).toBeVisible()
    expect(sent).toEqual([
      { key: expect.stringMatching(/^[0-9a-f-]{36}$/), body: { patientId: id('01'), trialId: id('22') } },
    ])
  })

  it('uses the same key when it is tried again after a failure', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post('*/api/referrals', ({ request }) => {
        keys.push(request.headers.get('idempotency-key'))
        return HttpResponse.error()
      }),
    )
    open()
    await refer()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    await refer()
    await waitFor(() => expect(keys).toHaveLength(2))
    expect(keys[0]).toBe(keys[1])
  })

  it('of somebody who is referred already leads to that referral', async () => {
    server.use(
      http.post('*/api/referrals', () => {
        const referral = {
          referralId: id('42'),
          trialId: id('22'),
          trialTitle: 'Proton trial',
          status: 'sent',
        } as const
        shown.list = { ...shown.list, candidates: [{ ...fits, referral }] }
        const problem: Schemas['Problem'] = {
          type: 'urn:problem:live-referral',
          title: 'This patient already has a referral to this trial',
          status: 409,
          detail: 'Only one at a time.',
          remedy: 'Open it.',
          referralId: id('42'),
        }
        return HttpResponse.json<Schemas['Problem']>(problem, { status: 409 })
      }),
    )
    open()
    await refer()
    const trial = await card('Proton trial')
    expect(await trial.findByRole('alert')).toHaveTextContent('This patient already has a referral to this trial')
    expect(await trial.findByRole('link', { name: 'Track the referral to Proton trial' })).toHaveAttribute(
      'href',
      `/referrals/${id('42')}`,
    )
    expect(trial.queryByRole('button', { name: /^Refer/ })).toBeNull()
  })

  it('is not offered where no open site reads referrals here; the sites of the trial are', async () => {
    const sites = needsData.sites.map((each) => ({ ...each, canReceive: each.recruitmentStatus !== 'open' }))
    shown.list = { ...shown.list, candidates: [{ ...fits, sites }] }
    open()
    const trial = await card('Proton trial')
    expect(trial.queryByRole('button', { name: /^Refer/ })).toBeNull()
    expect(
      trial.getByText(/^No site of this trial takes referrals through this service\. Contact the site:/),
    ).toBeVisible()
    expect(trial.getByRole('link', { name: 'sites of Proton trial' })).toHaveAttribute(
      'href',
      `/trials/${id('22')}#sites`,
    )
  })

  it.each([
    ['noFailuresFound', 'primary'],
    ['needsClinician', 'primary'],
    ['needsData', 'primary'],
    ['notYet', 'secondary'],
    ['notMatched', 'secondary'],
  ] as const)('to a trial whose outcome is %s is the %s action of its card', async (outcome, look) => {
    const trial = { ...fits, outcome }
    shown.list =
      outcome === 'notMatched'
        ? { ...shown.list, candidates: [], notMatched: [trial] }
        : { ...shown.list, candidates: [trial] }
    open()
    const button = (await card('Proton trial')).getByText('Refer', { selector: 'button' })
    expect(button.classList.contains('nhsuk-button--secondary')).toBe(look === 'secondary')
  })

  it('is not offered by a closed trial', async () => {
    open()
    expect((await card('Closed trial')).queryByRole('button', { name: /^Refer/ })).toBeNull()
    expect((await card('Closed trial')).getByText('Closed to recruitment')).toBeInTheDocument()
  })
})
