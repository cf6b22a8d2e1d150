import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { id, needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']
type Standing = Schemas['StandingOverride']

const onOtherCohort: Standing = {
  overrideId: id('71'),
  criterionId: 'C1',
  criterionText: 'Bowel cancer with a change in BRAF, or of the bile ducts',
  cohort: 'Bowel',
  verdict: 'met',
  reason: 'Report of the other hospital seen',
  by: 'Dr Alex Moor',
  role: 'oncologist',
  at: '2026-11-18T09:30:00.000Z',
  softwareVerdict: 'notMet',
  state: 'active',
  stateReason: null,
}
const onEvery: Standing = {
  ...onOtherCohort,
  overrideId: id('72'),
  criterionId: 'I3',
  criterionText: 'Platelets >= 100',
  cohort: null,
  state: 'toReview',
  stateReason: 'The data that it rests on have changed since',
}
const entryOf = ({
  softwareVerdict: _,
  state: __,
  stateReason: ___,
  ...entry
}: Standing): Schemas['OverrideEntry'] => ({
  ...entry,
  action: 'set',
})

const { server, open, card } = servePatientRecord()
let standing: Standing[]
let sent: { readonly path: string; readonly body: unknown }[]
beforeEach(() => {
  standing = [onOtherCohort, onEvery]
  sent = []
  server.use(
    http.get('*/api/patients/:patientId/trials/:trialId', () =>
      HttpResponse.json<Schemas['TrialVerdict']>(answer(standing)),
    ),
    http.post('*/overrides/:overrideId/withdrawal', async ({ request }) => {
      sent.push({ path: new URL(request.url).pathname, body: await request.json() })
      standing = [onEvery]
      return HttpResponse.json<Schemas['TrialVerdict']>(answer(standing))
    }),
  )
})

function answer(standingOverrides: Standing[]): Schemas['TrialVerdict'] {
  return {
    asOf: '2026-11-18',
    reproduced: null,
    candidate: { ...needsData, cohort: 'Bile ducts' },
    criteria: verdicts,
    otherCohorts: [],
    standingOverrides,
    overrideHistory: [onOtherCohort, onEvery].map(entryOf),
  }
}

const user = userEvent.setup()

async function openStanding() {
  const { container } = open()
  await user.click((await card(needsData.title)).getByRole('button', { name: /^Why/ }))
  return { container, region: within(await screen.findByRole('region', { name: /^Verdicts set by clinicians/ })) }
}

const withdrawOther = { name: /^Withdraw this verdict: Bowel cancer .*, cohort Bowel$/ }
const form = () => within(screen.getByRole('form', { name: `Withdraw: ${onOtherCohort.criterionText}` }))

describe('the verdicts that stand on a trial', () => {
  it('are all listed with their cohort, also where another cohort gives the outcome', async () => {
    const { container, region } = await openStanding()
    const [other, every] = region.getAllByRole('listitem')
    expect(other?.textContent).toContain(onOtherCohort.criterionText)
    expect(other?.textContent).toContain('Cohort: Bowel. The outcome is that of another cohort: Bile ducts')
    expect(other?.textContent).toContain('Set by Dr Alex Moor, Oncologist, on 18-Nov-2026 09:30: Report of the other')
    expect(every?.textContent).toContain('Cohort: every cohort')
    expect(every?.textContent).toContain('To review')
    expect(screen.getByText('Everything set and withdrawn by clinicians (2)')).toBeVisible()
    await expectAccessible(container)
  })

  it('are withdrawn by keyboard with a reason, and the rest stays', async () => {
    const { container, region } = await openStanding()
    region.getByRole('button', withdrawOther).focus()
    await user.keyboard('{Enter}')
    expect(form().getByRole('textbox', { name: 'Why is it withdrawn?' })).toHaveFocus()
    await expectAccessible(container)
    await user.keyboard('The report was of another patient')
    await user.tab()
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/^Verdict withdrawn\. Brachyury trial: /)).toBeVisible()
    expect(sent).toEqual([
      {
        path: `/api/patients/${id('01')}/trials/${needsData.trialId}/overrides/${onOtherCohort.overrideId}/withdrawal`,
        body: { reason: 'The report was of another patient' },
      },
    ])
    await waitFor(() => expect(region.queryByRole('button', { name: /Bowel cancer/ })).toBeNull())
    expect(region.getByRole('button', { name: 'Withdraw this verdict: Platelets >= 100' })).toBeVisible()
  })

  it('stay where the reason is refused, with what was typed', async () => {
    server.use(
      http.post('*/overrides/:overrideId/withdrawal', () =>
        HttpResponse.json<Schemas['Problem']>(
          {
            type: 'urn:problem:invalid-request',
            status: 400,
            title: 'The request does not fit the contract',
            detail: 'Something is wrong.',
            errors: [{ pointer: '/reason', message: 'must have at least 10 characters' }],
          },
          { status: 400 },
        ),
      ),
    )
    const { region } = await openStanding()
    await user.click(region.getByRole('button', withdrawOther))
    await user.keyboard('Wrong')
    await user.click(form().getByRole('button', { name: 'Withdraw this verdict' }))
    expect(await form().findByRole('link', { name: 'The reason must have at least 10 characters' })).toBeVisible()
    expect(form().getByRole('textbox')).toHaveValue('Wrong')
  })

  it('tell of a colleague who withdrew one first, though it is not listed any more', async () => {
    server.use(
      http.post('*/overrides/:overrideId/withdrawal', () => {
        standing = [onEvery]
        return HttpResponse.json<Schemas['Problem']>(
          {
            type: 'urn:problem:override-conflict',
            status: 409,
            title: 'This verdict does not stand any more',
            detail: 'A colleague has withdrawn it.',
            remedy: 'Read the history of the trial.',
            currentOverride: null,
          },
          { status: 409 },
        )
      }),
    )
    const { region } = await openStanding()
    await user.click(region.getByRole('button', withdrawOther))
    await user.keyboard('The report was of another patient')
    await user.click(form().getByRole('button', { name: 'Withdraw this verdict' }))
    await waitFor(() => expect(region.queryByRole('button', { name: /Bowel cancer/ })).toBeNull())
    expect(region.getByRole('heading', { name: 'This verdict does not stand any more' })).toBeVisible()
  })

  it('can be read, not withdrawn, in a past answer', async () => {
    const reproduced = {
      at: '2026-11-18T10:00:00.000Z',
      asOf: '2026-11-18',
      trialVersion: 1,
      rulesVersion: 1,
      storedOutcome: null,
      isSameRules: true,
    }
    server.use(
      http.get('*/api/patients/:patientId/trials/:trialId', () =>
        HttpResponse.json<Schemas['TrialVerdict']>({ ...answer(standing), reproduced }),
      ),
    )
    const { region } = await openStanding()
    expect(region.getByText(onOtherCohort.criterionText)).toBeVisible()
    expect(region.queryByRole('button', { name: /^Withdraw/ })).toBeNull()
  })
})
