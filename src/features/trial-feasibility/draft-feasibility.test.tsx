import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { cellsOf } from '../../../tests/support/cells-of-row.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { sampleCancerTypes } from '../../data/sample-cancer-types.ts'
import type { Session } from '../../data/session.ts'
import { draftFeasibilityRoute } from './route.ts'
import { sampleDraftFeasibility } from './sample-feasibility.ts'

type Schemas = components['schemas']

let answer: Schemas['Feasibility']
const asked: Schemas['DraftTrial'][] = []
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
  answer = sampleDraftFeasibility
  server.use(
    http.get('*/api/cancer-types', () => HttpResponse.json<Schemas['CancerTypeList']>(sampleCancerTypes)),
    http.post<never, Schemas['DraftTrial']>('*/api/feasibility', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json<Schemas['Feasibility']>(answer)
    }),
  )
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** A text with brackets is pasted: typing would read them as keys. */
async function fill(label: RegExp | string, text: string, index = 0) {
  const field = screen.getAllByLabelText(label)[index]
  if (field === undefined) throw new Error(`There is no field ${String(label)} at ${index}.`)
  await userEvent.click(field)
  await userEvent.paste(text)
}
const rule = '{ "op": "age", "unit": "years", "min": 18 }'
const workOut = () => userEvent.click(screen.getByRole('button', { name: 'Work out' }))

async function open() {
  const opened = renderRoute(draftFeasibilityRoute, { at: '/feasibility/new' })
  const sarcoma = await screen.findByRole('treeitem', { name: /Sarcoma/ })
  sarcoma.focus()
  await userEvent.keyboard('{Enter}')
  await fill('Words of the protocol', 'Adults')
  return opened
}

/** The API refuses the next draft for one fault. */
function refuse(fault: NonNullable<Schemas['Problem']['errors']>[number]): void {
  server.use(
    http.post('*/api/feasibility', () =>
      HttpResponse.json<Schemas['Problem']>(
        {
          type: 'urn:problem:draft-not-readable',
          title: 'The draft cannot be worked out',
          status: 400,
          detail: 'One part of the draft cannot be read.',
          errors: [fault],
        },
        { status: 400 },
      ),
    ),
  )
}

describe('a draft that is left', () => {
  const title = () => screen.getByLabelText('Title')
  const isKept = () => waitFor(() => expect(JSON.stringify(window.history.state)).toContain('Adults'))
  const again = async (session?: Session) => {
    const opened = renderRoute(draftFeasibilityRoute, { at: '/feasibility/new', ...(session ? { session } : {}) })
    await screen.findByRole('treeitem', { name: /Sarcoma/ })
    return opened
  }

  it('is there when the page is loaded again, with every field, and can be started anew', async () => {
    const { unmount } = await open()
    await fill('Title', 'A new trial')
    await fill('Rule (JSON)', rule)
    await userEvent.click(screen.getByRole('button', { name: 'Add a criterion' }))
    await fill('Words of the protocol', 'Fit', 1)
    await waitFor(() => expect(JSON.stringify(window.history.state)).toContain('Fit'))
    unmount()
    const { container } = await again()
    expect(title()).toHaveValue('A new trial')
    expect(screen.getByRole('button', { name: /Remove filter Sarcoma/ })).toBeVisible()
    expect(screen.getAllByLabelText('Words of the protocol').map((field) => field.textContent)).toEqual([
      'Adults',
      'Fit',
    ])
    expect(screen.getAllByLabelText('Rule (JSON)')[0]).toHaveValue(rule)
    expect(screen.getByText('This is your draft as you left it')).toBeVisible()
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Start anew' }))
    expect(title()).toHaveValue('')
    expect(JSON.stringify(window.history.state)).not.toContain('Adults')
    expect(screen.queryByText('This is your draft as you left it')).toBeNull()
  })

  it('is shown to nobody else who signs in there', async () => {
    const { unmount } = await open()
    await isKept()
    unmount()
    const { caller } = oncologistSession
    if (caller === null) throw new Error('Nobody is signed in.')
    await again({ ...oncologistSession, caller: { ...caller, accountId: '00000000-0000-4000-8000-000000000002' } })
    expect(screen.getByLabelText('Words of the protocol')).toHaveValue('')
  })

  it('is not kept where it says who a patient is, and says so', async () => {
    await open()
    await isKept()
    await fill('Words of the protocol', ' like 943 476 5919')
    expect(await screen.findByText(/The draft is not kept: it holds an NHS number/)).toBeVisible()
    await waitFor(() => expect(JSON.stringify(window.history.state)).not.toContain('Adults'))
  })
})

