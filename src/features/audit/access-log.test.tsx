import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { accessLogExportRoute, accessLogRoute, accessReportRoute } from './route.ts'
import { sampleAuditedPatient, sampleEvent, samplePatientId, samplePersonId } from './sample-access-log.ts'

type Schemas = components['schemas']

const caller = oncologistSession.caller && { ...oncologistSession.caller, role: 'privacy-officer' as const }
const session = { ...oncologistSession, caller }

let page: Schemas['AuditEventPage']
const asked: string[] = []
const server = setupServer(
  http.get('*/api/audit/events', ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json<Schemas['AuditEventPage']>(page)
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
  page = {
    items: [
      sampleEvent(),
      sampleEvent({
        eventId: 'e2',
        at: '2026-06-15T08:20:00.000Z',
        actor: { accountId: null, name: null, role: null, organisation: null },
        outcome: 'denied',
        basis: null,
        reason: 'not-found',
      }),
      sampleEvent({
        eventId: 'e3',
        label: 'Listed patients for a trial',
        patientCount: 25,
        aboutPatientId: null,
        trial: { trialId: 't', registryId: 'DEMO-SBA-02', title: 'A trial' },
      }),
      sampleEvent({
        eventId: 'e4',
        actor: { accountId: null, name: 'The system', role: null, organisation: null },
        label: 'Ran the command “import”',
        patientCount: 0,
        aboutPatientId: null,
        basis: null,
      }),
    ],
    next: null,
    patient: null,
    person: null,
  }
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (search = '') =>
  renderRoute([accessLogRoute, accessLogExportRoute, accessReportRoute], { at: `/access-log${search}`, session })
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }))

