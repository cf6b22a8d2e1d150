import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEligibilityBlocks } from './read-eligibility-blocks.ts'
import { splitEligibilityText } from './split-eligibility-text.ts'
import { unescapeMarkdown } from './unescape-markdown.ts'

const sign = fc.constantFrom('* ', '- ', '1. ', '12) ', '(a) ', '• ', 'o ', '\\- ', '* 1\\. ', '', '', '3.1 ')
const wording = fc.oneof(
  fc.constantFrom(
    'Inclusion Criteria:',
    'EXCLUSION CRITERIA',
    'Key Exclusion Criteria:',
    'Exclusion criteria: no prior therapy.',
    'Inclusion and Exclusion Criteria for Part 2',
    'Patients who meet any of the following criteria will be excluded from the trial:',
    'Cohort A:',
    'Age \\>= 18 years',
    'and bilirubin \\<= 1.5 x ULN',
    'ECOG 0-1;',
    'DISEASE CHARACTERISTICS:',
    'Withdrawal Criteria',
    '*',
    ':',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !/[\r\n\u2028\u2029]/.test(text)),
)
const line = fc
  .tuple(fc.constantFrom('', '', '  ', '   ', '\t', '      '), sign, wording)
  .map((parts) => parts.join(''))
const eligibilityText = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 25 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))

/**
 * Letters, figures and signs without spaces and list signs, which are layout. A lone "o" is a list sign as well, wherever
 * it stands: after another sign ("* o") the source shows it inside a line and its block at the beginning of one.
 */
function ink(text: string): string {
  return unescapeMarkdown(text)
    .replaceAll(/[*\-•●○▪■◦·–—‣⁃∙]/gu, ' ')
    .replaceAll(/(?<!\S)o(?!\S)/gu, '')
    .replaceAll(/\s/gu, '')
}

test('every word of the source is in one block, in the order of the source', () => {
  fc.assert(
    fc.property(eligibilityText, (text) => {
      const blocks = readEligibilityBlocks(text)
      const written = blocks.map((block) =>
        block.type === 'item' && block.label !== null ? `${block.label} ${block.text}` : block.text,
      )
      expect(ink(written.join('\n'))).toBe(ink(text.replaceAll('\r', '')))
    }),
    { numRuns: 500, examples: [['* o\n* Inclusion Criteria:']] },
  )
})

test('every block reaches a criterion, as its text or as a heading over it', () => {
  fc.assert(
    fc.property(eligibilityText, (text) => {
      const criteria = splitEligibilityText(text)
      const reached = new Set(criteria.flatMap((criterion) => [criterion.text, ...criterion.headings]))
      for (const block of readEligibilityBlocks(text)) expect(reached).toContain(block.text)
    }),
    { numRuns: 500 },
  )
})

test('no two criteria of a text share an id, and none has a rule', () => {
  fc.assert(
    fc.property(eligibilityText, (text) => {
      const criteria = splitEligibilityText(text)
      expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length)
      expect(criteria.every(({ expr }) => expr === null)).toBe(true)
    }),
  )
})
