import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asker, describeAll, suppressedNumbers, tallyOf } from '../../tests/support/build-feasibility.ts'

describe('an attack on the numbers', () => {
  const count = fc.nat({ max: 40 })
  const askers = fc.constantFrom<Asker>('nurse', 'lead')
  const caseloads = fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 6 })

  test('finds no number from 1 to 7, and none that is not rounded', () => {
    fc.assert(
      fc.property(caseloads, askers, (numbers, asker) => {
        const answer = describeAll(numbers, { asker })
        return suppressedNumbers(answer).every((number) => number === null || number % 5 === 0)
      }),
    )
  })

  test('finds no zero in a draft', () => {
    fc.assert(
      fc.property(caseloads, askers, (numbers, asker) => {
        const answer = describeAll(numbers, { asker, isDraft: true })
        return suppressedNumbers(answer).every((number) => number === null || (number >= 10 && number % 5 === 0))
      }),
    )
  })

  test('from the exact numbers of the own hospital leaves every hidden number of another at least two values', () => {
    for (const own of [0, 1, 7, 8, 11, 12, 13]) {
      const answers = [...Array(18).keys()].flatMap((second) =>
        [...Array(18).keys()].map((third) => {
          // Nobody knows whom the steps count how often.
          const parts = { weighedTallies: new Map() }
          const answer = describeAll(
            [
              [0, 0, own],
              [0, 0, second],
              [0, 0, third],
            ],
            parts,
          )
          return { second, shown: JSON.stringify(answer) }
        }),
      )
      expectHidden(answers, ({ second }) => second)
    }
  })

  test('from the numbers of a draft by hospital and by criterion leaves every hidden removal at least two values', () => {
    const answers = [...Array(13).keys()].flatMap((first) =>
      [...Array(13).keys()].flatMap((second) =>
        [...Array(18).keys()].map((remaining) => ({
          first,
          second,
          shown: JSON.stringify(describeAll([[first, second, remaining]], { asker: 'lead', isDraft: true })),
        })),
      ),
    )
    expectHidden(answers, ({ first }) => first)
    expectHidden(answers, ({ second }) => second)
  })

  test('that could succeed with a total finds it left out, whether it would succeed or not', () => {
    const answerTo = (last: number) =>
      describeAll(
        [
          [0, 7, 13],
          [0, 7, 13],
          [0, 7, 13],
          [0, last, 13],
        ],
        { asker: 'lead', weighedTallies: new Map() },
      )
    const answer = answerTo(7)
    expect(answer).toMatchObject({ withheldTotals: ['notMatched'], total: { possible: 50, notMatched: null } })
    expect(answer.note).toContain('so totals marked “about” are estimates')
    for (let last = 1; last < 7; last += 1) expect(answerTo(last)).toEqual(answer)
  })

  test('that compares drafts finds no total left out, because nobody knows who counts', () => {
    const sevenOfOne = new Array<readonly [number, number, number]>(7).fill([0, 1, 12])
    expect(describeAll(sevenOfOne, { asker: 'lead' }).withheldTotals).toEqual(['notMatched'])
    const draft = describeAll(sevenOfOne, { asker: 'lead', isDraft: true })
    expect(draft).toMatchObject({ withheldTotals: [], total: { possible: 85, notMatched: null }, estimate: null })
  })

  test('finds the numbers by criterion counted by weight, never as the table counts', () => {
    const weighedTallies = new Map([['org-0', tallyOf([10, 0, 20])]])
    const answer = describeAll([[0, 0, 50]], { asker: 'lead', weighedTallies })
    expect(answer).toMatchObject({ considered: 30, steps: [{ remaining: 20 }, { remaining: 20 }] })
    expect(answer.total).toMatchObject({ possible: 50 })
    expect(answer.estimate).toMatchObject({ possible: 20, notMatched: 10 })
    expect(answer.stepsNote).toContain('some patients count twice')
  })
})

/** Of all worlds that are shown alike, a number from 1 to 7 must not be the same in each. */
function expectHidden<World extends { readonly shown: string }>(
  worlds: readonly World[],
  numberOf: (world: World) => number,
): void {
  for (const alike of Map.groupBy(worlds, ({ shown }) => shown).values()) {
    const values = new Set(alike.map(numberOf))
    const [only] = values
    const isGivenAway = values.size === 1 && only !== undefined && only >= 1 && only <= 7
    expect(isGivenAway, `${only} follows from ${alike[0]?.shown}`).toBe(false)
  }
}
