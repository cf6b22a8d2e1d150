import { expect, it } from 'vitest'
import { csvText } from './csv.ts'

it('quotes what would break a row and leaves a missing value empty', () => {
  expect(
    csvText(
      ['Site', 'Recruited'],
      [
        ['Leeds, St James', 4],
        ['The "Royal"', null],
      ],
    ),
  ).toBe('Site,Recruited\r\n"Leeds, St James",4\r\n"The ""Royal""",\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
  'puts an apostrophe before %j',
  (text) => {
    expect(csvText([], [[text]])).toContain(`'${text}`)
  },
)

it('keeps a spreadsheet from running text as a formula, and numbers as numbers', () => {
  expect(csvText(['Name', 'Change'], [['=HYPERLINK("http://elsewhere")', -2]])).toBe(
    'Name,Change\r\n"\'=HYPERLINK(""http://elsewhere"")",-2\r\n',
  )
})
