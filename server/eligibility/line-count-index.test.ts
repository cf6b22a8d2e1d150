import { expect, test } from 'vitest'
import { lineCountIndex, settingsOfLines } from './line-count-index.ts'

test('every set of settings finds its own counts', () => {
  for (const [index, settings] of settingsOfLines.entries()) expect(lineCountIndex(settings)).toBe(index)
  expect(new Set(settingsOfLines.map((settings) => settings.join())).size).toBe(33)
})

test.each([
  ['in another order', ['palliative', 'adjuvant'], ['adjuvant', 'palliative']],
  ['with a word that is no setting', ['palliative', 'salvage'], ['palliative']],
  ['with any beside it', ['palliative', 'any'], ['any']],
])('settings %s', (_, asked, counted) => {
  expect(settingsOfLines[lineCountIndex(asked)]).toEqual(counted)
})
