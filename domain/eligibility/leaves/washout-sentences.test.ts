import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { deriveFacts } from '../derive-facts.ts'
import type { SurgeryLeaf, TherapyLeaf } from '../event-leaf.ts'
import type { Assertion, Treatment } from '../patient-record.ts'
import { confirmed, recordWith, treatmentOf } from '../sample-record.ts'
import { evaluateSurgery } from './evaluate-surgery.ts'
import { evaluateTherapy } from './evaluate-therapy.ts'

const lastDose = '2026-08-01'
const platinum: TherapyLeaf = { op: 'therapy', any: ['platinum'], withinDays: 28 }
const inhibitor: TherapyLeaf = { op: 'therapy', any: ['TKI'], withinDays: 14, orHalfLives: 5, whichever: 'longer' }

function carboplatin(parts: Partial<Treatment> = {}): Treatment {
  return treatmentOf('carboplatin', { classes: ['platinum'], endedOn: lastDose, ...parts })
}

function sunitinib(parts: Partial<Treatment> = {}): Treatment {
  return treatmentOf('sunitinib', { classes: ['TKI'], endedOn: lastDose, ...parts })
}

function found(leaf: TherapyLeaf, on: string, treatments: readonly Treatment[], assertions?: readonly Assertion[]) {
  const history = assertions ?? [confirmed('treatment-history-complete', on)]
  return evaluateTherapy(leaf, deriveFacts(recordWith({ treatments, assertions: history })), on)
}

describe('a washout says the days asked and the day on which it clears', () => {
  test('28 days after 01-Aug-2026: to the last day inside, and as cleared from the first day that is clear', () => {
    const inside =
      'Carboplatin, last given 01-Aug-2026 (Treatment record), counts as platinum within 28 days; clear from 30-Aug-2026'
    expect(found(platinum, '2026-08-28', [carboplatin()]).sentence).toBe(inside)
    expect(found(platinum, '2026-08-29', [carboplatin()])).toMatchObject({ sentence: inside, changesOn: '2026-08-30' })
    expect(found(platinum, '2026-08-30', [carboplatin()])).toMatchObject({
      verdict: 'notMet',
      sentence:
        'No platinum within 28 days is recorded (treatment history confirmed complete on 30-Aug-2026, Clinic letter); Carboplatin, last given 01-Aug-2026 (Treatment record), is clear of 28 days since 30-Aug-2026',
    })
  })

  test('the day in the sentence is the day on which time alone ends it, for whatever days and half-lives', () => {
    fc.assert(
      fc.property(
        fc.record({
          days: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
          halfLives: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
          halfLifeDays: fc.option(fc.double({ min: 0.1, max: 40, noNaN: true }), { nil: null }),
          whichever: fc.constantFrom('longer' as const, 'shorter' as const),
          daysSince: fc.integer({ min: 0, max: 300 }),
        }),
        ({ days, halfLives, halfLifeDays, whichever, daysSince }) => {
          const leaf: TherapyLeaf = {
            ...{ op: 'therapy', any: ['TKI'], whichever },
            ...(days === undefined ? {} : { withinDays: days }),
            ...(halfLives === undefined ? {} : { orHalfLives: halfLives }),
          }
          const drug = [sunitinib({ halfLifeDays })]
          const { changesOn, sentence } = found(leaf, addDays(lastDose, daysSince), drug)
          if (changesOn === null) return
          expect(sentence).toMatch(new RegExp(`; clear from ${displayDate(changesOn)}$`, 'u'))
          expect(found(leaf, addDays(changesOn, -1), drug).verdict).toBe('met')
          expect(found(leaf, changesOn, drug).verdict).toBe('notMet')
        },
      ),
    )
  })

  test('of several treatments, the one that keeps the patient longest is named', () => {
    const longer = sunitinib({ halfLifeDays: 20, endedOn: '2026-07-20' })
    const other = treatmentOf('imatinib', { classes: ['TKI'], halfLifeDays: 1, endedOn: '2026-08-01' })
    expect(found(inhibitor, '2026-08-02', [longer, other]).sentence).toBe(
      'Imatinib, last given 01-Aug-2026 (Treatment record), counts as TKI within 14 days or 5 half-lives of 1 day (5 days), whichever is longer; clear from 16-Aug-2026; Sunitinib counts too, clear from 29-Oct-2026',
    )
  })

  test('not while the treatment goes on', () => {
    const ongoing = carboplatin({ startedOn: '2026-07-01', endedOn: null, isOngoing: true })
    expect(found(platinum, '2026-08-28', [ongoing]).sentence).toMatch(/; not clear while it goes on$/)
  })

  test('of an operation too', () => {
    const major: SurgeryLeaf = { op: 'surgery', procedure: 'major', withinDays: 28 }
    const operation = treatmentOf('hepatectomy', { kind: 'surgery', procedure: 'major', endedOn: lastDose })
    const assertions = [confirmed('treatment-history-complete', '2026-08-30')]
    const facts = deriveFacts(recordWith({ treatments: [operation], assertions }))
    expect(evaluateSurgery(major, facts, '2026-08-29').sentence).toBe(
      'Hepatectomy, done 01-Aug-2026 (Treatment record), counts as major surgery within 28 days; clear from 30-Aug-2026',
    )
    expect(evaluateSurgery(major, facts, '2026-08-30').sentence).toMatch(/is clear of 28 days since 30-Aug-2026$/)
  })
})