describe('the access log', () => {
  it('says when, who in which role and where, what, how many patients, why and what came of it', async () => {
    const { container } = open()
    expect(
      await screen.findByRole('row', { name: /Opened the patient record 1 patient Direct care Done/ }),
    ).toBeVisible()
    expect(screen.getAllByText('15-Jun-2026 09:30').length).toBeGreaterThan(0)
    expect(screen.getAllByText('Specialist nurse, Northmoor Hospital').length).toBeGreaterThan(0)
    expect(
      await screen.findByRole('row', {
        name: /Not signed in .* 1 patient No ground Denied ?Not theirs to see, or not there/,
      }),
    ).toBeVisible()
    expect((await rowOf(/Listed patients/)).getByText('25 patients')).toBeVisible()
    expect((await rowOf(/Listed patients/)).getByText('DEMO-SBA-02: A trial')).toBeVisible()
    expect((await rowOf(/The system/)).getByText('None')).toBeVisible()
    await expectAccessible(container)
  })

  it('leads from a person and from a patient to all that is held of them', async () => {
    open('?action=view')
    const row = await rowOf(/1 patient Direct care/)
    expect(row.getByRole('link', { name: 'Sam Field' })).toHaveAttribute(
      'href',
      `/access-log?person=${samplePersonId}&action=view`,
    )
    expect(row.getByRole('link', { name: '1 patient' })).toHaveAttribute(
      'href',
      `/access-log?patient=${samplePatientId}&action=view`,
    )
    expect((await rowOf(/25 patients/)).queryByRole('link', { name: '25 patients' })).toBeNull()
  })

  it('is narrowed by what was done, by outcome and by days, which a chip takes back', async () => {
    const { router } = open()
    await userEvent.selectOptions(await screen.findByLabelText('What was done'), 'Changed')
    await waitFor(() => expect(asked.at(-1)).toBe('?action=change'))
    await screen.findByRole('link', { name: /What: Changed/ })
    await userEvent.selectOptions(screen.getByLabelText('Outcome'), 'Denied')
    await waitFor(() => expect(asked.at(-1)).toBe('?action=change&outcome=denied'))
    await userEvent.type(screen.getByLabelText('First day'), '1 June 2026{Enter}')
    await waitFor(() => expect(asked.at(-1)).toBe('?action=change&outcome=denied&from=2026-06-01'))
    await screen.findByRole('link', { name: /1 June 2026/ })
    await userEvent.click(await screen.findByRole('link', { name: /Outcome: Denied/ }))
    await waitFor(() => expect(router.state.location.search).toBe('?action=change&from=2026-06-01'))
  })

  it('asks for a day that is one, and for the last not before the first', async () => {
    open('?from=2026-06-10')
    expect(await screen.findByLabelText('First day')).toHaveValue('10 June 2026')
    const last = screen.getByLabelText('Last day')
    await userEvent.type(last, '31 June 2026{Enter}')
    expect(await screen.findByText(/Enter a date such as/)).toBeVisible()
    await userEvent.clear(last)
    await userEvent.type(last, '9 June 2026{Enter}')
    expect(await screen.findByText(/The last day must not be before the first/)).toBeVisible()
    expect(asked).toEqual(['?from=2026-06-10'])
  })

  it('goes on to older entries and back to the newest', async () => {
    page = { ...page, next: 'e4' }
    const { router } = open('?outcome=done')
    const older = await screen.findByRole('link', { name: 'Older entries' })
    expect(older).toHaveAttribute('href', '/access-log?outcome=done&after=e4')
    page = { ...page, next: null }
    await router.navigate(`/access-log?outcome=done&after=${samplePatientId}`)
    const newest = await screen.findByRole('link', { name: 'Newest entries' })
    expect(newest).toHaveAttribute('href', '/access-log?outcome=done')
    expect(screen.queryByRole('link', { name: 'Older entries' })).toBeNull()
  })

  it('of nothing says so, and that it failed is not called nothing', async () => {
    page = { ...page, items: [] }
    open('?outcome=failed')
    expect(await screen.findByText('The log holds nothing of this')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Show everything' })).toHaveAttribute('href', '/access-log')
  })

  it('that cannot be loaded is a failure', async () => {
    server.use(http.get('*/api/audit/events', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
  })
})

describe('one patient', () => {
  const answerWith = (items: readonly Schemas['AuditedPatient'][]) =>
    server.use(
      http.post<never, Schemas['AuditedPatientSearch']>('*/api/audit/patients/search', async ({ request }) => {
        asked.push((await request.json()).number)
        return HttpResponse.json<Schemas['AuditedPatientList']>({ items: [...items] })
      }),
    )
  const find = async (number: string) => {
    await userEvent.type(await screen.findByLabelText('NHS number or hospital number'), number)
    await userEvent.click(screen.getByRole('button', { name: 'Find patient' }))
  }

  it('is found by a number, which stands in no address, and named above the list', async () => {
    answerWith([sampleAuditedPatient])
    const { router } = open()
    await screen.findByRole('table')
    page = { ...page, patient: sampleAuditedPatient }
    await find('999 000 0018')
    await waitFor(() => expect(router.state.location.search).toBe(`?patient=${samplePatientId}`))
    expect(await screen.findByRole('heading', { name: 'Who saw this patient' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Patient' })).toHaveTextContent('ASHDOWN, Mary (Mrs)')
    expect(document.title).not.toContain('ASHDOWN')
    expect(asked).toContain('999 000 0018')
    expect(screen.getByRole('link', { name: 'Report for the patient' })).toHaveAttribute(
      'href',
      `/access-log/patients/${samplePatientId}/report`,
    )
  })

  it('who is not there is said not to be, and what was typed stays', async () => {
    answerWith([])
    open()
    await find('H123')
    expect(await screen.findByText(/No patient here has this number/)).toBeVisible()
    expect(screen.getByLabelText('NHS number or hospital number')).toHaveValue('H123')
  })

  it('in the care of two hospitals is chosen', async () => {
    const second = { ...sampleAuditedPatient, patientId: '00000000-0000-4000-8000-0000000000b2' }
    answerWith([sampleAuditedPatient, second])
    const { container } = open()
    await find('9990000018')
    expect(await screen.findAllByRole('link', { name: 'ASHDOWN, Mary (Mrs)' })).toHaveLength(2)
    await expectAccessible(container)
  })

  it('needs a number', async () => {
    open()
    await screen.findByRole('table')
    await userEvent.click(screen.getByRole('button', { name: 'Find patient' }))
    expect(await screen.findByText(/Enter an NHS number or a hospital number/)).toBeVisible()
  })
})

describe('taking the log out', () => {
  const exported = (answer: Schemas['AuditExport']) => {
    const bodies: unknown[] = []
    server.use(
      http.post('*/api/audit/events/export', async ({ request }) => {
        bodies.push(await request.json())
        return HttpResponse.json<Schemas['AuditExport']>(answer)
      }),
    )
    return bodies
  }

  it('takes all that the filters leave, not only the page, and then offers the file', async () => {
    const bodies = exported({ header: ['Who'], rows: [['=1+1']], isCapped: false })
    open(`?action=view&after=${samplePatientId}`)
    await userEvent.click(await screen.findByRole('button', { name: 'Take out as a file' }))
    expect(await screen.findByText('1 entry is ready.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save the file (CSV)' })).toBeVisible()
    expect(bodies).toEqual([{ action: 'view' }])
  })

  it('says where there is more than was taken', async () => {
    exported({ header: ['Who'], rows: Array.from({ length: 5000 }, () => ['a']), isCapped: true })
    open()
    await userEvent.click(await screen.findByRole('button', { name: 'Take out as a file' }))
    expect(await screen.findByText(/The newest 5,000 entries are ready\. There are more/)).toBeVisible()
  })

  it('that is refused says why', async () => {
    const problem = { type: 'urn:problem:failed', title: 'Something went wrong on our side', status: 500, detail: 'x' }
    server.use(
      http.post('*/api/audit/events/export', () => HttpResponse.json<Schemas['Problem']>(problem, { status: 500 })),
    )
    open()
    await userEvent.click(await screen.findByRole('button', { name: 'Take out as a file' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  })
})

describe('the report for the patient', () => {
  const report: Schemas['AccessReport'] = {
    madeOn: '2026-06-15',
    patient: sampleAuditedPatient,
    isCapped: false,
    entries: [
      {
        on: '2026-06-14',
        who: 'Specialist nurse',
        organisation: 'Northmoor Hospital',
        what: 'Looked at your record',
        why: 'They are part of the team that cares for you.',
        times: 3,
      },
    ],
  }
  const openReport = (answer: Schemas['AccessReport']) => {
    server.use(http.get('*/api/audit/patients/:patientId/access-report', () => HttpResponse.json(answer)))
    return renderRoute(accessReportRoute, { at: `/access-log/patients/${samplePatientId}/report`, session })
  }

  it('tells in plain words who has seen the record, where they work, why and how often', async () => {
    const { container } = openReport(report)
    expect(await screen.findByRole('heading', { name: 'Who has seen your record' })).toBeVisible()
    const row = await screen.findByRole('row', { name: /14 June 2026/ })
    expect(row).toHaveTextContent('Specialist nurse, Northmoor Hospital')
    expect(row).toHaveTextContent('Looked at your record (3 times)')
    expect(row).toHaveTextContent('They are part of the team that cares for you.')
    expect(screen.getByText('999 000 0018')).toBeVisible()
    expect(document.title).toBe('Access report - Refer patients to rare cancer trials')
    await expectAccessible(container)
  })

  it('says that nobody has, and where there is more', async () => {
    openReport({ ...report, entries: [], isCapped: true })
    expect(await screen.findByText('Nobody has opened your record in this service')).toBeVisible()
    expect(screen.getByText(/There are older notes/)).toBeVisible()
  })

  it('is printed by a button that is not printed itself', async () => {
    const printed: string[] = []
    window.print = () => void printed.push('page')
    openReport(report)
    const button = await screen.findByRole('button', { name: 'Print' })
    await userEvent.click(button)
    expect(printed).toEqual(['page'])
    expect(button).toHaveClass('app-print-hidden')
  })
})
