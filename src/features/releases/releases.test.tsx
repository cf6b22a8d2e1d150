import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { csvText } from '../../format/csv.ts'
import { releaseFileHeader, releaseFileRows } from './release-file.ts'
import { releaseEntryRoute, releasesRoute } from './route.ts'

type Release = components['schemas']['Release']
type Problem = components['schemas']['Problem']

const northmoor = {
  organisationId: '00000000-0000-4000-8000-0000000000a1',
  code: 'ZZ101',
  name: 'Northmoor Demonstration Hospital',
}
const release: Release = {
  releaseId: '00000000-0000-4000-8000-0000000000d1',
  releasedBy: northmoor,
  releasedOn: '2026-05-04',
  released: 'Counts by region',
  recipient: 'Fictional University',
  purpose: 'To plan trials',
  legalBasis: 'Anonymous numbers',
  expectedBenefit: 'Trials nearer to home',
  recordedAt: '2026-05-04T15:00:00.000Z',
  corrects: null,
  reason: null,
  correctedBy: null,
}
const nobody = { ...oncologistSession, caller: null }
const officer = {
  ...oncologistSession,
  caller: {
    accountId: '00000000-0000-4000-8000-000000000009',
    name: 'Anselm Field',
    role: 'information-officer' as const,
    organisation: northmoor,
  },
}
const newId = '00000000-0000-4000-8000-0000000000d2'
let items: Release[]
let sent: { readonly path: string; readonly body: unknown; readonly key: string | null }[]

