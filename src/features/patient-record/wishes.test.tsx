import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { wishesChanged } from '#domain/patient-wishes/wish-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { fits, id, jane } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open } = servePatientRecord()

const wish: Schemas['ResearchWish'] = {
  wishId: id('91'),
  scope: 'all',
  trial: null,
  routes: [],
  statedOn: '2026-11-12',
  toldBy: 'patient',
  reviewOn: '2027-11-12',
  isReviewDue: false,
  recordedBy: 'Robin Vale, Specialist nurse',
  recordedAt: '2026-11-12T10:00:00.000Z',
  withdrawal: null,
}
const nothing: Schemas['PatientWishes'] = {
  version: 0,
  researchWishes: [],
  optOut: null,
  isSensitive: false,
  diedOn: null,
  history: [],
}
let wishes: Schemas['PatientWishes']
let sent: { path: string; body: unknown; version: string | null }[]
let refusal: object | null

beforeEach(() => {
  wishes = nothing
  sent = []
  refusal = null
  const record = async ({ request }: { request: Request }) => {
    const path = new URL(request.url).pathname.split(`/patients/${jane.patientId}/`)[1] ?? ''
    sent.push({ path, body: await request.json(), version: request.headers.get('if-match') })
    if (refusal !== null) {
      return HttpResponse.json({ type: 'urn:problem:conflict', ...refusal }, { status: 412 })
    }
    shown.patient = { ...jane, researchWishes: [wish] }
    const history = [{ eventId: id('92'), text: 'Does not want to hear', recordedBy: '', recordedAt: wish.recordedAt }]
    wishes = { ...wishes, version: 1, researchWishes: [wish], history }
    return HttpResponse.json(wishes, { status: 201 })
  }
  server.use(
    http.get('*/api/patients/:patientId/wishes', () => HttpResponse.json(wishes)),
    http.post('*/api/patients/:patientId/wishes/*', record),
    http.post('*/api/patients/:patientId/death', record),
  )
})

async function openSection() {
  const rendered = open()
  await userEvent.click(await screen.findByRole('button', { name: /^View and record/ }))
  await screen.findByRole('heading', { name: 'Hearing about research' })
  return rendered
}

describe('a patient who does not want to hear about research', () => {
  it('has in the place of the trials that this is so, since when and when to ask again', async () => {
    shown.patient = { ...jane, researchWishes: [wish] }
    const { container } = open()
    const banner = await screen.findByRole('region', { name: /The patient’s wishes about research/ })
    expect(banner.textContent).toContain('Does not want to hear about research since 12-Nov-2026, review 12-Nov-2027')
    expect(screen.getByText(/No trial is shown, because the patient does not want to hear/)).not.toBeNull()
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.queryByText(/What would settle it/)).toBeNull()
    await expectAccessible(container)
  })

  it('is asked again once the day of review is there, and the way to it is one button', async () => {
    wishes = { ...nothing, version: 1, researchWishes: [wish] }
    shown.patient = { ...jane, researchWishes: [{ ...wish, isReviewDue: true }] }
    open()
    const banner = within(await screen.findByRole('region', { name: /The patient’s wishes about research/ }))
    expect(banner.getByText(/due: ask the patient again/)).not.toBeNull()
    await userEvent.click(banner.getByRole('button', { name: 'Review the wish' }))
    expect(document.activeElement?.textContent).toBe('Wishes and consent')
    expect(await screen.findByRole('button', { name: /^Withdraw: Does not want to hear/ })).not.toBeNull()
  })

  it('of one trial keeps all others, and the one is told apart from those that do not match', async () => {
    const trial = { trialId: id('77'), registryId: 'NCT00000077', title: 'A trial of one kind' }
    shown.patient = { ...jane, researchWishes: [{ ...wish, scope: 'trial', trial }] }
    open()
    const left = await screen.findByRole('region', { name: 'Left out by the patient’s wish (1)' })
    expect(left.textContent).toContain('A trial of one kind (NCT00000077)')
    expect(await screen.findByRole('article', { name: fits.title })).not.toBeNull()
  })

  it('of the only trial for the cancer does not read as if none were known', async () => {
    const trial = { trialId: id('77'), registryId: 'NCT00000077', title: 'A trial of one kind' }
    shown.patient = { ...jane, researchWishes: [{ ...wish, scope: 'trial', trial }] }
    shown.list = { ...shown.list, candidates: [], baskets: [], notMatched: [] }
    open()
    expect(
      await screen.findByRole('heading', { name: 'No other open trial is known for this cancer type' }),
    ).not.toBeNull()
  })
})

