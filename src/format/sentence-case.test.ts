import { expect, it } from 'vitest'
import { sentenceCase } from './sentence-case.ts'

it.each([
  ['platelets at least 100 ×10⁹/L', 'Platelets at least 100 ×10⁹/L'],
  ['if active hepatitis, then ANC', 'If active hepatitis, then ANC'],
  ['radiotherapy', 'Radiotherapy'],
  ['aged: 18', 'Aged: 18'],
  ['ECOG performance status 0', 'ECOG performance status 0'],
  ['(a rare cancer or another); and', '(A rare cancer or another); and'],
  ['', ''],
])('begins "%s" as "%s"', (words, sentence) => {
  expect(sentenceCase(words)).toBe(sentence)
})

it.each(['dMMR present', 'p16 positive', 'anti-PD-1 within 28 days', 'c-Met variant', 'hCG at most 5'])(
  'leaves the name at the start of "%s"',
  (words) => {
    expect(sentenceCase(words)).toBe(words)
  },
)
