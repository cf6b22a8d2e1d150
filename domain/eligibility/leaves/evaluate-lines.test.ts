import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { IntervalLeaf, LinesOfTherapyLeaf } from '../event-leaf.ts'
import type { Observation, Treatment } from '../patient-record.ts'
import { confirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'
import { evaluateInterval } from './evaluate-interval.ts'
import { evaluateLines } from './evaluate-lines.ts'

const today = '2026-08-04'
const complete = [confirmed('treatment-history-complete', today)]
const none: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['any'], max: 0 }
const oneToThree: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['palliative'], min: 1, max: 3 }

function lines(
  leaf: LinesOfTherapyLeaf,
  treatments: readonly Treatment[],
  observations: readonly Observation[] = [],
  assertions = complete,
) {
  return evaluateLines(leaf, deriveFacts(recordWith({ treatments, observations, assertions })), today)
}

const line = (number: number | null, parts: Partial<Treatment> = {}) =>
  treatmentOf(`drug ${number}`, { line: number, setting: 'palliative', endedOn: '2026-01-01', ...parts })

describe('lines of treatment', () => {
  it.each([
    [0, 'notMet'],
    [1, 'met'],
    [3, 'met'],
    [4, 'notMet'],
  ])('%i lines against one to three is %s', (count, verdict) => {
    const treatments = Array.from({ length: count }, (_, index) => line(index + 1))
    expect(lines(oneToThree, treatments).verdict).toBe(verdict)
  })

  it('cannot be shown to be none, or no more, without a complete history', () => {
    expect(lines(none, [], [], [])).toMatchObject({ verdict: 'unknown', reason: 'notConfirmedComplete' })
    expect(lines(none, []).verdict).toBe('met')
    expect(lines(oneToThree, [line(1)], [], [])).toMatchObject({ verdict: 'unknown' })
    expect(lines({ ...oneToThree, max: 0 }, [line(1)], [], []).verdict).toBe('notMet')
  })

  it('counts a line once, with its maintenance', () => {
    const treatments = [line(1), line(1, { id: 'second drug' }), line(1, { id: 'maintenance', setting: 'maintenance' })]
    expect(lines({ op: 'linesOfTherapy', setting: ['palliative'], min: 2 }, treatments).verdict).toBe('notMet')
  })

  it('has a range while lines are not numbered', () => {
    const treatments = [line(null), line(null, { id: 'other' })]
    expect(lines({ op: 'linesOfTherapy', setting: ['palliative'], min: 1 }, treatments).verdict).toBe('met')
    expect(lines({ op: 'linesOfTherapy', setting: ['palliative'], min: 2 }, treatments)).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
    })
  })

  describe('of which a line is recorded without those before it', () => {
    const any = (limits: { readonly min?: number; readonly max?: number }): LinesOfTherapyLeaf => ({
      op: 'linesOfTherapy',
      setting: ['any'],
      ...limits,
    })
    const gap = { verdict: 'unknown', reason: 'missing', item: { key: 'treatment:earlier-lines' } }

    it.each([
      ['at least 3', { min: 3 }, 'met'],
      ['at least 4', { min: 4 }, 'met'],
      ['at most 3', { max: 3 }, 'notMet'],
      ['none', { max: 0 }, 'notMet'],
      ['1 to 2', { min: 1, max: 2 }, 'notMet'],
    ])('were at least 4 where it is the fourth: %s', (_asked, limits, verdict) => {
      expect(lines(any(limits), [line(4)]).verdict).toBe(verdict)
      expect(lines(any(limits), [line(4)], [], []).verdict).toBe(verdict)
    })

    it.each([
      ['at most 4', { max: 4 }],
      ['at least 5', { min: 5 }],
      ['1 to 4', { min: 1, max: 4 }],
    ])('may be more, even of a complete history: %s', (_asked, limits) => {
      expect(lines(any(limits), [line(4)])).toMatchObject(gap)
      expect(lines(any(limits), [line(4)], [], [])).toMatchObject(gap)
      expect(lines(any(limits), [line(1), line(2), line(4)])).toMatchObject(gap)
      expect(lines(any(limits), [line(1), line(2), line(3), line(4)]).verdict).not.toBe('unknown')
    })

    it('may be of the setting that is asked for', () => {
      const palliative = (limits: object): LinesOfTherapyLeaf => ({ ...any({}), setting: ['palliative'], ...limits })
      expect(lines(palliative({ min: 1 }), [line(2)]).verdict).toBe('met')
      expect(lines(palliative({ min: 1, max: 1 }), [line(2)])).toMatchObject(gap)
      expect(lines(palliative({ min: 2 }), [line(2)])).toMatchObject(gap)
      expect(lines({ ...any({ max: 0 }), setting: ['adjuvant'] }, [line(2)])).toMatchObject(gap)
      expect(lines({ ...any({ max: 0 }), setting: ['adjuvant'] }, [line(2), line(1)]).verdict).toBe('met')
    })

    it('are not made good by a treatment without a number, nor by one for another condition', () => {
      expect(lines(any({ max: 2 }), [line(2), line(null)])).toMatchObject(gap)
      expect(lines(any({ max: 2 }), [line(2), line(1, { isForIndexCancer: false })])).toMatchObject(gap)
      expect(lines(any({ max: 1 }), [line(1), line(3, { isForIndexCancer: false })]).verdict).toBe('met')
    })
  })

  it('counts systemic treatment of this cancer only', () => {
    expect(lines(none, [line(1, { kind: 'radiotherapy' }), line(2, { isForIndexCancer: false })]).verdict).toBe('met')
  })

  it('counts adjuvant treatment as a line where relapse came within 183 days', () => {
    const adjuvant = line(null, { setting: 'adjuvant', endedOn: '2026-01-01' })
    const relapse = (on: string) => [finding('disease-status', 'disease-status', 'recurrent', on)]
    const atLeastOne: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['palliative'], min: 1 }
    expect(lines(atLeastOne, [adjuvant], relapse('2026-07-03')).verdict).toBe('met')
    expect(lines(atLeastOne, [adjuvant], relapse('2026-07-04')).verdict).toBe('notMet')
    expect(lines(atLeastOne, [adjuvant]).verdict).toBe('unknown')
  })

  it('counts adjuvant treatment as none only where somebody looked 183 days after it, or later', () => {
    const adjuvant = line(null, { setting: 'adjuvant', endedOn: '2026-01-01' })
    const atMostNone: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['palliative'], max: 0 }
    const clearOn = (on: string) => finding('disease-status', 'disease-status', 'no-evidence-of-disease', on)
    expect(lines(atMostNone, [adjuvant], [clearOn('2026-01-11')]).verdict).toBe('unknown')
    expect(lines(atMostNone, [adjuvant], [clearOn('2026-07-02')]).verdict).toBe('unknown')
    expect(lines(atMostNone, [adjuvant], [clearOn('2026-07-03')]).verdict).toBe('met')
    expect(lines(atMostNone, [adjuvant], [clearOn('2026-07-04')]).verdict).toBe('met')
    const extent = finding('disease-extent', 'disease-extent', 'localised', '2026-07-04')
    expect(lines(atMostNone, [adjuvant], [extent]).verdict).toBe('unknown')
    const notAssessed = finding('progression', 'progression', 'not-assessed', '2026-07-04')
    expect(lines(atMostNone, [adjuvant], [notAssessed]).verdict).toBe('unknown')
  })
})

