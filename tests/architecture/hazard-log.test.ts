import { describe, expect, it } from 'vitest'
import { hazardFaults } from './hazard-faults.ts'
import { type Hazard, ratingOf, readHazard, readHazards } from './hazard-log.ts'
import { readProjectFiles } from './project-files.ts'
import { testTitlesIn } from './test-titles.ts'

describe('the hazard log', () => {
  const files = readProjectFiles()
  const hazards = readHazards(files)

  it('holds the eighteen hazards that were known before the product was built, and those that were found', () => {
    const ids = hazards.map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('H'))).toHaveLength(18)
    expect(ids.filter((id) => id.startsWith('F')).length).toBeGreaterThanOrEqual(12)
  })

  it('names for each control a test that is there, and for each open hazard the feature that it waits for', () => {
    expect(hazardFaults(hazards, files)).toEqual([])
  })
})

describe('the check of the hazard log', () => {
  const proof = { file: 'src/a.test.ts', title: 'a referral > is sent once' }
  const test = { path: proof.file, text: "describe('a referral', () => { it('is sent once', () => {}) })" }
  const hazard: Hazard = {
    id: 'H01',
    title: 'A referral is sent twice',
    cause: 'A button is pressed twice',
    effect: 'A site reads it twice',
    initial: { likelihood: 'high', severity: 'major' },
    controls: [{ what: 'It is sent once', tests: [proof] }],
    residual: { likelihood: 'very-low', severity: 'major' },
    state: 'controlled',
  }
  const path = 'docs/clinical-safety/hazards/h01-sent-twice.yaml'
  const read = (parts: object, name = path) => readHazard({ path: name, text: JSON.stringify({ ...hazard, ...parts }) })

  it('is content with a hazard whose control is proved', () => {
    expect(hazardFaults([read({})], [test])).toEqual([])
  })

  it.each([
    ['that was renamed', { ...test, text: test.text.replace('once', 'twice') }],
    ['whose block was renamed', { ...test, text: test.text.replace('a referral', 'sending') }],
    ['that was moved', { ...test, path: 'src/b.test.ts' }],
    ['of which only a comment is left', { ...test, text: `// ${test.text}` }],
  ])('reports a test %s', (_, file) => {
    expect(hazardFaults([hazard], [file])).toEqual(['H01: src/a.test.ts has no test "a referral > is sent once"'])
  })

  it('reports a number used twice or left out', () => {
    expect(hazardFaults([hazard, hazard], [test])).toEqual(['H01: the next number is H02'])
    expect(hazardFaults([hazard, { ...hazard, id: 'H03' }], [test])).toEqual(['H03: the next number is H02'])
  })

  it('reports a risk that has grown, or that is too great to be called controlled', () => {
    const catastrophic = { likelihood: 'medium', severity: 'catastrophic' } as const
    expect(hazardFaults([{ ...hazard, residual: catastrophic }], [test])).toEqual([
      'H01: a risk of 4 is left, so it is not controlled',
    ])
    const small = { likelihood: 'low', severity: 'minor' } as const
    expect(hazardFaults([{ ...hazard, initial: small }], [test])).toEqual([
      'H01: the risk that is left (2) is greater than the risk before (1)',
    ])
  })

  it.each([
    ['is neither controlled nor open', { state: 'accepted' }],
    ['is open and waits for nothing', { state: 'open' }],
    ['is controlled without a control', { controls: [] }],
    ['has a control that nothing proves', { controls: [{ what: 'It is sent once', tests: [] }] }],
    ['is controlled and waits for something', { waitsFor: 'A feature to come' }],
    ['has a likelihood that the matrix lacks', { initial: { likelihood: 'often', severity: 'major' } }],
  ])('refuses a hazard that %s', (_, parts) => {
    expect(() => read(parts)).toThrow(`${path} is not a hazard.`)
  })

  it('takes an open hazard without any control, and refuses a file that is named after another', () => {
    expect(read({ state: 'open', controls: [], waitsFor: 'A feature to come' }).state).toBe('open')
    expect(() => read({}, path.replace('h01', 'h02'))).toThrow('its name must begin with that')
  })

  it.each([
    ['very-high', 'minor', 3],
    ['very-high', 'catastrophic', 5],
    ['medium', 'considerable', 3],
    ['low', 'major', 3],
    ['very-low', 'minor', 1],
    ['very-low', 'catastrophic', 3],
  ] as const)('rates %s and %s as %i', (likelihood, severity, rating) => {
    expect(ratingOf({ likelihood, severity })).toBe(rating)
  })
})

describe('the titles of the tests of a file', () => {
  const titles = (text: string, path = 'src/a.test.ts') => testTitlesIn({ path, text })

  it('stand behind their blocks, those of lists as they are written', () => {
    const text =
      "describe('a', () => { it('b', f); test.each([1])('c %i', f); it.each(list.map((x) => [x] as const))('d', f) })"
    expect(titles(text)).toEqual(['a > b', 'a > c %i', 'a > d'])
    const placeholder = ['$', '{count}'].join('')
    expect(titles(`test(\`kept ${placeholder} times\`, { timeout: 1 }, f)`)).toEqual([`kept ${placeholder} times`])
  })

  it('are found in code that only one of the two languages can read', () => {
    expect(titles("const a = <T>(b: T) => b; const c = <string>d; it('e', f)")).toEqual(['e'])
    expect(titles("const a = <p>text</p>; it('e', f)", 'src/a.test.tsx')).toEqual(['e'])
  })

  it('leave out comments, texts and calls that are no tests', () => {
    expect(titles("// it('a', f)\nconst text = \"it('b', f)\"; retest('c', f); expect('d', f)")).toEqual([])
  })
})
