import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { noPatientToOpen } from '#domain/access/care-team-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { emergencyAccessRoute } from './route.ts'

type Schemas = components['schemas']

const patientId = '00000000-0000-4000-8000-000000000011'
const asked: { readonly key: string | null; readonly body: Schemas['NewEmergencyAccess'] }[] = []

const server = setupServer(
  http.post<never, Schemas['NewEmergencyAccess']>('*/api/emergency-accesses', async ({ request }) => {
    const body = await request.json()
    asked.push({ key: request.headers.get('idempotency-key'), body })
    if (body.bornOn !== '1962-03-05') {
      const { kind, ...text } = noPatientToOpen
      const problem = { type: `urn:problem:${kind}`, ...text, errors: [...(text.errors ?? [])] }
      return HttpResponse.json<Schemas['Problem']>(problem, { status: 404 })
    }
    const opened = { patientId, relationship: 'emergencyAccess', endsAt: '2026-11-18T21:00:00.000Z' } as const
    return HttpResponse.json<Schemas['OpenedPatient']>(opened, { status: 201 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  asked.length = 0
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = () => renderRoute(emergencyAccessRoute, { at: '/patients/emergency-access' })
const number = () => screen.findByRole('textbox', { name: 'NHS number' })
const day = () => screen.getByRole('textbox', { name: 'Date of birth' })
const words = () => screen.getByRole('textbox', { name: 'The reason in your own words' })
const send = () => userEvent.click(screen.getByRole('button', { name: 'Open this record' }))

async function fillIn({ bornOn = '5 March 1962' } = {}) {
  await userEvent.click(await number())
  await userEvent.paste(' 999-000-0018 ')
  await userEvent.type(day(), bornOn)
  await userEvent.click(screen.getByRole('radio', { name: 'Covering for the patient’s team' }))
  await userEvent.type(words(), 'On call tonight for the other team')
}

describe('opening a record of another team', () => {
  it('says before the button what it does', async () => {
    const { container } = open()
    const said = await screen.findByRole('region', { name: 'If you open this record' })
    expect(said).toHaveTextContent('12 hours')
    expect(said).toHaveTextContent('recorded with your name, the time and your reason')
    expect(said).toHaveTextContent('the privacy officer is told at once')
    expect(said).toHaveTextContent('the team that looks after the patient sees that you opened it')
    const button = screen.getByRole('button', { name: 'Open this record' })
    expect(said.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await expectAccessible(container)
  })

  it('takes the number in any form it is pasted in, and leads to the record', async () => {
    open()
    await fillIn()
    await send()
    expect(await screen.findByText(`Went to /patients/${patientId}`)).toBeVisible()
    expect(asked.map(({ body }) => body)).toEqual([
      {
        nhsNumber: '9990000018',
        bornOn: '1962-03-05',
        reasonCode: 'coveringTeam',
        reason: 'On call tonight for the other team',
      },
    ])
  })

  it('names every fault at once, sends nothing, and keeps what was typed', async () => {
    open()
    await userEvent.type(await number(), '999 000 0019')
    await userEvent.type(day(), '31 February 1962')
    await userEvent.type(words(), 'on call')
    await send()
    const link = await screen.findByRole('link', { name: 'Check the NHS number: at least one digit is wrong' })
    expect(screen.getByRole('link', { name: /"31 February 1962" is not a date/ })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Choose why you open this record' })).toBeVisible()
    expect(screen.getByRole('link', { name: /Say in at least 10 characters why/ })).toBeVisible()
    await userEvent.click(link)
    expect(await number()).toHaveFocus()
    expect(await number()).toHaveValue('999 000 0019')
    expect(words()).toHaveValue('on call')
    expect(asked).toEqual([])
  })

  it('keeps everything where no patient has this number and day, and sends the next attempt as another request', async () => {
    open()
    await fillIn({ bornOn: '6 March 1962' })
    await send()
    expect(
      await screen.findByRole('link', { name: /NHS number belongs to no patient of your organisation/ }),
    ).toBeVisible()
    expect(words()).toHaveValue('On call tonight for the other team')
    expect(screen.getByRole('radio', { name: 'Covering for the patient’s team' })).toBeChecked()
    await userEvent.clear(day())
    await userEvent.type(day(), '5 March 1962')
    await send()
    expect(await screen.findByText(`Went to /patients/${patientId}`)).toBeVisible()
    expect(asked[0]?.key).not.toBe(asked[1]?.key)
  })

  it('sends the same request again where no answer came, so that the record is opened once', async () => {
    const keys: (string | null)[] = []
    server.use(
      http.post(
        '*/api/emergency-accesses',
        ({ request }) => {
          keys.push(request.headers.get('idempotency-key'))
          return HttpResponse.error()
        },
        { once: true },
      ),
    )
    open()
    await fillIn()
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached')
    await send()
    expect(await screen.findByText(`Went to /patients/${patientId}`)).toBeVisible()
    expect([...keys, ...asked.map(({ key }) => key)]).toEqual([keys[0], keys[0]])
  })
})