describe('the time since an event', () => {
  const resection = treatmentOf('resection', { kind: 'surgery', procedure: 'primary-resection', endedOn: '2026-05-01' })
  const ask = (leaf: IntervalLeaf, on: string, treatments: readonly Treatment[], assertions = complete) =>
    evaluateInterval(leaf, deriveFacts(recordWith({ treatments, assertions })), on)
  const within98: IntervalLeaf = { op: 'interval', from: 'surgery.primary-resection', to: 'anchor', maxDays: 98 }

  it('of at most 98 days ends after the 98th', () => {
    expect(ask(within98, '2026-08-07', [resection])).toMatchObject({ verdict: 'met', changesOn: '2026-08-08' })
    expect(ask(within98, '2026-08-08', [resection])).toMatchObject({ verdict: 'notMet', changesOn: null })
  })

  it('of at least 183 days begins with the 183rd', () => {
    const leaf: IntervalLeaf = {
      op: 'interval',
      from: 'therapy.last(neoadjuvant|adjuvant|chemoradiotherapy).end',
      to: 'anchor',
      minDays: 183,
    }
    const chemoradiotherapy = treatmentOf('chemoradiotherapy', {
      kind: 'radiotherapy',
      classes: ['chemoradiotherapy'],
      endedOn: '2026-01-01',
    })
    expect(ask(leaf, '2026-07-02', [chemoradiotherapy])).toMatchObject({ verdict: 'notMet', changesOn: '2026-07-03' })
    expect(ask(leaf, '2026-07-03', [chemoradiotherapy]).verdict).toBe('met')
  })

  it('is open while a later treatment may be what counts', () => {
    const leaf: IntervalLeaf = {
      op: 'interval',
      from: 'therapy.last(platinum|adjuvant).end',
      to: 'anchor',
      maxDays: 84,
    }
    const course = (id: string, parts: Partial<Treatment>) => treatmentOf('x', { id, setting: 'palliative', ...parts })
    const cisplatin = course('first', { classes: ['cisplatin'], endedOn: '2026-06-01' })
    const judge = (other: Partial<Treatment>) => ask(leaf, today, [cisplatin, course('other', other)])
    expect(ask(leaf, today, [cisplatin])).toMatchObject({ verdict: 'met', changesOn: '2026-08-25' })
    expect(judge({ endedOn: '2026-06-02' })).toMatchObject({ verdict: 'unknown', reason: 'missing' })
    expect(judge({ endedOn: '2026-06-02' }).sentence).toContain('its class, setting, line or sort is not recorded')
    expect(judge({ endedOn: '2026-06-01' }).verdict).toBe('met')
    expect(judge({ isOngoing: true }).verdict).toBe('unknown')
    expect(judge({ endedOn: '2026-06-02', classes: ['taxane'] }).verdict).toBe('met')
    expect(judge({ endedOn: '2026-06-02', classes: ['taxane'], setting: null }).verdict).toBe('unknown')
    expect(judge({ endedOn: '2026-06-02', classes: ['chemotherapy'] }).verdict).toBe('unknown')
    const operation = (procedure: string | null) =>
      treatmentOf('y', { id: 'later', kind: 'surgery', procedure, endedOn: '2026-07-01' })
    expect(ask(within98, today, [resection, operation(null)]).verdict).toBe('unknown')
    expect(ask(within98, today, [resection, operation('minor')]).verdict).toBe('met')
    expect(ask(within98, today, [operation(null)]).verdict).toBe('unknown')
  })

  it('counts from the last day of a line, and is unknown while it goes on', () => {
    const leaf: IntervalLeaf = { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 }
    const drugs = [line(1, { endedOn: '2026-06-01' }), line(1, { id: 'longer', endedOn: '2026-07-01' })]
    expect(ask(leaf, today, drugs).sentence).toContain('34 days since the end of first-line treatment on 01-Jul-2026')
    expect(ask(leaf, today, [line(1, { endedOn: null, isOngoing: true })])).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
    })
  })

  it('from a first line of which only a later one is recorded is open, though the history is confirmed', () => {
    const leaf: IntervalLeaf = { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 }
    const second = ask(leaf, today, [line(2, { endedOn: '2026-07-01' })])
    expect(second).toMatchObject({ verdict: 'unknown', reason: 'missing', item: { key: 'interval:firstLine.end' } })
    expect(second.sentence).toContain('is line 2; the first line, from which to count, is not recorded')
    const unnumbered = (setting: Treatment['setting']) =>
      ask(leaf, today, [treatmentOf('Cisplatin', { line: null, setting, endedOn: '2026-07-01' })]).verdict
    expect(([null, 'palliative', 'maintenance'] as const).map(unnumbered)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(unnumbered('first-line')).toBe('met')
    expect((['adjuvant', 'neoadjuvant'] as const).map(unnumbered)).toEqual(['unknown', 'unknown'])
    expect(ask(leaf, today, [line(1, { endedOn: '2026-07-01' }), line(2)]).verdict).toBe('met')
  })

  it('without the event is no only when the history is complete', () => {
    expect(ask(within98, today, []).verdict).toBe('notMet')
    expect(ask(within98, today, [], []).verdict).toBe('unknown')
  })

  it('from an event that the software does not know is for a person', () => {
    expect(ask({ ...within98, from: 'biopsy.last' }, today, [resection]).reason).toBe('notComputed')
  })
})
