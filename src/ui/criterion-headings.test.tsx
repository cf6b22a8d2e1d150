import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CriterionHeadings } from './criterion-headings.tsx'

const textOf = (...headings: string[]) => render(<CriterionHeadings headings={headings} />).container.textContent

it.each([
  [['Life expectancy:'], 'Life expectancy: '],
  [['PATIENT CHARACTERISTICS:', 'Age:'], 'PATIENT CHARACTERISTICS: Age: '],
  [['Cohort B'], 'Cohort B: '],
  [['Exclusion criteria for cohort 2:'], 'Exclusion criteria for cohort 2: '],
])('%j stands before the text as "%s"', (headings, text) => {
  expect(textOf(...headings)).toBe(text)
})

it.each(['Inclusion Criteria:', 'EXCLUSION CRITERIA', 'Key Exclusion Criteria:'])(
  '%s says only what the kind beside the text says',
  (heading) => {
    expect(textOf(heading)).toBe('')
    expect(textOf(heading, 'Hepatic:')).toBe('Hepatic: ')
  },
)
