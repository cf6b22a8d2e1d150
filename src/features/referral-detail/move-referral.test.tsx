import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { referralDetailRoute } from './route.ts'
import { approached, referralAddress as at, consented } from './sample-referral.ts'

type Referral = components['schemas']['Referral']
type Move = components['schemas']['ReferralMove']
type Problem = components['schemas']['Problem']

const conflictWith = (current: Referral): Problem => ({
  type: 'urn:problem:conflict',
  title: 'Somebody else changed this referral',
  status: 412,
  detail: 'The referral was changed after you opened it.',
  remedy: 'Compare and decide again.',
  current,
})

const server = setupServer()
type Sent = { readonly body: Move; readonly version: string | null; readonly key: string | null }
/** The steps that reached the server, in order. */
let sent: Sent[] = []
const load = (referral: Referral) =>
  server.use(http.get('*/api/referrals/:id', () => HttpResponse.json<Referral>(referral)))
const answerSteps = (...answers: (Referral | Problem | 'none')[]) =>
  server.use(
    http.post<{ id: string }, Move>('*/api/referrals/:id/moves', async ({ request }) => {
      const { headers } = request
      sent.push({
        body: await request.json(),
        version: headers.get('if-match'),
        key: headers.get('idempotency-key'),
      })
      const answer = answers[sent.length - 1] ?? 'none'
      if (answer === 'none') return HttpResponse.error()
      return 'status' in answer ? HttpResponse.json(answer, { status: answer.status }) : HttpResponse.json(answer)
    }),
  )
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  sent = []
  server.resetHandlers()
})
afterAll(() => server.close())

const open = async () => {
  const rendered = renderRoute(referralDetailRoute, { at })
  await screen.findByRole('heading', { level: 1 })
  return rendered
}
const chooseStep = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const note = () => screen.getByRole('textbox', { name: 'Note (optional)' })

