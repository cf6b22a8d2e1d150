import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { trial } from './sample-trial.ts'
import { TrialProvenance } from './trial-provenance.tsx'

const encoding = {
  protocolVersion: '2.1',
  encodedBy: 'Dr A Example',
  checkedBy: 'Dr B Example',
  effectiveFrom: '2026-06-01',
  isChecked: true,
  isInForce: true,
}

it.each([
  [
    encoding,
    'Rules for version 2.1 of the protocol written by Dr A Example, checked by Dr B Example, in use since 01-Jun-2026.',
  ],
  [
    { ...encoding, protocolVersion: null, checkedBy: null, isChecked: false, isInForce: false },
    'Rules for the protocol written by Dr A Example and not checked by anybody else yet, so they are not used: the text of each criterion is to be read.',
  ],
  [
    { ...encoding, isInForce: false },
    'Rules for version 2.1 of the protocol written by Dr A Example, checked by Dr B Example, in use from 01-Jun-2026. Until then the text of each criterion is to be read.',
  ],
])('says who put the protocol into rules and who checked them', (shown, text) => {
  render(<TrialProvenance detail={{ ...trial, encoding: shown }} />)
  expect(screen.getByText(text)).toBeVisible()
})

it('says nothing of rules where nobody wrote any', () => {
  render(<TrialProvenance detail={{ ...trial, encoding: null }} />)
  expect(screen.queryByText(/Rules for/)).toBeNull()
})
