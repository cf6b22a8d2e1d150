import { expect, test } from 'vitest'
import { unescapeMarkdown } from './unescape-markdown.ts'

test.each([
  ['Platelets \\>= 100 x 10\\^9/L', 'Platelets >= 100 x 10^9/L'],
  ['Age \\< 18, bilirubin \\<= 1.5 \\* ULN', 'Age < 18, bilirubin <= 1.5 * ULN'],
  ['AST\\[SGOT\\] and 1\\. first', 'AST[SGOT] and 1. first'],
  ['a back\\\\slash', 'a back\\slash'],
  ['C:\\temp stays', 'C:\\temp stays'],
])('%s', (escaped, shown) => {
  expect(unescapeMarkdown(escaped)).toBe(shown)
})
