import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { verdicts } from './sample-record.ts'

const { shown, open, card } = servePatientRecord()

it('a criterion that asks for several things shows first what failed, then its other parts with their marks', async () => {
  const otherParts: components['schemas']['CriterionVerdict']['otherParts'] = [
    { verdict: 'unknown', sentence: 'Haemoglobin is not recorded' },
    { verdict: 'met', sentence: 'Neutrophils 2.1 ×10⁹/L is at or above the limit of 1.5' },
  ]
  const criteria = verdicts.map((each) => (each.verdict === 'notMet' ? { ...each, otherParts } : each))
  shown.verdict = { ...shown.verdict, criteria }
  const { container } = open()
  const trial = await card('Brachyury trial')
  await userEvent.click(trial.getByRole('button', { name: /^Why: 4 criteria/ }))
  const row = await trial.findByRole('row', { name: /Platelets >= 100/ })
  const parts = within(row).getByRole('list', { name: 'Its other parts:' })
  expect(within(parts).getAllByRole('listitem')).toHaveLength(2)
  expect(row).toHaveTextContent(/Platelets 82 .*Not known Haemoglobin.*Met Neutrophils/)
  await expectAccessible(container)
})
