import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { components } from '#api/schema.ts'
import { patientRecordRoute } from '../../src/features/patient-record/route.ts'
import { closed, fits, id, jane, needsData, verdicts } from '../../src/features/patient-record/sample-record.ts'
import { renderRoute } from './render-route.tsx'

type Schemas = components['schemas']

/** The API behind the page of one patient, as the tests of a file begin; `shown` may be set before the page is opened. */
export function servePatientRecord() {
  const server = setupServer()
  const shown = { patient: jane, list: usualList, verdict: usualVerdict }
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  beforeEach(() => {
    Object.assign(shown, { patient: jane, list: usualList, verdict: usualVerdict })
    server.use(
      http.get('*/api/patients/:patientId', () => HttpResponse.json<Schemas['Patient']>(shown.patient)),
      http.get('*/api/patients/:patientId/candidates', () => HttpResponse.json<Schemas['CandidateList']>(shown.list)),
      http.get('*/api/patients/:patientId/trials/:trialId', () =>
        HttpResponse.json<Schemas['TrialVerdict']>(shown.verdict),
      ),
    )
  })
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  return {
    server,
    shown,
    open: () => renderRoute(patientRecordRoute, { at: `/patients/${id('01')}` }),
    card: async (name: string) => within(await screen.findByRole('article', { name })),
  }
}

const usualList: Schemas['CandidateList'] = {
  asOf: '2026-11-18',
  orderingRule: 'Open at your own hospital first, then fewest not known.',
  travelLimit: null,
  candidates: [needsData, fits],
  baskets: [],
  notMatched: [closed],
  unmappedTrials: 7,
  settling: [],
  noLongerOffered: [],
}

const usualVerdict: Schemas['TrialVerdict'] = {
  asOf: '2026-11-18',
  reproduced: null,
  candidate: needsData,
  criteria: verdicts,
  otherCohorts: [],
  standingOverrides: [],
  overrideHistory: [],
}
