import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { patientWorklistRoute } from './route.ts'
import { chordoma, counts, id, jane, other, unknownPatient } from './sample-patients.ts'

type Schemas = components['schemas']
type PatientSearch = Schemas['PatientSearch']

const asked: PatientSearch[] = []
const addresses: string[] = []
let page: Schemas['PatientPage']

const server = setupServer()
server.events.on('request:start', ({ request }) => {
  addresses.push(request.url)
})
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
  addresses.length = 0
  page = { items: [jane, unknownPatient, other], total: { count: 240, isCapped: false }, next: null, previous: null }
  server.use(
    http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>({ items: [chordoma] })),
    http.post<never, PatientSearch>('*/api/patients/search', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json<Schemas['PatientPage']>(page)
    }),
    http.post('*/api/patients/counts', () => HttpResponse.json<Schemas['PatientCounts']>(counts)),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = (at = '/patients') => renderRoute(patientWorklistRoute, { at })
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }))
const lastAsked = () => asked.at(-1)

describe('a row of the worklist', () => {
  it('holds name, date of birth and NHS number together and leads to the patient', async () => {
    const { container } = open()
    const row = await rowOf(/SMITH, Jane/)
    expect(row.getByRole('link', { name: 'SMITH, Jane (Ms)' })).toHaveAttribute('href', `/patients/${id('01')}`)
    expect(row.getByText('05-Mar-1962')).toBeVisible()
    expect(row.getByText('999 000 0018')).toBeVisible()
    await expectAccessible(container)
  })

  it('shows how sure the cancer type is, what is out of date, the trials by outcome and the referral', async () => {
    open()
    const row = await rowOf(/SMITH, Jane/)
    expect(row.getByText('Needs histology code')).toBeVisible()
    const extent = row.getByText('ECOG 1,', { exact: false }).closest('td')
    expect(extent?.textContent).toBe('Stage TNM8 IIB, 01-Dec-2025 ECOG 1, 03-Feb-2026 Out of date')
    expect(row.getByText('4 trials', { exact: false })).toBeVisible()
    expect(row.getByText('1 no criteria failed')).toBeVisible()
    expect(row.getByText('Nov-2025')).toBeVisible()
    expect(row.getByText('01-Jul-2026')).toBeVisible()
    expect(row.getByRole('link', { name: 'Track the referral to Chordoma trial' })).toHaveAttribute(
      'href',
      `/referrals/${id('11')}`,
    )
  })

  it('marks an outcome in which a clinician’s verdict counts, and no other', async () => {
    page = {
      ...page,
      items: [
        { ...jane, isSetByClinician: true },
        { ...unknownPatient, isSetByClinician: true, trialsLeftOut: 1 },
        { ...other, isSetByClinician: false },
      ],
    }
    open()
    expect((await rowOf(/SMITH, Jane/)).getByText('With a clinician’s verdict')).toBeVisible()
    // Whom a clinician ruled out of every trial is not without a trial by software's finding.
    const ruledOut = await rowOf(/SMÍTH, John/)
    expect(ruledOut.getByText('No other trial found', { exact: false })).toBeVisible()
    expect(ruledOut.getByText('1 trial left out by the patient’s wish')).toBeVisible()
    expect(ruledOut.getByText('With a clinician’s verdict')).toBeVisible()
    expect((await rowOf(/SMITHSON/)).queryByText('With a clinician’s verdict')).toBeNull()
  })

  it('says of what is not known that it is not known, never zero or no', async () => {
    open()
    const row = await rowOf(/SMÍTH, John/)
    for (const text of ['Stage not known', 'ECOG not known', 'Consultant not known']) {
      expect(row.getByText(text)).toBeVisible()
    }
    // Date of birth, NHS number and date of diagnosis, each beside its label.
    expect(row.getAllByText('Not known')).toHaveLength(3)
    expect(row.getByText('No coded diagnosis')).toBeVisible()
    expect(row.queryByText('0')).toBeNull()
  })

  it('tells a patient without a candidate trial from one who has not been screened', async () => {
    open()
    expect((await rowOf(/SMÍTH, John/)).getByText('No trial found')).toBeVisible()
    const unscreened = await rowOf(/SMITHSON, Ann/)
    expect(unscreened.getByText('Not screened yet')).toBeVisible()
    expect(unscreened.queryByText('No trial found')).toBeNull()
  })

  it('names the first item that is missing and opens the others', async () => {
    page = { ...page, items: [{ ...jane, missing: ['stage', 'biomarkers', 'bloodCount'] }, unknownPatient] }
    const { container } = open()
    const row = await rowOf(/SMITH, Jane/)
    expect(row.getByText('Stage', { selector: 'td *' })).toBeVisible()
    expect(row.getByText('Biomarkers')).not.toBeVisible()
    await userEvent.click(row.getByText('and 2 more'))
    expect(row.getByText('Biomarkers')).toBeVisible()
    expect(row.getByText('Blood count')).toBeVisible()
    expect((await rowOf(/SMÍTH, John/)).getByText('Nothing')).toBeVisible()
    await expectAccessible(container)
  })

  it('warns of a name that could be taken for another in the list, and not of the surname alone', async () => {
    const janet = { ...other, name: { familyName: 'Smíth', givenName: 'Janet', title: null } }
    page = { ...page, items: [jane, unknownPatient, janet] }
    open()
    expect((await rowOf(/SMITH, Jane /)).getByText('Similar name in list')).toBeVisible()
    expect((await rowOf(/SMÍTH, Janet/)).getByText('Similar name in list')).toBeVisible()
    expect((await rowOf(/SMÍTH, John/)).queryByText('Similar name in list')).toBeNull()
  })
})

