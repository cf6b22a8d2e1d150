import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { trialDetailRoute } from './route.ts'
import { attrition, id, patients, trial } from './sample-trial.ts'

type Schemas = components['schemas']

const unread = { outcome: 'needsClinician', hasTextToRead: true, toRead: 3 } as const
const items = patients.items.map((item) => ({ ...item, ...unread, undecided: [] }))
const server = setupServer(
  http.get('*/api/trials/:trialId', () => HttpResponse.json<Schemas['Trial']>(trial)),
  http.get('*/api/trials/:trialId/patients', () =>
    HttpResponse.json<Schemas['TrialPatientPage']>({ ...patients, toRead: 30, items }),
  ),
  http.get('*/api/trials/:trialId/attrition', () => HttpResponse.json<Schemas['Attrition']>(attrition)),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

it('a patient for whom criteria are to be read is never said to lack nothing', async () => {
  renderRoute(trialDetailRoute, { at: `/trials/${id('21')}` })
  const row = within(await screen.findByRole('row', { name: /SMITH, Jane/ }))
  expect(row.getByText('3 criteria to read')).toBeVisible()
  expect(row.getByText('Items not known: None in what is checked')).toBeVisible()
  const counts = within(screen.getByRole('navigation', { name: 'Possible patients by outcome' }))
  expect(counts.getByRole('link', { name: '30 of these with criteria to read' })).toBeVisible()
})
