import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { LinesOfTherapyLeaf } from '../event-leaf.ts'
import type { PatientRecord, Treatment } from '../patient-record.ts'
import { confirmed, finding, recordWith, treatmentOf } from '../sample-record.ts'
import { evaluateLines } from './evaluate-lines.ts'

/* A consultant can check the count: what counts and when it was given, what does not and why, and who said that it is all. */

const today = '2026-08-04'
const complete = [confirmed('treatment-history-complete', '2026-08-01')]
const oneToThree: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['palliative'], min: 1, max: 3 }
const none: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['any'], max: 0 }

function ask(leaf: LinesOfTherapyLeaf, parts: Partial<PatientRecord>) {
  return evaluateLines(leaf, deriveFacts(recordWith({ assertions: complete, ...parts })), today)
}

const course = (name: string, line: number | null, parts: Partial<Treatment> = {}) =>
  treatmentOf(name, { line, setting: 'palliative', endedOn: '2026-01-01', ...parts })
const adjuvant = (parts: Partial<Treatment> = {}) =>
  course('capecitabine', null, { setting: 'adjuvant', endedOn: '2024-02-01', ...parts })
const clear = [finding('disease-status', 'disease-status', 'no-evidence-of-disease', '2025-03-01')]

describe('the sentence of a count of lines names', () => {
  it('each line with its drugs, last day and source, and the confirmation that there are no more', () => {
    const treatments = [
      course('carboplatin', 1),
      course('paclitaxel', 1, { endedOn: '2025-12-30' }),
      course('doxorubicin', 2, { endedOn: null, startedOn: '2026-05-02', isOngoing: true }),
    ]
    expect(ask(oneToThree, { treatments }).sentence).toBe(
      '2 lines of palliative systemic treatment (line 1: carboplatin and paclitaxel until 01-Jan-2026; line 2: doxorubicin, going on since 02-May-2026; from Treatment record); treatment history confirmed complete on 01-Aug-2026, Clinic letter; asked: 1 to 3',
    )
  })

  it('no confirmation where the answer does not rest on one', () => {
    const two = [course('carboplatin', 1), course('doxorubicin', 2)]
    const counted =
      '2 lines of palliative systemic treatment (line 1: carboplatin until 01-Jan-2026; line 2: doxorubicin until 01-Jan-2026; from Treatment record)'
    expect(ask({ ...oneToThree, min: 1, max: 1 }, { treatments: two })).toMatchObject({
      verdict: 'notMet',
      sentence: `${counted}; asked: exactly 1`,
    })
    expect(ask({ op: 'linesOfTherapy', setting: ['palliative'], min: 1 }, { treatments: two })).toMatchObject({
      verdict: 'met',
      sentence: `${counted}; asked: at least 1`,
    })
  })

  it('that too few are recorded rests on the confirmation too', () => {
    const found = ask({ ...oneToThree, min: 2 }, { treatments: [course('carboplatin', 1)] })
    expect(found.verdict).toBe('notMet')
    expect(found.sentence).toContain('; treatment history confirmed complete on 01-Aug-2026, Clinic letter; asked:')
  })

  it('the confirmation as its evidence where nothing counts', () => {
    expect(ask(none, {})).toMatchObject({
      verdict: 'met',
      sentence:
        'No line of systemic treatment; treatment history confirmed complete on 01-Aug-2026, Clinic letter; asked: none',
      evidence: { value: true, on: '2026-08-01', source: 'Clinic letter' },
    })
  })

  it('what does not count, and why', () => {
    const treatments = [
      course('carboplatin', 1),
      course('bevacizumab', null, { setting: 'maintenance', endedOn: '2026-06-01' }),
      adjuvant(),
    ]
    expect(ask(oneToThree, { treatments, observations: clear }).sentence).toContain(
      '(line 1: carboplatin until 01-Jan-2026; not counted: bevacizumab, maintenance; capecitabine, adjuvant, no relapse within 6 months; from Treatment record)',
    )
    const other = [course('tamoxifen', 1, { isForIndexCancer: false })]
    expect(ask(none, { treatments: other }).sentence).toContain(
      'No line of systemic treatment (not counted: tamoxifen, for another condition; from Treatment record)',
    )
    const firstOnly: LinesOfTherapyLeaf = { op: 'linesOfTherapy', setting: ['first-line'], max: 0 }
    expect(ask(firstOnly, { treatments: [course('carboplatin', 1)] }).sentence).toContain(
      'No line of first-line systemic treatment (not counted: carboplatin, palliative; from Treatment record)',
    )
  })

  it('the evidence of a count by the latest course that counts, never by one for another condition', () => {
    const treatments = [
      course('carboplatin', 1),
      course('tamoxifen', null, { isForIndexCancer: false, isOngoing: true, endedOn: null }),
    ]
    expect(ask(oneToThree, { treatments }).evidence).toMatchObject({
      value: 1,
      on: '2026-01-01',
      rowId: 'treatment-carboplatin',
    })
  })

  it('adjuvant treatment that counts, because relapse followed', () => {
    const treatments = [adjuvant()]
    const relapse = [finding('disease-status', 'disease-status', 'recurrent', '2024-05-01')]
    expect(ask(oneToThree, { treatments, observations: relapse }).sentence).toContain(
      '(line not numbered: capecitabine until 01-Feb-2024, adjuvant, relapse within 6 months; from Treatment record)',
    )
  })

  it('what may count, and what is not known of it', () => {
    const treatments = [course('carboplatin', 1), course('gemcitabine', null, { setting: null }), adjuvant()]
    expect(ask({ ...oneToThree, max: 1 }, { treatments })).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
      sentence:
        'Between 1 and 3 lines of palliative systemic treatment (line 1: carboplatin until 01-Jan-2026; may count: gemcitabine until 01-Jan-2026, setting not recorded; capecitabine until 01-Feb-2024, adjuvant, relapse within 6 months not known; from Treatment record); asked: exactly 1',
    })
  })

  it('the lines that are missing before a numbered one', () => {
    const fourth = course('doxorubicin', 4)
    expect(ask(oneToThree, { treatments: [fourth] }).sentence).toBe(
      'At least 1 line of palliative systemic treatment (line 4: doxorubicin until 01-Jan-2026; lines 1 to 3 not recorded; from Treatment record); asked: 1 to 3',
    )
    expect(ask(none, { treatments: [course('doxorubicin', 2)] })).toMatchObject({
      verdict: 'notMet',
      evidence: { value: 2 },
      sentence:
        'At least 2 lines of systemic treatment (line 2: doxorubicin until 01-Jan-2026, palliative; line 1 not recorded; from Treatment record); asked: none',
    })
    expect(ask(oneToThree, { treatments: [fourth, course('carboplatin', 2)] }).sentence).toContain(
      '; lines 1 and 3 not recorded; from',
    )
  })

  it('what nobody has confirmed, in one sentence that agrees in number', () => {
    const open = (treatments: readonly Treatment[]) => ask(oneToThree, { treatments, assertions: [] }).sentence
    const end = 'is recorded, and nobody has confirmed that the treatment history is complete; asked: 1 to 3'
    expect(open([])).toBe(`No line of palliative systemic treatment ${end}`)
    expect(open([course('carboplatin', 1)])).toBe(
      `At least 1 line of palliative systemic treatment (line 1: carboplatin until 01-Jan-2026; from Treatment record) ${end}`,
    )
    expect(open([course('carboplatin', 1), course('doxorubicin', 2)])).toContain(') are recorded, and nobody')
  })

  it('a few courses only, the latest lines, and how many more there are', () => {
    const treatments = [1, 2, 3, 4, 5].map((line) => course(`drug ${line}`, line, { endedOn: `2025-0${line}-01` }))
    const others = ['a', 'b', 'c', 'd'].map((name) => course(name, null, { isForIndexCancer: false, source: 'SACT' }))
    expect(ask(oneToThree, { treatments: [...treatments, ...others] }).sentence).toBe(
      '5 lines of palliative systemic treatment (line 3: drug 3 until 01-Mar-2025; line 4: drug 4 until 01-Apr-2025; line 5: drug 5 until 01-May-2025; 2 more; not counted: d, for another condition; c, for another condition; 2 more; from Treatment record and SACT); asked: 1 to 3',
    )
  })
})
