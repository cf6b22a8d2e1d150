import { expect, it } from 'vitest'
import { emptyDraft, fieldIds } from './draft.ts'
import { namedFaults } from './draft-faults.ts'

it('a fault of a rule is named in the list above the draft, and what could stand there only at its field', () => {
  const [first] = emptyDraft.criteria
  if (first === undefined) throw new Error('An empty draft begins with a criterion.')
  const draft = { ...emptyDraft, criteria: [{ ...first, text: 'Fit' }] }
  const fieldId = fieldIds.rule(first.key)
  expect(namedFaults(draft, [{ fieldId, message: 'At /op: "foo" is not an operation. Use one of all, any' }])).toEqual([
    { fieldId, message: 'Criterion 1, Fit: At /op: "foo" is not an operation' },
  ])
  expect(namedFaults(draft, [{ fieldId, message: 'At /min: Enter a number. It is in years.' }])).toEqual([
    { fieldId, message: 'Criterion 1, Fit: At /min: Enter a number. It is in years.' },
  ])
})
