import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { patientRecordRoute } from './route.ts'
import { fits, id, jane, needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']
type Override = Schemas['CriterionOverride']

const reason = 'Repeat sample of 17 November was 120'
const drA: Override = {
  overrideId: id('71'),
  verdict: 'met',
  reason,
  by: 'Dr Alex Moor',
  role: 'oncologist',
  at: '2026-11-18T09:30:00.000Z',
  softwareVerdict: 'notMet',
  state: 'active',
  stateReason: null,
}
const setEntry: Schemas['OverrideEntry'] = {
  overrideId: drA.overrideId,
  criterionId: 'I3',
  criterionText: 'Platelets >= 100',
  cohort: null,
  action: 'set',
  verdict: 'met',
  reason,
  by: drA.by,
  role: 'oncologist',
  at: drA.at,
}

const notMatched: Schemas['Candidate'] = { ...needsData, outcome: 'notMatched', outcomeLabel: 'Not matched' }
const nowFits: Schemas['Candidate'] = {
  ...needsData,
  outcomeLabel: 'Needs data, with 1 verdict set by a clinician',
  criteria: { ...needsData.criteria, setByClinician: 1 },
}

let override: Override | null
let history: Schemas['OverrideEntry'][]
let sent: { path: string; body: unknown; key: string | null }[]

const current = (): Schemas['TrialVerdict'] => ({
  asOf: '2026-11-18',
  reproduced: null,
  candidate: override?.state === 'active' ? nowFits : notMatched,
  criteria: verdicts.map((each) => (each.criterionId === 'I3' ? { ...each, override } : each)),
  otherCohorts: [],
  standingOverrides:
    override === null ? [] : [{ criterionId: 'I3', criterionText: 'Platelets >= 100', cohort: null, ...override }],
  overrideHistory: history,
})

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  override = null
  history = []
  sent = []
  const note = async (request: Request) => {
    const { pathname } = new URL(request.url)
    sent.push({ path: pathname, body: await request.json(), key: request.headers.get('idempotency-key') })
  }
  server.use(
    http.get('*/api/patients/:patientId', () => HttpResponse.json<Schemas['Patient']>(jane)),
    http.get('*/api/patients/:patientId/candidates', () => {
      const { candidate } = current()
      const isOut = candidate.outcome === 'notMatched'
      return HttpResponse.json<Schemas['CandidateList']>({
        asOf: '2026-11-18',
        orderingRule: 'Open at your own hospital first.',
        travelLimit: null,
        candidates: isOut ? [fits] : [candidate, fits],
        baskets: [],
        notMatched: isOut ? [candidate] : [],
        unmappedTrials: 0,
        settling: [],
        noLongerOffered: [],
      })
    }),
    http.get('*/api/patients/:patientId/trials/:trialId', () => HttpResponse.json<Schemas['TrialVerdict']>(current())),
    http.post('*/api/patients/:patientId/trials/:trialId/overrides', async ({ request }) => {
      await note(request)
      override = drA
      history = [setEntry]
      return HttpResponse.json<Schemas['TrialVerdict']>(current(), { status: 201 })
    }),
    http.post('*/overrides/:overrideId/withdrawal', async ({ request }) => {
      await note(request)
      override = null
      history = [{ ...setEntry, action: 'withdrawn', by: 'B Hay', role: 'nurse', reason: 'Wrong patient' }, setEntry]
      return HttpResponse.json<Schemas['TrialVerdict']>(current())
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const user = userEvent.setup()
const card = async () => within(await screen.findByRole('article', { name: needsData.title }))

async function openCriteria() {
  const { container } = renderRoute(patientRecordRoute, { at: `/patients/${id('01')}` })
  if (override?.state !== 'active') await user.click(await screen.findByText('Not matched on the data held (1)'))
  await user.click((await card()).getByRole('button', { name: /^Why/ }))
  await screen.findAllByText('Platelets >= 100')
  return container
}

const platelets = async () => within((await card()).getByRole('row', { name: /Platelets >= 100/ }))
const openForm = async () =>
  user.click((await platelets()).getByRole('button', { name: /^(Disagree|Change or withdraw)/ }))
const form = () => within(screen.getByRole('form', { name: 'Your verdict: Platelets >= 100' }))

describe('a clinician who disagrees with the software', () => {
  it('sets the criterion by keyboard below its wording, and the trial moves to where it belongs now', async () => {
    const container = await openCriteria()
    await openForm()
    expect(form().getByRole('radio', { name: 'Met' })).toHaveFocus()
    expect(form().queryByRole('radio', { name: 'Withdraw' })).toBeNull()
    await expectAccessible(container)
    await user.keyboard(' ')
    await user.tab()
    await user.keyboard(reason)
    await user.tab()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect((await card()).getByRole('button', { name: /^Hide why/ })).toHaveFocus())

    expect(sent).toEqual([
      {
        path: `/api/patients/${id('01')}/trials/${needsData.trialId}/overrides`,
        body: { criterionId: 'I3', cohort: null, verdict: 'met', reason, basis: 'as shown', replaces: null },
        key: expect.any(String),
      },
    ])
    expect(screen.getByText(`Verdict set. ${needsData.title}: ${nowFits.outcomeLabel}.`)).toBeVisible()
    expect((await card()).getByText('With a clinician’s verdict')).toBeVisible()
    expect(screen.queryByRole('form', { name: /^Your verdict/ })).toBeNull()
  })

  it('is told what is missing at the field, and what was typed stays', async () => {
    await openCriteria()
    await openForm()
    await user.type(form().getByRole('textbox', { name: 'Reason' }), reason)
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    expect(await form().findByRole('alert')).toHaveFocus()
    expect(form().getByRole('link', { name: 'Choose your verdict' })).toBeVisible()
    expect(form().getByRole('textbox', { name: 'Reason' })).toHaveValue(reason)
    expect(sent).toEqual([])
  })

  it('is told of a reason that is too short, and may send the same form again', async () => {
    server.use(
      http.post(
        '*/api/patients/:patientId/trials/:trialId/overrides',
        async ({ request }) => {
          sent.push({ path: '', body: await request.json(), key: request.headers.get('idempotency-key') })
          return HttpResponse.json<Schemas['Problem']>(
            {
              type: 'urn:problem:invalid-request',
              status: 400,
              title: 'The request does not fit the contract',
              detail: 'Something is wrong.',
              errors: [{ pointer: '/reason', message: 'must have at least 10 characters' }],
            },
            { status: 400 },
          )
        },
        { once: true },
      ),
    )
    await openCriteria()
    await openForm()
    await user.click(form().getByRole('radio', { name: 'Met' }))
    await user.type(form().getByRole('textbox', { name: 'Reason' }), 'Better')
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    expect(await form().findByRole('link', { name: 'The reason must have at least 10 characters' })).toBeVisible()
    await user.type(form().getByRole('textbox', { name: 'Reason' }), ' since the transfusion')
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    await waitFor(() => expect(screen.queryByRole('form', { name: /^Your verdict/ })).toBeNull())
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
  })

  it('sees what a colleague set in the meantime, and replaces it only when sending again', async () => {
    const conflict = http.post(
      '*/api/patients/:patientId/trials/:trialId/overrides',
      () => {
        override = { ...drA, verdict: 'notMet', by: 'B Hay', reason: 'Transfused on 16 November' }
        return HttpResponse.json<Schemas['Problem']>(
          {
            type: 'urn:problem:override-conflict',
            status: 409,
            title: 'A colleague has changed the verdict on this criterion',
            detail: 'A verdict was set after you opened the criterion.',
            remedy: 'Read what stands now.',
            currentOverride: override,
          },
          { status: 409 },
        )
      },
      { once: true },
    )
    server.use(conflict)
    await openCriteria()
    await openForm()
    await user.click(form().getByRole('radio', { name: 'Met' }))
    await user.type(form().getByRole('textbox', { name: 'Reason' }), reason)
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    expect(await screen.findByRole('heading', { name: /^A colleague has changed/ })).toBeVisible()
    expect(form().getByText(/Set by B Hay, .*: Transfused on 16 November/)).toBeVisible()
    expect(form().getByRole('textbox', { name: 'Reason' })).toHaveValue(reason)
    await waitFor(() => expect(form().getByRole('radio', { name: 'Withdraw' })).toBeVisible())
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ verdict: 'met', replaces: drA.overrideId })
  })
})

describe('a colleague', () => {
  it('sees who set it, when and why beside the software’s own verdict, and withdraws it with a reason', async () => {
    override = drA
    history = [setEntry]
    const container = await openCriteria()
    const row = await platelets()
    expect(row.getByText('Set by a clinician: Met')).toBeVisible()
    expect(row.getByText(`Set by Dr Alex Moor, Oncologist, on 18-Nov-2026 09:30: ${reason}`)).toBeVisible()
    expect(row.getByText(/^Software:/).textContent).toBe('Software: Not met')
    expect(row.getByText('Platelets 82 ×10⁹/L on 03-Nov-2026 is below the limit of 100.')).toBeVisible()
    await openForm()
    await user.click(form().getByRole('radio', { name: 'Withdraw' }))
    await user.type(form().getByRole('textbox', { name: 'Reason' }), 'Wrong patient')
    await expectAccessible(container)
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    expect(await screen.findByText(`Verdict withdrawn. ${needsData.title}: Not matched.`)).toBeVisible()
    expect(sent).toEqual([
      {
        path: `/api/patients/${id('01')}/trials/${needsData.trialId}/overrides/${drA.overrideId}/withdrawal`,
        body: { reason: 'Wrong patient' },
        key: null,
      },
    ])
    const past = await screen.findByText('Everything set and withdrawn by clinicians (2)')
    await user.click(past)
    const [last, first] = within(past.closest('details') ?? document.body).getAllByRole('listitem')
    expect(last?.textContent).toContain('“Met” withdrawn by B Hay, Specialist nurse')
    expect(first?.textContent).toContain(`Set to “Met” by Dr Alex Moor, Oncologist, on 18-Nov-2026 09:30: ${reason}`)
  })

  it.each<[Override['state'], string, string]>([
    ['toReview', 'To review', 'The data have changed since'],
    ['void', 'Does not count', 'The wording has changed since'],
  ])('is told of one that does not count as it stands (%s)', async (state, tag, stateReason) => {
    override = { ...drA, state, stateReason }
    await openCriteria()
    const row = await platelets()
    expect(row.getByText(tag)).toBeVisible()
    expect(row.getByText(`${stateReason}.`)).toBeVisible()
    expect(row.getByText(/^Software:/).textContent).toBe('Software: Not met')
    expect(row.getAllByText(state === 'void' ? 'Not met' : 'Not known').length).toBeGreaterThan(0)
  })

  it('is offered no form where nothing can be set', async () => {
    const basis = null
    server.use(
      http.get('*/api/patients/:patientId/trials/:trialId', () =>
        HttpResponse.json<Schemas['TrialVerdict']>({
          ...current(),
          criteria: verdicts.map((each) => ({ ...each, basis })),
        }),
      ),
    )
    await openCriteria()
    expect((await card()).queryByRole('button', { name: /^Disagree/ })).toBeNull()
  })
})