describe('a washout of half-lives says the half-life that is counted with', () => {
  test.each([
    ['longer', 20, '2026-11-09', '5 half-lives of 20 days (100 days), whichever is longer; clear from 10-Nov-2026'],
    ['longer', 1, '2026-08-15', '5 half-lives of 1 day (5 days), whichever is longer; clear from 16-Aug-2026'],
    ['shorter', 1, '2026-08-06', '5 half-lives of 1 day (5 days), whichever is shorter; clear from 07-Aug-2026'],
  ] as const)('the %s, with one of %i days', (whichever, halfLifeDays, on, words) => {
    const { sentence } = found({ ...inhibitor, whichever }, on, [sunitinib({ halfLifeDays })])
    expect(sentence).toBe(
      `Sunitinib, last given 01-Aug-2026 (Treatment record), counts as TKI within 14 days or ${words}`,
    )
  })

  test.each([
    ['2026-08-15', 'met', 'counts as TKI within 14 days or 5 half-lives, whichever is longer; clear'],
    [
      '2026-08-16',
      'unknown',
      'may count as TKI within 14 days or 5 half-lives, whichever is longer: half-life not recorded; clear',
    ],
  ] as const)('or which limit is open where none is recorded: on %s', (on, verdict, words) => {
    expect(found(inhibitor, on, [sunitinib()])).toMatchObject({
      verdict,
      sentence: `Sunitinib, last given 01-Aug-2026 (Treatment record), ${words} from 16-Aug-2026 by the days alone: the limit of 5 half-lives is open, as no half-life is recorded`,
    })
  })

  test('where the shorter counts, the days are the latest that it can be', () => {
    const shorter = found({ ...inhibitor, whichever: 'shorter' }, '2026-08-10', [sunitinib()])
    expect(shorter.verdict).toBe('unknown')
    expect(shorter.sentence).toContain('clear from 16-Aug-2026 at the latest: the limit of 5 half-lives is open')
  })
})

test('a confirmation that counts no more says its day and how long it counted, by the window asked', () => {
  const history = [confirmed('treatment-history-complete', lastDose)]
  expect(found({ ...platinum, withinDays: 14 }, '2026-08-15', [], history).verdict).toBe('notMet')
  expect(found({ ...platinum, withinDays: 14 }, '2026-08-16', [], history)).toMatchObject({
    reason: 'stale',
    sentence:
      'No platinum within 14 days is recorded; treatment history confirmed complete on 01-Aug-2026 (Clinic letter), 15 days ago, counted for 14 days, until 15-Aug-2026',
  })
  expect(found(platinum, '2026-07-31', [], history).sentence).toMatch(/after 31-Jul-2026, when it is needed$/)
})
