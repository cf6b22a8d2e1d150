import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { answerTeams } from '../../../tests/support/answer-teams.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { patientWorklistRoute } from './route.ts'
import { counts } from './sample-patients.ts'

type Schemas = components['schemas']

const server = setupServer(
  answerTeams({ isMember: true }),
  http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>({ items: [] })),
  http.post('*/api/patients/search', () =>
    HttpResponse.json<Schemas['PatientPage']>({
      items: [],
      total: { count: 0, isCapped: false },
      next: null,
      previous: null,
    }),
  ),
  http.post('*/api/patients/counts', () => HttpResponse.json<Schemas['PatientCounts']>(counts)),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (at = '/patients') => renderRoute(patientWorklistRoute, { at })

describe('a worklist without patients', () => {
  it('says that nobody is left and how to get everybody back', async () => {
    const { container } = open('/patients?grade=possible')
    expect(await screen.findByRole('heading', { name: 'No patients match these filters' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'show all patients' })).toHaveAttribute('href', '/patients')
    expect(screen.queryByText(/no clinical team/)).toBeNull()
    await expectAccessible(container)
  })

  it('says of a clinician in no team that this is why, and not that there are no patients', async () => {
    server.use(answerTeams({ isMember: false }))
    const { container } = open()
    expect(await screen.findByRole('heading', { name: /You are in no clinical team yet/ })).toBeVisible()
    expect(screen.getByText(/Ask your information officer to add you to a team/)).toBeVisible()
    expect(screen.queryByText(/No patients match/)).toBeNull()
    await expectAccessible(container)
  })

  it('leads from a patient who is not listed to the record of another team', async () => {
    open()
    expect(await screen.findByRole('link', { name: /^Patient not listed/ })).toHaveAttribute(
      'href',
      '/patients/emergency-access',
    )
  })
})