const server = setupServer(
  http.get('*/api/releases', () => HttpResponse.json({ items, isCapped: false })),
  http.post<never, components['schemas']['NewRelease']>('*/api/releases', async ({ request }) => {
    const body = await request.json()
    sent.push({ path: '/releases', body, key: request.headers.get('idempotency-key') })
    const added = { ...release, ...body, releaseId: newId }
    items = [added, ...items]
    return HttpResponse.json<Release>(added, { status: 201 })
  }),
  http.post('*/api/releases/:releaseId/correction', async ({ request, params }) => {
    sent.push({ path: `/releases/${params.releaseId}`, body: await request.json(), key: null })
    const problem: Problem = {
      type: 'urn:problem:already-corrected',
      title: 'This entry has been corrected already',
      status: 409,
      detail: 'Somebody put this entry right after you opened it.',
      remedy: 'Open the register again.',
    }
    return HttpResponse.json<Problem>(problem, { status: 409 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  items = [release]
  sent = []
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const openForm = (search = '', session = officer) =>
  renderRoute([releaseEntryRoute, releasesRoute], { at: `/releases/new${search}`, session })

async function fillIn() {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Date of release' }), '4 May 2026')
  await userEvent.type(screen.getByRole('textbox', { name: 'What was released' }), 'Counts by month')
  await userEvent.type(screen.getByRole('textbox', { name: 'Recipient' }), 'A charity')
  await userEvent.type(screen.getByRole('textbox', { name: 'Purpose' }), 'To report')
  await userEvent.type(screen.getByRole('textbox', { name: 'Legal basis' }), 'Anonymous')
}

describe('the register of releases', () => {
  it('is read by somebody who is not signed in, with date, recipient, purpose, basis and benefit', async () => {
    const { container } = renderRoute(releasesRoute, { at: '/releases', session: nobody })
    const row = within(await screen.findByRole('row', { name: /Fictional University/ }))
    for (const text of ['4 May 2026', 'Counts by region', 'To plan trials', 'Anonymous numbers']) {
      expect(row.getByText(text)).toBeVisible()
    }
    expect(row.getByText('Trials nearer to home')).toBeVisible()
    expect(screen.queryByRole('link', { name: /Enter a release|Correct/ })).toBeNull()
    await expectAccessible(container)
  })

  it('says in plain words that nothing was released', async () => {
    items = []
    const { container } = renderRoute(releasesRoute, { at: '/releases', session: nobody })
    expect(await screen.findByRole('heading', { name: 'Nothing has been released' })).toBeVisible()
    expect(screen.getByText(/it will be listed here/)).toBeVisible()
    await expectAccessible(container)
  })

  it('shows an entry that was wrong apart, with what was wrong', async () => {
    const right = { ...release, releaseId: newId, recipient: 'The right name', corrects: release.releaseId }
    items = [
      { ...right, reason: 'The recipient was wrong' },
      { ...release, correctedBy: newId },
    ]
    const { container } = renderRoute(releasesRoute, { at: '/releases', session: officer })
    const wrong = within(await screen.findByRole('table', { name: /Entries that were wrong/ }))
    expect(wrong.getByRole('row', { name: /Fictional University.*The recipient was wrong/ })).toBeVisible()
    const standing = within(screen.getByRole('table', { name: /Releases, the latest first/ }))
    expect(standing.queryByText('Fictional University')).toBeNull()
    expect(screen.getAllByRole('link', { name: /^Correct/ })).toHaveLength(1)
    await expectAccessible(container)
  })

  it('is saved as a file in which no text is run as a formula', () => {
    const text = csvText(releaseFileHeader, releaseFileRows([{ ...release, recipient: '=HYPERLINK("http://bad")' }]))
    expect(text).toContain(`"'=HYPERLINK(""http://bad"")"`)
    expect(text.split('\r\n')[0]?.split(',')).toHaveLength(releaseFileHeader.length)
  })
})

describe('an entry', () => {
  it('is made by an information officer and stands in the register at once', async () => {
    const { container } = openForm()
    await fillIn()
    await userEvent.type(screen.getByRole('textbox', { name: 'Expected benefit' }), 'Better trials')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The release to A charity is published')
    expect(sent).toEqual([
      {
        path: '/releases',
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: {
          releasedOn: '2026-05-04',
          released: 'Counts by month',
          recipient: 'A charity',
          purpose: 'To report',
          legalBasis: 'Anonymous',
          expectedBenefit: 'Better trials',
        },
      },
    ])
  })

  it('that lacks something is not sent, keeps what was typed and names the field', async () => {
    const { container } = openForm()
    await fillIn()
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
    await userEvent.click(await screen.findByRole('link', { name: 'Enter the benefit that is expected' }))
    expect(screen.getByRole('textbox', { name: 'Expected benefit' })).toHaveFocus()
    expect(screen.getByRole('textbox', { name: 'Recipient' })).toHaveValue('A charity')
    expect(screen.getByRole('textbox', { name: 'Date of release' })).toHaveValue('4 May 2026')
    expect(sent).toEqual([])
    await expectAccessible(container)
  })

  it('is corrected from its own words and with a reason, and a colleague’s earlier correction is told', async () => {
    openForm(`?corrects=${release.releaseId}`)
    expect(await screen.findByRole('textbox', { name: 'Recipient' })).toHaveValue('Fictional University')
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
    expect(await screen.findByRole('link', { name: 'Enter what was wrong with the entry' })).toBeVisible()
    await userEvent.type(screen.getByRole('textbox', { name: /What was wrong/ }), 'The name')
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
    expect(await screen.findByRole('alert', { name: 'This entry has been corrected already' })).toHaveFocus()
    expect(screen.getByRole('textbox', { name: /What was wrong/ })).toHaveValue('The name')
    expect(sent).toEqual([expect.objectContaining({ path: `/releases/${release.releaseId}` })])
  })

  it('that was corrected, is not there or is not for this role has no form', async () => {
    items = [{ ...release, correctedBy: newId }]
    openForm(`?corrects=${release.releaseId}`)
    expect(await screen.findByRole('heading', { name: 'This entry has been corrected already' })).toBeVisible()
    openForm(`?corrects=${newId}`)
    expect(await screen.findByRole('heading', { name: 'The register has no such entry' })).toBeVisible()
    renderRoute(releaseEntryRoute, { at: '/releases/new' })
    expect(await screen.findByRole('heading', { name: /made by information officers/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull()
  })
})
