import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'

/** The fields of the form as a person finds them. */
export const message = () => screen.getByRole('textbox', { name: 'Message to the site (optional)' })
export const agreedOn = () => screen.getByRole('textbox', { name: 'Date of agreement' })
export const press = (button: string) => userEvent.click(screen.getByRole('button', { name: button }))

/** Fills in everything that sending needs. */
export async function fillIn() {
  await userEvent.click(screen.getByRole('radio', { name: 'Southfen Cancer Centre' }))
  await userEvent.type(message(), 'Keen to hear more')
  await userEvent.type(agreedOn(), '17/11/2026')
  await userEvent.click(screen.getByRole('radio', { name: 'Spoken, by telephone' }))
}
