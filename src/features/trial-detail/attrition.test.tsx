import { render, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { Attrition } from './attrition.tsx'

type Schemas = components['schemas']

const step = (criterionId: string, parts: Partial<Schemas['AttritionStep']>): Schemas['AttritionStep'] => ({
  criterionId,
  kind: 'inclusion',
  class: 'hard',
  text: `Criterion ${criterionId}`,
  ruleText: `rule ${criterionId}`,
  appliesTo: null,
  isByCohort: false,
  removed: 0,
  notYet: 0,
  undecided: 0,
  remaining: 0,
  ...parts,
})
const answer: Schemas['Attrition'] = {
  asOf: '2026-11-18',
  considered: 34,
  steps: [
    step('I1', { text: 'Stage II or III', removed: 11, undecided: 2, remaining: 23 }),
    step('I2', { text: 'Platelets at least 100', class: 'correctable', removed: 5, notYet: 5, remaining: 18 }),
    step('I3', { text: 'Consent to biopsy', class: 'advisory', undecided: 18, ruleText: null, remaining: 18 }),
  ],
}

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

function open(attrition: Schemas['Attrition']) {
  server.use(http.get('*/api/trials/:trialId/attrition', () => HttpResponse.json<Schemas['Attrition']>(attrition)))
  const router = createMemoryRouter([{ path: '/', element: <Attrition trialId="t1" /> }])
  return render(<RouterProvider router={router} />)
}

describe('what each criterion leaves', () => {
  it('is one sentence and a table with every number in a cell', async () => {
    const { container } = open(answer)
    expect(
      await screen.findByText(
        'Of 34 patients whose cancer fits or could fit, no rule stops 18; “Stage II or III” removes most (11); “Stage II or III” cannot be decided for 2; 1 of 3 criteria is text, which stops nobody until it is read.',
      ),
    ).toBeVisible()
    const cells = within(screen.getByRole('row', { name: /Stage II or III/ })).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual(['Inclusion', '11', '2', '23'])
    await expectAccessible(container)
  })

  it('marks those who are removed only for now, and that an advisory criterion removes nobody', async () => {
    open(answer)
    const platelets = within(await screen.findByRole('row', { name: /Platelets at least 100/ }))
    expect(platelets.getByText('not yet: 5')).toBeVisible()
    const advisory = within(screen.getByRole('row', { name: /Consent to biopsy/ }))
    expect(advisory.getByText('None: advisory')).toBeVisible()
    expect(screen.queryByText(/cohort/)).toBeNull()
    expect(advisory.getByText('To read: no rule is held')).toBeVisible()
    expect(advisory.getAllByRole('cell').map((cell) => cell.textContent)).toContain('18to read')
  })

  it('says which cohorts alone a criterion asks, and why it removes nobody', async () => {
    const ofCohort = { text: 'Neuropathy', isByCohort: true, appliesTo: ['A'], remaining: 34 }
    const assigns = { text: 'Which line', isByCohort: true, remaining: 34 }
    const { container } = open({ ...answer, steps: [step('I4', assigns), step('E2', ofCohort)] })
    const bound = within(await screen.findByRole('row', { name: /Neuropathy/ }))
    expect(bound.getByText('Only for cohort A')).toBeVisible()
    expect(bound.getByText('None: by cohort')).toBeVisible()
    const assigning = within(screen.getByRole('row', { name: /Which line/ }))
    expect(assigning.getByText('None: by cohort')).toBeVisible()
    expect(assigning.queryByText(/^Only for/)).toBeNull()
    expect(screen.getByText(/2 of 2 criteria differ by cohort, which stops nobody here\.$/)).toBeVisible()
    expect(screen.getByText(/because another cohort may take the patient/)).toBeVisible()
    await expectAccessible(container)
  })

  it('says so where no patient has a cancer that could fit', async () => {
    open({ ...answer, considered: 0 })
    expect(await screen.findByText(/None of your patients has a cancer that this trial takes/)).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('shows a failure as a failure', async () => {
    open(answer)
    server.use(http.get('*/api/trials/:trialId/attrition', () => HttpResponse.error()))
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})