describe('the feasibility of a draft', () => {
  it('is asked for with everything that was written, and answered below', async () => {
    const { container } = await open()
    await fill('Rule (JSON)', rule)
    await userEvent.click(screen.getByRole('button', { name: 'Add a criterion' }))
    await fill('Words of the protocol', 'Fit for treatment', 1)
    await userEvent.selectOptions(screen.getAllByLabelText('If it is not met')[1] ?? document.body, 'judgement')
    await fill('Where it would take patients', 'Leeds, 53.80, -1.55')
    await workOut()
    expect(await screen.findByRole('heading', { name: 'By hospital' })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: 'Distance' })).toBeVisible()
    expect(asked).toEqual([
      {
        cancerTypeIds: ['sarcoma'],
        isBasket: false,
        criteria: [
          { criterionId: 'C1', kind: 'inclusion', class: 'hard', text: 'Adults', rule: JSON.parse(rule) },
          { criterionId: 'C2', kind: 'inclusion', class: 'judgement', text: 'Fit for treatment', rule: null },
        ],
        places: [{ name: 'Leeds', latitude: 53.8, longitude: -1.55 }],
      },
    ])
    await expectAccessible(container)
  })

  it('shows every number elsewhere that may be nobody or a few as “0 to 7”, at home the exact number', async () => {
    await open()
    await fill('Where it would take patients', 'Leeds, 53.80, -1.55')
    await workOut()
    expect(
      await screen.findByText(/about 20 possible, 0 to 7 to read, 0 to 7 needing data, 0 to 7 not yet$/),
    ).toBeVisible()
    expect(cellsOf(/Northmoor/)).toEqual(['7 miles', '3', '4', '2', '0', '11'])
    expect(cellsOf(/^Eastholm/)).toEqual(['25 miles', '20', '0 to 7', '0 to 7', '0 to 7', '0 to 7'])
    expect(screen.getByText('2 hospitals with 0 to 7 patients each, too few to break down')).toBeVisible()
    expect(screen.getByText('Saltmere, 56 miles')).toBeInTheDocument()
    expect(cellsOf(/^All other hospitals/)).toEqual(['', '20', '0 to 7', '0 to 7', '0 to 7', '10'])
    expect(cellsOf(/1\. Adults.*2\. Liver function/)).toEqual([
      ...['Inclusion', '0 to 4together', '0 to 7not known, of each', '35'],
    ])
    expect(screen.queryByText(/1 to 7/)).toBeNull()
  })

  it('saves “0 to 7” in both files as it is shown', async () => {
    const files: (Blob | MediaSource)[] = []
    class FileAddress extends URL {
      static override createObjectURL = (file: Blob | MediaSource) => `blob:${files.push(file)}`
      static override revokeObjectURL = () => undefined
    }
    vi.stubGlobal('URL', FileAddress)
    const link = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { unmount } = await open()
    await workOut()
    await screen.findByRole('heading', { name: 'By hospital' })
    for (const button of screen.getAllByRole('button', { name: /CSV/ })) await userEvent.click(button)
    unmount()
    vi.unstubAllGlobals()
    link.mockRestore()
    const texts = await Promise.all(files.map(async (file) => (file instanceof Blob ? await file.text() : '')))
    expect(texts[0]).toContain('Saltmere,0 to 7,0 to 7,0 to 7,0 to 7,0 to 7')
    expect(texts[1]).toContain('4. Fit for treatment,Inclusion,None until read,,20,20')
    expect(texts[1]).toContain('1. Adults; 2. Liver function,Inclusion,0 to 4,0 to 7,,35')
  })

  it('of 0 to 7 patients elsewhere says just that', async () => {
    answer = { ...sampleDraftFeasibility, total: null, considered: null, steps: [], isTooFew: true }
    await open()
    await workOut()
    expect(await screen.findByText(/^0 to 7 patients in all$/)).toBeVisible()
  })

  it('without a place says once why there is no distance', async () => {
    await open()
    await workOut()
    expect(await screen.findByText(/No place was given, so there is no distance\./)).toBeVisible()
    expect(screen.queryByRole('columnheader', { name: 'Distance' })).toBeNull()
  })

  it('shows every fault at its field, keeps what was typed, and leads to it', async () => {
    await open()
    await fill('Rule (JSON)', '{ "op": ')
    await fill('Where it would take patients', 'Leeds')
    await workOut()
    const link = await screen.findByRole('link', { name: /The rule is not JSON/ })
    expect(screen.getByRole('link', { name: /“Leeds” is not a place/ })).toBeVisible()
    await userEvent.click(link)
    const field = screen.getByLabelText('Rule (JSON)')
    expect(field).toHaveFocus()
    expect(field).toHaveValue('{ "op": ')
    expect(field).toBeInvalid()
    expect(asked).toEqual([])
  })

  it('shows a fault of the language at the criterion with its node and remedy', async () => {
    refuse({ pointer: '/criteria/0/rule/of/1/unit', message: 'unit is missing. Give unit as text' })
    await open()
    await fill('Rule (JSON)', rule)
    await workOut()
    await waitFor(() =>
      expect(screen.getByLabelText('Rule (JSON)')).toHaveAccessibleDescription(
        /At \/of\/1\/unit: unit is missing\. Give unit as text/,
      ),
    )
    expect(screen.getByLabelText('Words of the protocol')).toHaveValue('Adults')
  })

  it('sends the cohorts that rules speak of, each once, and shows what is wrong with them at their field', async () => {
    await open()
    await fill('Cohorts that take patients', 'A\nCohort B\n\nA ')
    await fill('Cohorts that take nobody now', 'C')
    await userEvent.click(screen.getByRole('checkbox', { name: 'C' }))
    await workOut()
    await screen.findByRole('heading', { name: 'By hospital' })
    expect(asked.map(({ cohorts, closedCohorts }) => [cohorts, closedCohorts])).toEqual([
      [['A', 'Cohort B', 'C'], ['C']],
    ])
    expect(asked[0]?.criteria.map(({ appliesTo }) => appliesTo)).toEqual([['C']])
    refuse({ pointer: '/cohorts/1', message: '"a" differs from "A" in spaces or capitals at most' })
    await workOut()
    const taking = screen.getByLabelText('Cohorts that take patients')
    await waitFor(() => expect(taking).toHaveAccessibleDescription(/"a" differs from "A"/))
    expect(taking).toBeInvalid()
    refuse({ pointer: '/cohorts/2', message: '"C" differs from "c"' })
    await workOut()
    const closed = screen.getByLabelText('Cohorts that take nobody now')
    await waitFor(() => expect(closed).toHaveAccessibleDescription(/"C" differs from "c"/))
  })

  it('shows a cohort that both takes patients and takes none at its field, without asking', async () => {
    await open()
    await fill('Cohorts that take patients', 'A')
    await fill('Cohorts that take nobody now', 'A')
    await workOut()
    await screen.findByRole('link', { name: '“A” cannot both take patients and take none' })
    expect(screen.getByLabelText('Cohorts that take nobody now')).toBeInvalid()
    expect(asked).toEqual([])
  })

  it('keeps what was typed when the service cannot be reached', async () => {
    server.use(http.post('*/api/feasibility', () => HttpResponse.error()))
    await open()
    await workOut()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    expect(screen.getByLabelText('Words of the protocol')).toHaveValue('Adults')
  })

  it('takes a chosen cancer type and a criterion away again', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: /Sarcoma/ }))
    expect(screen.queryByRole('button', { name: /Remove filter Sarcoma/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Add a criterion' }))
    await userEvent.click(screen.getByRole('button', { name: 'Remove criterion 1' }))
    expect(screen.getAllByLabelText('Words of the protocol')).toHaveLength(1)
    expect(screen.getByLabelText('Words of the protocol')).toHaveValue('')
  })
})
