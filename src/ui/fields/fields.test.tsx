import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { CheckboxList } from './checkbox-list.tsx'
import { DateField } from './date-field.tsx'
import { RadioList } from './radio-list.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const choices = [
  { value: 'in-person', label: 'In person' },
  { value: 'telephone', label: 'By telephone', hint: 'Only if they asked for it' },
]

describe('a field', () => {
  it('is described by its hint and its error', () => {
    render(<TextField label="Email address" name="email" hint="You sign in with it" error="Enter an email address" />)
    const field = screen.getByRole('textbox', { name: 'Email address' })
    expect(field).toHaveAccessibleDescription('You sign in with it Error: Enter an email address')
    expect(field).toBeInvalid()
  })

  it('without an error is not invalid and has no empty description', () => {
    render(<TextField label="Email address" name="email" />)
    expect(screen.getByRole('textbox')).toBeValid()
    expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby')
  })

  it('for a date shows how to write one, and a stored date in words', () => {
    render(<DateField label="Agreed on" name="agreedOn" defaultValue="2026-11-08" />)
    expect(screen.getByRole('textbox')).toHaveValue('8 November 2026')
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/for example 27 March 2026/)
  })

  it('gives back what was typed when it was not a date', () => {
    render(<DateField label="Agreed on" name="agreedOn" defaultValue="31/2/2026" error="Enter a real date" />)
    expect(screen.getByRole('textbox')).toHaveValue('31/2/2026')
  })
})

describe('choices', () => {
  it('belong to their question and its error', () => {
    render(<RadioList label="How did they agree?" name="how" choices={choices} error="Choose how" />)
    expect(screen.getByRole('group', { name: 'How did they agree?' })).toHaveAccessibleDescription('Error: Choose how')
    expect(screen.getByRole('radio', { name: 'By telephone' })).toHaveAccessibleDescription('Only if they asked for it')
  })

  it('are given in the order of the list, whatever the order of ticking', async () => {
    function Ways() {
      const [values, setValues] = useState<readonly string[]>(['telephone'])
      return (
        <>
          <CheckboxList label="Ways" name="ways" choices={choices} values={values} onChange={setValues} />
          <output>{values.join(' ')}</output>
        </>
      )
    }
    render(<Ways />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'In person' }))
    expect(screen.getByRole('status')).toHaveTextContent('in-person telephone')
    await userEvent.click(screen.getByRole('checkbox', { name: 'By telephone' }))
    expect(screen.getByRole('status').textContent).toBe('in-person')
  })
})

describe('the error summary', () => {
  it('takes focus and leads to each field', async () => {
    render(
      <>
        <ErrorSummary faults={[{ fieldId: 'how', message: 'Choose how' }, { message: 'The site is closed' }]} />
        <RadioList label="How?" name="how" choices={choices} />
      </>,
    )
    expect(screen.getByRole('alert', { name: 'There is a problem' })).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Choose how' }))
    expect(screen.getByRole('radio', { name: 'In person' })).toHaveFocus()
    expect(screen.queryByRole('link', { name: 'The site is closed' })).toBeNull()
  })

  it('is not there without faults', () => {
    render(<ErrorSummary faults={[]} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('a form of all fields is accessible', async () => {
  const { container } = render(
    <form>
      <ErrorSummary faults={[{ fieldId: 'name', message: 'Enter a name' }]} />
      <TextField label="Name" name="name" error="Enter a name" />
      <TextArea label="Message" name="message" hint="Seen by the site" />
      <SelectField label="Site" name="site" emptyLabel="Choose a site" choices={choices} />
      <RadioList label="How?" name="how" choices={choices} />
      <CheckboxList label="Ways" name="ways" choices={choices} />
      <DateField label="Day" name="day" />
    </form>,
  )
  await expectAccessible(container)
})