describe('recording', () => {
  it('takes a wish by keyboard alone, and the record follows at once', async () => {
    const { container } = await openSection()
    screen.getByRole('button', { name: 'Record a wish not to hear about research' }).focus()
    await userEvent.keyboard('{Enter}')
    const form = within(await screen.findByRole('form', { name: 'Wish about research' }))
    expect(document.activeElement).toBe(form.getByRole('radio', { name: /Research of any kind/ }))
    await expectAccessible(container)
    await userEvent.type(form.getByRole('textbox', { name: 'Said on' }), '12 November 2026')
    await userEvent.type(form.getByRole('textbox', { name: 'Ask again on (optional)' }), '12/11/2027{Enter}')
    expect(await screen.findByText(/^Recorded\. Does not want to hear/)).not.toBeNull()
    expect(sent).toEqual([
      {
        path: 'wishes/research',
        body: {
          ...{ scope: 'all', trialId: null, routes: [], statedOn: '2026-11-12' },
          ...{ toldBy: 'patient', reviewOn: '2027-11-12' },
        },
        version: '"0"',
      },
    ])
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(screen.queryByRole('form', { name: 'Wish about research' })).toBeNull()
  })

  it('names every field that is missing, and loses nothing that was typed', async () => {
    await openSection()
    await userEvent.click(screen.getByRole('button', { name: 'Record a wish not to hear about research' }))
    const form = within(await screen.findByRole('form', { name: 'Wish about research' }))
    await userEvent.click(form.getByRole('radio', { name: /ways of contact/ }))
    await userEvent.type(form.getByRole('textbox', { name: 'Said on' }), '30 February')
    await userEvent.click(form.getByRole('button', { name: 'Record the wish' }))
    const summary = within(await form.findByRole('alert'))
    expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Choose at least one way of contact',
      '"30 February" is not a date: write day, month and year',
    ])
    expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Said on' }).value).toBe('30 February')
    expect(sent).toEqual([])
  })

  it('that a colleague has overtaken says so, keeps the form, and goes from the newer version then', async () => {
    await openSection()
    await userEvent.click(screen.getByRole('button', { name: 'Record a death' }))
    const form = within(await screen.findByRole('form', { name: 'Record a death' }))
    await userEvent.type(form.getByRole('textbox', { name: 'Died on' }), '10 November 2026')
    refusal = wishesChanged
    wishes = { ...nothing, version: 4 }
    await userEvent.click(form.getByRole('button', { name: 'Record a death' }))
    expect((await form.findByRole('alert')).textContent).toContain('Somebody else recorded a wish of this patient')
    expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Died on' }).value).toBe('10 November 2026')
    refusal = null
    await userEvent.click(form.getByRole('button', { name: 'Record a death' }))
    await screen.findByText(/^Recorded\./)
    expect(sent.map(({ path, version }) => [path, version])).toEqual([
      ['death', '"0"'],
      ['death', '"4"'],
    ])
    expect(sent[1]?.body).toEqual({ diedOn: '2026-11-10', reason: null })
  })

  it('the sensitive flag needs its reason, and the top of the record says that no place is shown', async () => {
    shown.patient = { ...jane, isSensitive: true }
    await openSection()
    expect(screen.getByText('Location not shown')).not.toBeNull()
    expect(screen.queryByText(/How far the patient would travel/)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Set it: the sensitive flag' }))
    const form = within(await screen.findByRole('form', { name: 'Set the sensitive flag' }))
    await userEvent.type(form.getByRole('textbox', { name: 'Why?' }), 'Short')
    await userEvent.click(form.getByRole('button', { name: 'Set the sensitive flag' }))
    expect((await form.findByRole('alert')).textContent).toContain('10 characters or more')
    await userEvent.type(form.getByRole('textbox', { name: 'Why?' }), ' but long enough')
    await userEvent.click(form.getByRole('button', { name: 'Set the sensitive flag' }))
    await screen.findByText(/^Recorded\./)
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['wishes/sensitive-flag', { isSensitive: true, reason: 'Short but long enough' }],
    ])
  })

  it('a look at the opt-out says that it bears on no care', async () => {
    await openSection()
    expect(
      screen.getByText(/Not looked up\. It is about uses of data beyond care and bears on nothing here/),
    ).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Record what the service said/ }))
    const form = within(await screen.findByRole('form', { name: 'National data opt-out' }))
    await userEvent.click(form.getByRole('radio', { name: 'Opted out' }))
    await userEvent.type(form.getByRole('textbox', { name: 'Looked up on' }), '11 November 2026')
    await userEvent.click(form.getByRole('button', { name: 'Record' }))
    await screen.findByText(/^Recorded\./)
    expect(sent[0]).toMatchObject({
      path: 'wishes/opt-out-checks',
      body: { isOptedOut: true, checkedOn: '2026-11-11' },
    })
  })
})
