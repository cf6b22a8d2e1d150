import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { trialDetailRoute } from './route.ts'
import { attrition, id, patients, trial } from './sample-trial.ts'

type Schemas = components['schemas']

const stopped: Partial<Schemas['TrialPatient']> = {
  outcome: 'notMatched',
  undecided: [],
  blocking: ['Platelets at least 100'],
  blockingFindings: [
    {
      text: 'Platelets at least 100',
      sentences: ['Platelets 82 ×10⁹/L on 03-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)'],
      setBy: null,
    },
  ],
}
const items = patients.items.map((item) => ({ ...item, ...stopped }))
const server = setupServer(
  http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(trial)),
  http.get('*/api/trials/:trialId/patients', () =>
    HttpResponse.json<Schemas['TrialPatientPage']>({ ...patients, items }),
  ),
  http.get('*/api/trials/:trialId/attrition', () => HttpResponse.json<Schemas['Attrition']>(attrition)),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

it('a patient who is excluded is listed with the value that excludes, and nothing is asked for', async () => {
  renderRoute(trialDetailRoute, { at: `/trials/${id('21')}` })
  const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
  expect(
    row.getByText(
      'Excluded by: Platelets at least 100. Found: Platelets 82 ×10⁹/L on 03-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)',
    ),
  ).toBeVisible()
  expect(row.queryByText(/Items not known/)).not.toBeInTheDocument()
})
