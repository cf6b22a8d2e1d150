import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, Treatment } from '../patient-record.ts'
import { allConfirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)

function ask(
  leaf: Leaf,
  observations: readonly Observation[],
  treatments: readonly Treatment[] = [],
  isReviewed = true,
) {
  const assertions = isReviewed ? allConfirmed(today) : []
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, treatments, assertions })), today)
}

describe('a condition that happens on a day', () => {
  const infarction: Leaf = { op: 'condition', concept: 'myocardial-infarction', withinDays: 183 }
  const recorded = (value: string, days: number) => finding('condition', 'myocardial-infarction', value, ago(days))

  it('is in its window to the last day, says when it leaves it, and is out of it then', () => {
    const verdicts = [182, 183, 184].map((days) => ask(infarction, [recorded('active', days)]).verdict)
    expect(verdicts).toEqual(['met', 'met', 'notMet'])
    expect(ask(infarction, [recorded('active', 182)]).changesOn).toBe(addDays(ago(182), 184))
  })

  it('out of its window leaves open whether there was another, until somebody reviews', () => {
    expect(ask(infarction, [recorded('active', 184)], [], false)).toMatchObject({
      ...{ verdict: 'unknown', reason: 'notConfirmedComplete' },
    })
  })

  it('said to be history in the window may have been before it', () => {
    const said = ask(infarction, [recorded('history', 10)])
    expect(said).toMatchObject({ verdict: 'unknown', reason: 'missing' })
    expect(said.sentence).toContain('the day of it not recorded')
    expect(ask(infarction, [recorded('history', 184)]).verdict).toBe('notMet')
  })
})

describe('what is on record and does not fit', () => {
  it('is not denied: a condition that is milder, over, or needs no treatment', () => {
    const of = (leaf: Partial<Leaf>, value: string, detail = {}) => {
      const asked = { op: 'condition', concept: 'autoimmune-disease', ...leaf } as const
      return ask(asked as Leaf, [finding('condition', asked.concept, value, ago(5), { detail })]).sentence
    }
    expect(of({ needsSystemicTherapy: true } as Partial<Leaf>, 'active', { needsSystemicTherapy: false })).toMatch(
      /^No autoimmune disease that needs systemic therapy is recorded/u,
    )
    const mild = ask({ op: 'condition', concept: 'myasthenia-gravis', severityMin: 'MGFA-IV', withinDays: 183 }, [
      finding('condition', 'myasthenia-gravis', 'active', ago(10), { detail: { severity: 'MGFA-II' } }),
    ])
    expect(mild.verdict).toBe('notMet')
    expect(mild.sentence).toMatch(
      /^No myasthenia gravis of MGFA class IV or worse within 6 months \(183 days\) is recorded/u,
    )
  })

  it('is not denied: a treatment of the class in another setting', () => {
    const adjuvant = treatmentOf('Doxorubicin', { classes: ['anthracycline'], setting: 'adjuvant', endedOn: ago(300) })
    const leaf: Leaf = { op: 'therapy', any: ['anthracycline'], setting: ['first-line'] }
    expect(ask(leaf, [], [adjuvant]).sentence).toMatch(
      /^No anthracycline, first-line( treatment)?, is recorded|^No anthracycline, first-line/u,
    )
    expect(ask(leaf, []).sentence).toMatch(/^No anthracycline is recorded/u)
  })
})
