import { describe, expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

/** The patterns are put together from parts, so that this file does not report itself. */
const marks: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`\\b(${['TO', 'FIX'].map((start, i) => start + ['DO', 'ME'][i]).join('|')}|X{3})\\b`),
    'work left for later',
  ],
  [new RegExp(`\\b(it|test|describe|suite)\\.(${'sk'}ip|only|todo|fixme|${'sk'}ipIf)\\b`), 'a test that does not run'],
  [new RegExp(`\\b(x${'it'}|x${'describe'}|f${'it'})\\(`), 'a test that does not run'],
  [new RegExp(`@ts-(${'ig'}nore|nocheck|expect-error)|biome-${'ig'}nore|eslint-${'dis'}able`), 'a silenced check'],
]

const code = /\.(ts|tsx|mjs|cjs|js|scss|html|yaml)$/

it('nothing is left unfinished, switched off or silenced', () => {
  expect(findUnfinishedWork(readProjectFiles().filter(({ path }) => code.test(path)))).toEqual([])
})

describe('the check of unfinished work', () => {
  it.each([
    ['TO' + 'DO', 'work left for later'],
    ['// FIX' + 'ME later', 'work left for later'],
    ['it.sk' + "ip('sends', ...)", 'a test that does not run'],
    ['describe.on' + "ly('a referral', ...)", 'a test that does not run'],
    ['test.to' + "do('one day')", 'a test that does not run'],
    ['// @ts-ig' + 'nore', 'a silenced check'],
    ['// biome-ig' + 'nore lint: noise', 'a silenced check'],
  ])('reports %s', (line, what) => {
    expect(findUnfinishedWork([{ path: 'src/a.ts', text: `const a = 1\n${line}` }])).toEqual([`src/a.ts:2: ${what}`])
  })

  it('is content with ordinary code', () => {
    const text = "it('skips only what the list to do says', () => commit())"
    expect(findUnfinishedWork([{ path: 'src/a.ts', text }])).toEqual([])
  })
})

function findUnfinishedWork(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        marks.filter(([pattern]) => pattern.test(line)).map(([, what]) => `${path}:${index + 1}: ${what}`),
      ),
  )
}
