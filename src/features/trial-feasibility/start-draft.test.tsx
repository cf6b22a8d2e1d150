import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { draftOfTrial } from '#domain/feasibility/draft-of-trial.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { sampleCancerTypes } from '../../data/sample-cancer-types.ts'
import { draftFeasibilityRoute } from './route.ts'
import { cohortTrial, sampleDraftFeasibility } from './sample-feasibility.ts'

type Schemas = components['schemas']

const asked: Schemas['DraftTrial'][] = []
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
  server.use(
    http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>(sampleCancerTypes)),
    http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(cohortTrial)),
    http.post<never, Schemas['DraftTrial']>('*/api/feasibility', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json<Schemas['Feasibility']>(sampleDraftFeasibility)
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const workOut = () => userEvent.click(screen.getByRole('button', { name: 'Work out' }))

/** The API refuses the next draft for one fault. */
function refuse(fault: NonNullable<Schemas['Problem']['errors']>[number]): void {
  const problem = {
    type: 'urn:problem:draft-not-readable',
    title: 'The draft cannot be worked out',
    status: 400,
    detail: 'One part of the draft cannot be read.',
    errors: [fault],
  }
  server.use(http.post('*/api/feasibility', () => HttpResponse.json<Schemas['Problem']>(problem, { status: 400 })))
}

describe('a draft that is started from a trial', () => {
  const at = `/feasibility/new?from=${cohortTrial.trial.trialId}`

  it('asks what the trial asks, and says what is not taken over', async () => {
    const { container } = renderRoute(draftFeasibilityRoute, { at })
    expect(await screen.findByText(/1 rule is not in use, and left out/)).toBeVisible()
    expect(screen.getByText(/verdicts that clinicians gave .* do not count in a draft/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Two cohorts' })).toHaveAttribute(
      'href',
      `/trials/${cohortTrial.trial.trialId}/feasibility`,
    )
    await workOut()
    await screen.findByRole('heading', { name: 'By hospital' })
    const { places, ...sent } = asked[0] ?? {}
    expect(places).toEqual([])
    expect(sent).toEqual(draftOfTrial(cohortTrial))
    await expectAccessible(container)
  })

  it('shows each criterion in one line until it is opened or at fault', async () => {
    renderRoute(draftFeasibilityRoute, { at })
    const folded = await screen.findByText('3. Kind not stated: Neuropathy (only for cohort A) (to read: no rule)')
    expect(screen.getByText('1. Inclusion: Adults')).toBeVisible()
    const words = screen.getAllByLabelText('Words of the protocol')
    expect(words.map((field) => field.closest('details')?.open)).toEqual([false, false, false])
    await userEvent.click(folded)
    expect(words[2]).toBeVisible()
    expect(screen.getAllByLabelText('Rule (JSON)')[0]).toHaveDisplayValue(/^\{\n {2}"op": "age",\n {2}"min": 18,/)
    const cohorts = within(folded.closest('details') ?? document.body)
    expect(cohorts.getByRole('checkbox', { name: 'A' })).toBeChecked()
    expect(cohorts.getByRole('checkbox', { name: 'B, later' })).not.toBeChecked()
    refuse({ pointer: '/criteria/0/rule/min', message: 'min is 18. Give min as less' })
    await workOut()
    await userEvent.click(
      await screen.findByRole('link', { name: 'Criterion 1, Adults: At /min: min is 18. Give min as less' }),
    )
    expect(screen.getAllByLabelText('Rule (JSON)')[0]).toHaveFocus()
    expect(words[0]?.closest('details')?.open).toBe(true)
  })

  it('shows a fault of a kind and of a cohort at their fields', async () => {
    renderRoute(draftFeasibilityRoute, { at })
    await screen.findByText('1. Inclusion: Adults')
    refuse({ pointer: '/criteria/2/kind', message: 'Say which of the two it is' })
    await workOut()
    await screen.findByRole('link', { name: 'Criterion 3, Neuropathy: Say which of the two it is' })
    expect(screen.getAllByLabelText('Kind')[2]).toHaveAccessibleDescription(/Say which of the two it is/)
    refuse({ pointer: '/criteria/2/appliesTo/0', message: '"A" is not a cohort of the trial' })
    await workOut()
    await userEvent.click(
      await screen.findByRole('link', { name: 'Criterion 3, Neuropathy: "A" is not a cohort of the trial' }),
    )
    expect(screen.getAllByRole('checkbox', { name: 'A' }).at(-1)).toHaveFocus()
  })

  it('starts anew from another trial, and empty from none', async () => {
    const { router } = renderRoute(draftFeasibilityRoute, { at })
    await screen.findByText('1. Inclusion: Adults')
    await userEvent.type(screen.getByLabelText('Title'), ' changed')
    await router.navigate('/feasibility/new')
    expect(await screen.findByText(/Write what the trial would ask/)).toBeVisible()
    expect(screen.getByLabelText('Title')).toHaveValue('')
  })

  it('says so where there is no such trial', async () => {
    renderRoute(draftFeasibilityRoute, { at: '/feasibility/new?from=nonsense' })
    expect(await screen.findByText(/There is no such trial/)).toBeVisible()
  })
})
