import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { closed, fits, id, needsData } from './sample-record.ts'

const { server, shown, open } = servePatientRecord()

const counts = async () => within(await screen.findByRole('navigation', { name: 'Trials by outcome' }))
const texts = async () => (await counts()).getAllByRole('listitem').map(({ textContent }) => textContent)
const follow = async (name: string) => userEvent.click((await counts()).getByRole('link', { name }))

const item = {
  ...{
    key: 'sex',
    label: 'Sex',
    hint: null,
    replaces: null,
    opposing: [],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
  },
  ...{ settlesAlone: [], contributesTo: [id('21')] },
}

describe('the outcomes of a patient’s trials', () => {
  it('are counted best first, as on the worklist, with those for any cancer apart', async () => {
    const toRead = { ...fits, trialId: id('41'), hasTextToRead: true, criteria: { ...fits.criteria, toRead: 3 } }
    const lost = {
      trial: { trialId: id('42'), registryId: 'DEMO-4', title: 'Lost trial' },
      change: {
        changeIds: [id('51')],
        kind: 'other' as const,
        label: 'Answer changed',
        from: 'needsData' as const,
        because: [],
        at: '2026-11-17T10:00:00Z',
      },
    }
    shown.list = {
      ...shown.list,
      candidates: [needsData, fits, toRead],
      baskets: [
        { ...fits, trialId: id('43'), isBasket: true },
        { ...closed, trialId: id('44'), isBasket: true },
      ],
      noLongerOffered: [lost],
    }
    server.use(http.post('*/api/changes/seen', () => new HttpResponse(null, { status: 204 })))
    const { container } = open()
    expect(await texts()).toEqual([
      '1 No criteria failed on the data held',
      '1 Needs data',
      '1 With criteria to read',
      '1 Not matched',
      '2 For any cancer',
      '1 Not listed any more',
    ])
    expect(screen.getByRole('heading', { name: 'No criteria failed on the data held (1)' })).toBeVisible()
    expect(screen.getByText('Trials for any cancer (2), 1 of them not matched')).toBeVisible()
    await expectAccessible(container)
  })

  it('stand before what would settle them, and both before the trials', async () => {
    shown.list = { ...shown.list, settling: [item] }
    open()
    await counts()
    const places = [
      screen.getByRole('region', { name: 'Patient' }),
      screen.getByRole('navigation', { name: 'Trials by outcome' }),
      screen.getByRole('heading', { name: 'What would settle it' }),
      screen.getByRole('heading', { name: 'Candidate trials' }),
      screen.getByRole('heading', { name: 'Recorded values' }),
    ]
    const inOrder = places.slice(1).map((place, index) => places[index]?.compareDocumentPosition(place))
    expect(inOrder).toEqual(places.slice(1).map(() => Node.DOCUMENT_POSITION_FOLLOWING))
  })

  it('lead to their group', async () => {
    const { router } = open()
    await follow('1 Needs data')
    expect(screen.getByRole('heading', { name: 'Needs data (1)' })).toHaveFocus()
    expect(router.state.location.hash).toBe('#group-needsData')
  })

  it('open a group that is closed', async () => {
    open()
    const summary = await screen.findByText('Not matched on the data held (1)')
    expect(summary.closest('details')).not.toHaveAttribute('open')
    await follow('1 Not matched')
    expect(summary.closest('details')).toHaveAttribute('open')
    expect(summary.closest('summary')).toHaveFocus()
    expect(screen.getByRole('article', { name: closed.title })).toBeVisible()
  })

  it('of which there are none lead nowhere, and no other group is named in vain', async () => {
    shown.list = { ...shown.list, candidates: [needsData], notMatched: [] }
    open()
    expect(await texts()).toEqual(['1 Needs data', '0 Not matched'])
    expect((await counts()).getAllByRole('link')).toHaveLength(1)
  })
})