describe('taking a step', () => {
  it('offers only what the server allows, and asks for the date or the coded reason of that step', async () => {
    load(approached)
    await open()
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['consented', 'declined'])
    expect(screen.queryByRole('combobox', { name: 'Reason' })).toBeNull()
    await chooseStep('Record consent')
    expect(screen.getByRole('textbox', { name: 'Date of consent' })).toBeVisible()
    await chooseStep('Record that the patient declined')
    expect(screen.queryByRole('textbox', { name: 'Date of consent' })).toBeNull()
    expect(screen.getByRole('option', { name: 'PD04 Travel or distance' })).toBeInTheDocument()
  })

  it('names the steps that are not the reader’s, and who can take each by the delegation log', async () => {
    const eligible = { to: 'eligible', label: 'Confirm eligible', duties: ['principalInvestigator'] } as const
    const failed = { to: 'screen-failed', label: 'Record screen failure', duties: ['subInvestigator'] } as const
    load({
      ...consented,
      moves: [],
      movesOfOthers: [
        { ...eligible, duties: [...eligible.duties], people: ['Dr Robin Hale'] },
        { ...failed, duties: [...failed.duties], people: [] },
      ],
    })
    const { container } = renderRoute(referralDetailRoute, { at })
    const others = within(await screen.findByRole('region', { name: 'Steps that others take' }))
    expect(others.getByText('Confirm eligible: Dr Robin Hale')).toBeVisible()
    expect(others.getByText(/Record screen failure: nobody is on the log for it \(sub-investigator\)/)).toBeVisible()
    expect(others.getByRole('link', { name: 'delegation log of this trial' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Confirm eligible' })).toBeNull()
    await expectAccessible(container)
  })

  it('is sent once with the version it was chosen on, however often the button is pressed', async () => {
    load(approached)
    answerSteps(consented)
    await open()
    await chooseStep('Record consent')
    await userEvent.type(screen.getByRole('textbox', { name: 'Date of consent' }), '18/11/2026')
    await userEvent.type(note(), 'Signed in clinic')
    await userEvent.dblClick(screen.getByRole('button', { name: 'Record consent' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Recorded: Consented, in screening')
    expect(sent[0]).toMatchObject({
      body: { to: 'consented', occurredOn: '2026-11-18', note: 'Signed in clinic' },
      version: '"5"',
    })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(screen.getByRole('radio', { name: 'Confirm eligible' })).toBeChecked()
    expect(note()).toHaveValue('')
  })

  it('uses a new key for the next step', async () => {
    load(approached)
    answerSteps(consented, { ...consented, referral: { ...consented.referral, version: 7 }, moves: [] })
    await open()
    await chooseStep('Record consent')
    await userEvent.click(screen.getByRole('button', { name: 'Record consent' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Confirm eligible' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.version).toBe('"6"')
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Next steps' })).toBeNull())
  })

  it('without a step chosen or with a day that does not exist never reaches the server', async () => {
    load(approached)
    answerSteps()
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Record the step' }))
    expect(await screen.findByRole('link', { name: 'Choose the next step' })).toBeVisible()
    await chooseStep('Record consent')
    await userEvent.type(screen.getByRole('textbox', { name: 'Date of consent' }), '30/2/2026')
    await userEvent.click(screen.getByRole('button', { name: 'Record consent' }))
    expect(await screen.findByRole('link', { name: /"30\/2\/2026" is not a date/ })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Date of consent' })).toHaveValue('30/2/2026')
    expect(sent).toEqual([])
  })

  it('that lacks its reason is refused at that field with everything typed kept', async () => {
    load(approached)
    answerSteps({
      type: 'urn:problem:invalid-request',
      title: 'The reason is missing or not right',
      status: 400,
      detail: 'No reason',
      remedy: 'Choose one of PD01 to PD15.',
      errors: [{ pointer: '/reasonCode', message: '"Declined by patient" needs a coded reason.' }],
    })
    const { container } = await open()
    await chooseStep('Record that the patient declined')
    await userEvent.type(note(), 'Too far to travel')
    await userEvent.click(screen.getByRole('button', { name: 'Record that the patient declined' }))
    const summary = within(await screen.findByRole('alert', { name: 'The reason is missing or not right' }))
    expect(summary.getByText('Choose one of PD01 to PD15.')).toBeVisible()
    await userEvent.click(summary.getByRole('link', { name: /needs a coded reason/ }))
    expect(screen.getByRole('combobox', { name: 'Reason' })).toHaveFocus()
    expect(note()).toHaveValue('Too far to travel')
    await expectAccessible(container)
  })

  it('that gets no answer keeps everything typed and its key, so that trying again cannot take it twice', async () => {
    load(approached)
    answerSteps('none', consented)
    await open()
    await chooseStep('Record consent')
    await userEvent.type(screen.getByRole('textbox', { name: 'Date of consent' }), '18 November 2026')
    await userEvent.type(note(), 'Signed in clinic')
    server.use(http.get('*/api/referrals/:id', () => HttpResponse.error()))
    await userEvent.click(screen.getByRole('button', { name: 'Record consent' }))
    expect(await screen.findByRole('alert', { name: 'The service could not be reached' })).toBeVisible()
    expect(note()).toHaveValue('Signed in clinic')
    expect(screen.getByRole('textbox', { name: 'Date of consent' })).toHaveValue('18 November 2026')
    await userEvent.click(screen.getByRole('button', { name: 'Record consent' }))
    expect(await screen.findByText('Recorded: Consented, in screening')).toBeVisible()
    expect(sent[1]).toEqual(sent[0])
  })
})

describe('two people changing one referral', () => {
  it('puts what is stored now beside what was about to be recorded, and tries again on the new version', async () => {
    const noted: Referral = {
      ...consented,
      referral: { ...approached.referral, version: 6 },
      moves: approached.moves,
    }
    load(approached)
    answerSteps(conflictWith(noted), 'none', { ...consented, referral: { ...consented.referral, version: 7 } })
    const { container } = await open()
    await chooseStep('Record that the patient declined')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'PD04')
    await userEvent.type(note(), 'Too far to travel')
    await userEvent.click(screen.getByRole('button', { name: 'Record that the patient declined' }))

    const stored = within(await screen.findByRole('region', { name: 'Stored now' }))
    expect(stored.getByText('Robin Hale, Site investigator, Southfen Hospital')).toBeVisible()
    expect(stored.getByText('18-Nov-2026 14:05')).toBeVisible()
    const mine = within(screen.getByRole('region', { name: 'You were about to record' }))
    expect(mine.getByText('PD04 Travel or distance')).toBeVisible()
    expect(mine.getByText('Too far to travel')).toBeVisible()
    await expectAccessible(container)

    const again = { name: 'Try again on the new version' }
    await userEvent.click(screen.getByRole('button', again))
    await screen.findByRole('alert', { name: 'The service could not be reached' })
    expect(note()).toHaveValue('Too far to travel')
    // The newer version stays known although the last attempt got no answer.
    await userEvent.click(screen.getByRole('button', { name: 'Record that the patient declined' }))
    await screen.findByText(/^Recorded:|: Recorded/)
    expect(sent.map(({ version }) => version)).toEqual(['"5"', '"6"', '"6"'])
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
    expect(sent[2]?.body).toEqual(sent[0]?.body)
  })

  it('offers the steps that follow now when the one chosen no longer does, and keeps what was typed', async () => {
    load(approached)
    answerSteps(conflictWith(consented))
    await open()
    await chooseStep('Record that the patient declined')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'PD04')
    await userEvent.type(note(), 'Too far to travel')
    await userEvent.click(screen.getByRole('button', { name: 'Record that the patient declined' }))
    expect(await screen.findByText(/Your step does not follow from the status stored now/)).toBeVisible()
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    expect(screen.getByRole('radio', { name: 'Confirm eligible' })).not.toBeChecked()
    expect(note()).toHaveValue('Too far to travel')
    expect(screen.getByText('PD04 Travel or distance')).toBeVisible()
  })
})
