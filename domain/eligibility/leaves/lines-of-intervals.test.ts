import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, Treatment } from '../patient-record.ts'
import { allConfirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'

/* From which line an interval, a progression or a response counts, where the record does not number every treatment. */

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)

function ask(leaf: Leaf, treatments: readonly Treatment[], observations: readonly Observation[] = []) {
  const record = recordWith({ treatments, observations, assertions: allConfirmed(today) })
  return evaluateLeaf(leaf, deriveFacts(record), today)
}

const sinceLast: Leaf = { op: 'interval', from: 'lastLine.end', to: 'anchor', minDays: 28 }
const numbered = treatmentOf('Doxorubicin', {
  id: 'first',
  line: 1,
  setting: 'first-line',
  startedOn: ago(500),
  endedOn: ago(400),
})
const unnumbered = (parts: Partial<Treatment>) =>
  treatmentOf('Pazopanib', { id: 'second', line: null, setting: 'palliative', ...parts })

describe('the last line', () => {
  it.each<[string, Partial<Treatment>, string]>([
    ['that goes on', { startedOn: ago(60), isOngoing: true }, 'unknown'],
    ['that ended later', { startedOn: ago(60), endedOn: ago(399) }, 'unknown'],
    ['of which no end is recorded', { startedOn: ago(60) }, 'unknown'],
    ['that ended on the same day', { startedOn: ago(450), endedOn: ago(400) }, 'met'],
    ['that ended before', { startedOn: ago(600), endedOn: ago(401) }, 'met'],
  ])('may be a treatment without a number %s', (_what, parts, verdict) => {
    expect(ask(sinceLast, [numbered, unnumbered(parts)]).verdict).toBe(verdict)
  })

  it('of two courses without a number may be the one without a day', () => {
    const dated = unnumbered({ id: 'dated', startedOn: ago(200), endedOn: ago(100) })
    expect(ask(sinceLast, [dated, unnumbered({})]).verdict).toBe('unknown')
    expect(ask(sinceLast, [dated]).verdict).toBe('met')
  })

  it('that is not certain answers neither for progression nor for response', () => {
    const later = unnumbered({ startedOn: ago(60), isOngoing: true })
    const progression = finding('progression', 'progression', true, ago(390))
    const during: Leaf = { op: 'progression', relativeTo: 'lastLine.end', withinDays: 84 }
    expect(ask(during, [numbered], [progression]).verdict).toBe('met')
    expect(ask(during, [numbered, later], [progression]).verdict).toBe('unknown')
    const response = finding('best-response', 'best-response', 'PR', ago(390), { detail: { line: 1 } })
    const responded: Leaf = { op: 'bestResponse', in: ['PR'], to: 'lastLine' }
    expect(ask(responded, [numbered], [response]).verdict).toBe('met')
    expect(ask(responded, [numbered, later], [response]).verdict).toBe('unknown')
  })
})

describe('the first line', () => {
  const sinceFirst: Leaf = { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 }
  const adjuvant = unnumbered({ setting: 'adjuvant', startedOn: ago(300), endedOn: ago(250) })

  it('may be treatment around an operation, unless somebody saw no relapse for six months after it', () => {
    const relapse = finding('progression', 'progression', true, ago(100))
    const none = finding('disease-status', 'disease-status', 'no-evidence-of-disease', ago(60))
    expect(ask(sinceFirst, [adjuvant], [relapse]).verdict).toBe('unknown')
    expect(ask(sinceFirst, [adjuvant]).verdict).toBe('unknown')
    expect(ask(sinceFirst, [adjuvant], [none]).verdict).toBe('notMet')
  })
})
