import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { wrongFirstCode } from '#domain/access/second-factor-refusals.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'
import { secondFactorRoute } from './route.ts'

type Schemas = components['schemas']

const codes = Array.from({ length: 10 }, (_, index) => `CODE-AAAA-BBBB-000${index}`)
let held: Schemas['SecondFactor']

const server = setupServer(
  http.get('*/api/account/second-factor', () => HttpResponse.json(held)),
  http.post('*/api/account/second-factor', () =>
    HttpResponse.json(
      { secret: 'JBSWY3DPEHPK3PXP', link: 'otpauth://totp/Rare?secret=JBSWY3DPEHPK3PXP' },
      { status: 201 },
    ),
  ),
  http.put<never, { code: string }>('*/api/account/second-factor', async ({ request }) => {
    if ((await request.json()).code === '123456') {
      held = { ...held, isOn: true, recoveryCodesLeft: 10 }
      return HttpResponse.json({ codes })
    }
    const { kind, errors = [], ...text } = wrongFirstCode
    return HttpResponse.json<Schemas['Problem']>({ type: `urn:problem:${kind}`, ...text, errors }, { status: 400 })
  }),
  http.post('*/api/account/second-factor/removal', () => {
    held = { ...held, isOn: false }
    return new HttpResponse(null, { status: 204 })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  held = { isOn: false, recoveryCodesLeft: 0, isDemanded: false }
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

it('is set up with the password, the secret in three forms, and a code; the recovery codes are shown', async () => {
  const { container } = renderRoute(secondFactorRoute, { at: '/account/second-factor' })
  await screen.findByRole('heading', { level: 1, name: 'Second factor' })
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Enter your password' }))
  expect(screen.getByLabelText('Your password')).toHaveFocus()
  await userEvent.keyboard('three random words{Enter}')
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeVisible()
  expect(screen.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(screen.getByRole('link', { name: /open the app/ })).toHaveAttribute(
    'href',
    expect.stringContaining('otpauth:'),
  )
  await expectAccessible(container)
  await userEvent.type(screen.getByLabelText('Code that your app shows'), '000000')
  await userEvent.click(screen.getByRole('button', { name: 'Turn the second factor on' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Code that your app shows is not right at this moment')
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible()
  const code = screen.getByLabelText('Code that your app shows')
  await userEvent.clear(code)
  await userEvent.type(code, '123456')
  await userEvent.click(screen.getByRole('button', { name: 'Turn the second factor on' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Keep your recovery codes' })).toBeVisible()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(codes)
  await expectAccessible(container)
})

it('is taken away with the password', async () => {
  held = { isOn: true, recoveryCodesLeft: 3, isDemanded: false }
  renderRoute(secondFactorRoute, { at: '/account/second-factor' })
  expect(await screen.findByText(/3 recovery codes left/)).toBeVisible()
  await userEvent.type(screen.getByLabelText('Your password'), 'three random words')
  await userEvent.click(screen.getByRole('button', { name: 'Take the second factor away' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('is taken away')
})

it('that the installation demands says that nothing else can be opened', async () => {
  held = { ...held, isDemanded: true }
  const session = { ...oncologistSession, awaits: 'set-up' as const }
  renderRoute(secondFactorRoute, { at: '/account/second-factor', session })
  expect(await screen.findByRole('heading', { name: /asks your role for a second factor/ })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Back to your account' })).toBeNull()
})
