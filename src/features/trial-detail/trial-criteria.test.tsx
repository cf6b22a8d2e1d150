import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { trial } from './sample-trial.ts'
import { TrialCriteria } from './trial-criteria.tsx'

it('a rule that is not in use is to be read, and not counted as checked', async () => {
  const criteria = trial.criteria.map((criterion) => ({ ...criterion, isRuleInForce: false }))
  const { container } = render(<TrialCriteria criteria={criteria} />)
  expect(screen.getByText('0 of 2 criteria checked by software, 2 to read')).toBeVisible()
  const unused = within(screen.getByRole('row', { name: /Aged 18 years or over/ }))
  expect(unused.getByText('To read')).toBeVisible()
  expect(unused.getByText('The rule is not in use')).toBeVisible()
  expect(unused.getByText(/"op": "age"/)).toBeInTheDocument()
  await expectAccessible(container)
})