describe('filtering the worklist', () => {
  it('by cancer type says how many have an exact code and how many need a histology code', async () => {
    const { router } = open()
    await userEvent.click(await screen.findByRole('treeitem', { name: /Chordoma/ }))
    await waitFor(() => expect(lastAsked()?.filters).toEqual({ cancerTypeId: 'bone-chordoma' }))
    expect(router.state.location.search).toBe('?cancerType=bone-chordoma')
    expect(
      await screen.findByText('240 patients. Chordoma: 12 with an exact code, 3 need a histology code.'),
    ).toBeVisible()
  })

  it('by referral, certainty and missing data is in the address, and begins at the first page', async () => {
    const { router } = open(`/patients?after=${id('09')}`)
    await userEvent.click(await screen.findByRole('checkbox', { name: 'No referral (200)' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Sent (4)' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Stage (31)' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Needs a histology code' }))
    await waitFor(() =>
      expect(router.state.location.search).toBe('?grade=possible&referral=none&referral=sent&missing=stage'),
    )
    await waitFor(() =>
      expect(lastAsked()).toEqual({
        filters: { matchGrade: 'possible', referralStatus: ['none', 'sent'], missing: ['stage'] },
        sort: 'name',
        direction: 'ascending',
        limit: 25,
      }),
    )
  })

  it('by a trial to consider is in the address and can be taken back', async () => {
    const { router } = open('/patients?candidate=yes&sort=candidates')
    await waitFor(() => expect(lastAsked()?.filters).toEqual({ hasCandidate: true }))
    await userEvent.click(await screen.findByRole('radio', { name: 'Without' }))
    await waitFor(() => expect(lastAsked()?.filters).toEqual({ hasCandidate: false }))
    expect(router.state.location.search).toBe('?candidate=no&sort=candidates')
    await userEvent.click(screen.getByRole('button', { name: /Remove filter Trials: Without a trial to consider/ }))
    await waitFor(() => expect(lastAsked()?.filters).toEqual({}))
    expect(router.state.location.search).toBe('?sort=candidates')
    expect(screen.getByRole('radio', { name: 'Any' })).toBeChecked()
  })

  it('keeps a choice that is followed by another before the list has come', async () => {
    const { router } = open()
    const sent = await screen.findByRole('checkbox', { name: 'Sent (4)' })
    fireEvent.click(sent)
    fireEvent.click(screen.getByRole('checkbox', { name: 'No referral (200)' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Exact code' }))
    await waitFor(() => expect(router.state.location.search).toBe('?grade=confirmed&referral=none&referral=sent'))
    expect(sent).toBeChecked()
  })

  it('shows what is chosen as chips that take it back one by one or all together', async () => {
    const { router } = open('/patients?referral=none&referral=sent&missing=stage&sort=candidates')
    await userEvent.click(await screen.findByRole('button', { name: /Remove filter Referral: Sent/ }))
    await waitFor(() => expect(router.state.location.search).toBe('?referral=none&missing=stage&sort=candidates'))
    await userEvent.click(screen.getByRole('link', { name: 'Clear all filters' }))
    await waitFor(() => expect(router.state.location.search).toBe('?sort=candidates'))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Chosen filters' })).toBeNull())
  })
})

describe('free text about a person', () => {
  const box = () => screen.findByRole('searchbox', { name: 'Name, NHS number or hospital number' })
  const seek = async (text: string) => {
    await userEvent.type(await box(), text)
    await userEvent.click(screen.getByRole('button', { name: 'Search' }))
    await waitFor(() => expect(lastAsked()?.filters.text).toBe(text))
  }

  it('is asked for in the body and stands in no address', async () => {
    const { router } = open('/patients?missing=stage')
    await seek('Zebedee 999')
    expect(lastAsked()?.filters).toEqual({ text: 'Zebedee 999', missing: ['stage'] })
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Sort by' }),
      'Date of diagnosis, latest first',
    )
    await waitFor(() => expect(router.state.location.search).toBe('?missing=stage&sort=diagnosedOn'))
    expect(lastAsked()?.filters.text).toBe('Zebedee 999')
    expect(`${router.createHref(router.state.location)} ${document.title}`).not.toMatch(/Zebedee|999/)
    expect(addresses.join(' ')).not.toMatch(/Zebedee|999/)
  })

  it('stays with the next page, comes back with "back", and can be taken away', async () => {
    page = { ...page, next: id('03') }
    const { router } = open()
    await seek('Zebedee')
    await userEvent.click(await screen.findByRole('link', { name: /Next page/ }))
    await waitFor(() => expect(lastAsked()).toMatchObject({ after: id('03'), filters: { text: 'Zebedee' } }))
    await userEvent.click(screen.getByRole('button', { name: /Remove filter Text: Zebedee/ }))
    await waitFor(() => expect(lastAsked()?.filters).toEqual({}))
    await waitFor(async () => expect(await box()).toHaveValue(''))
    await router.navigate(-1)
    await waitFor(() => expect(lastAsked()).toMatchObject({ after: id('03'), filters: { text: 'Zebedee' } }))
    await waitFor(async () => expect(await box()).toHaveValue('Zebedee'))
  })
})

describe('sorting and paging', () => {
  it('is done by the server, is in the address and is said by the heading', async () => {
    const { router } = open()
    expect(await screen.findByRole('columnheader', { name: 'Patient' })).toHaveAttribute('aria-sort', 'ascending')
    const heading = () => screen.getByRole('columnheader', { name: 'Trials and referral' })
    await userEvent.click(screen.getByRole('button', { name: 'Trials and referral' }))
    await waitFor(() => expect(lastAsked()).toMatchObject({ sort: 'candidates', direction: 'descending' }))
    await waitFor(() => expect(heading()).toHaveAttribute('aria-sort', 'descending'))
    await userEvent.click(screen.getByRole('button', { name: 'Trials and referral' }))
    await waitFor(() => expect(router.state.location.search).toBe('?sort=candidates&direction=ascending'))
    await waitFor(() => expect(heading()).toHaveAttribute('aria-sort', 'ascending'))
    for (const column of ['Patient', 'Consultant, updated']) {
      expect(screen.getByRole('columnheader', { name: column })).toHaveAttribute('aria-sort', 'none')
    }
    expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveDisplayValue('Candidate trials, fewest first')
  })

  it.each([
    ['Date of birth, earliest first', '?sort=bornOn', { sort: 'bornOn', direction: 'ascending' }],
    ['Date of birth, latest first', '?sort=bornOn&direction=descending', { sort: 'bornOn', direction: 'descending' }],
    ['Date of diagnosis, latest first', '?sort=diagnosedOn', { sort: 'diagnosedOn', direction: 'descending' }],
    ['Updated, latest first', '?sort=updated', { sort: 'updated', direction: 'descending' }],
  ])('can be chosen by "%s", column or not', async (label, address, sent) => {
    const { router } = open()
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Sort by' }), label)
    await waitFor(() => expect(lastAsked()).toMatchObject(sent))
    expect(router.state.location.search).toBe(address)
  })

  it('goes on after the last patient and back before the first', async () => {
    page = { ...page, next: id('03'), previous: id('01'), total: { count: 1000, isCapped: true } }
    open()
    expect(await screen.findByRole('link', { name: /Next page/ })).toHaveAttribute(
      'href',
      `/patients?after=${id('03')}`,
    )
    expect(screen.getByRole('link', { name: /Previous page/ })).toHaveAttribute('href', `/patients?before=${id('01')}`)
    expect(screen.getByText('Showing 3 of more than 1,000 patients')).toBeVisible()
  })
})

describe('a worklist that shows no rows', () => {
  it('says that it is loading', async () => {
    open()
    expect(await screen.findByText('Loading patients…')).toBeVisible()
    expect(await screen.findByText('240 patients')).toBeVisible()
  })

  it('shows a failure as a failure, keeps the filters, and asks again on request', async () => {
    server.use(http.post('*/api/patients/search', () => HttpResponse.error(), { once: true }))
    open('/patients?grade=possible')
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    expect(screen.getByRole('button', { name: /Remove filter Certainty/ })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('240 patients')).toBeVisible()
  })

  it('shows patients even when they cannot be counted by filter', async () => {
    server.use(http.post('*/api/patients/counts', () => HttpResponse.error()))
    open()
    expect(await screen.findByRole('link', { name: 'SMITH, Jane (Ms)' })).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Sent' })).toBeVisible()
  })
})
