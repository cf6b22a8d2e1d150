import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { SurgeryLeaf, TherapyLeaf } from '../event-leaf.ts'
import type { Assertion, Treatment } from '../patient-record.ts'
import { confirmed, recordWith, treatmentOf } from '../sample-record.ts'
import { evaluateSurgery } from './evaluate-surgery.ts'
import { evaluateTherapy } from './evaluate-therapy.ts'

const chemotherapy: TherapyLeaf = { op: 'therapy', any: ['chemotherapy'], withinDays: 14 }

function carboplatin(parts: Partial<Treatment> = {}) {
  return treatmentOf('carboplatin', {
    classes: ['chemotherapy', 'platinum'],
    startedOn: '2026-05-01',
    endedOn: '2026-08-01',
    ...parts,
  })
}

function answer(
  leaf: TherapyLeaf,
  on: string,
  treatments: readonly Treatment[],
  assertions: readonly Assertion[] = [confirmed('treatment-history-complete', on)],
) {
  return evaluateTherapy(leaf, deriveFacts(recordWith({ treatments, assertions })), on)
}

describe('the class of a treatment', () => {
  const anti = (classes: readonly string[], any: readonly string[]) =>
    answer({ op: 'therapy', any }, '2026-09-01', [treatmentOf('a drug', { classes, endedOn: '2026-08-01' })]).verdict

  it.each<[readonly string[], readonly string[], string]>([
    [['immunotherapy'], ['anti-PD-1', 'anti-PD-L1'], 'unknown'],
    [['immunotherapy', 'anti-CTLA-4'], ['anti-PD-1', 'anti-PD-L1'], 'notMet'],
    [['anti-PD-1'], ['immunotherapy'], 'met'],
    [['chemotherapy'], ['platinum'], 'unknown'],
    [['chemotherapy', 'taxane'], ['platinum'], 'notMet'],
    [['platinum'], ['chemotherapy'], 'met'],
    [['TKI'], ['imatinib'], 'unknown'],
    [['imatinib'], ['TKI'], 'met'],
    [['biologic'], ['immunotherapy'], 'unknown'],
    [['investigational'], ['BRAF-inhibitor'], 'unknown'],
    [['chemoradiotherapy'], ['radiotherapy'], 'met'],
    [['chemotherapy'], ['radiotherapy'], 'notMet'],
    [['platinum'], ['anti-PD-1'], 'notMet'],
    [[], ['platinum'], 'unknown'],
  ])('recorded as %j answers a question for %j: %s', (classes, any, verdict) => {
    expect(anti(classes, any)).toBe(verdict)
  })
})

describe('washout after treatment', () => {
  it('of 14 days after 1 August blocks through the 15th and is clear from the 16th', () => {
    expect(answer(chemotherapy, '2026-08-15', [carboplatin()])).toMatchObject({
      verdict: 'met',
      changesOn: '2026-08-16',
    })
    expect(answer(chemotherapy, '2026-08-16', [carboplatin()]).verdict).toBe('notMet')
  })

  it('has no end while the treatment goes on', () => {
    const ongoing = carboplatin({ endedOn: null, isOngoing: true })
    expect(answer(chemotherapy, '2026-09-30', [ongoing])).toMatchObject({ verdict: 'met', changesOn: null })
  })

  it('lasts until the last of several treatments is out', () => {
    const later = treatmentOf('paclitaxel', { classes: ['chemotherapy'], endedOn: '2026-08-05' })
    expect(answer(chemotherapy, '2026-08-10', [carboplatin(), later]).changesOn).toBe('2026-08-20')
  })

  it('is inside when it started inside, though the last dose is not recorded', () => {
    const open = carboplatin({ startedOn: '2026-08-10', endedOn: null })
    expect(answer(chemotherapy, '2026-08-20', [open])).toMatchObject({ verdict: 'met', changesOn: null })
    expect(answer(chemotherapy, '2026-08-25', [open])).toMatchObject({ verdict: 'unknown', reason: 'missing' })
  })

  it.each([
    ['longer', 4, '2026-08-21', 'met', '2026-08-22'],
    ['longer', 4, '2026-08-22', 'notMet', null],
    ['longer', 1, '2026-08-15', 'met', '2026-08-16'],
    ['longer', 0.5, '2026-08-16', 'notMet', null],
    ['shorter', 1, '2026-08-06', 'met', '2026-08-07'],
    ['shorter', 1, '2026-08-07', 'notMet', null],
  ] as const)(
    'takes the %s of 14 days and 5 half-lives of %f days: on %s %s',
    (whichever, halfLifeDays, on, verdict, changesOn) => {
      const leaf: TherapyLeaf = { ...chemotherapy, orHalfLives: 5, whichever }
      expect(answer(leaf, on, [carboplatin({ halfLifeDays })])).toMatchObject({ verdict, changesOn })
    },
  )

  it('is unknown after the days while the half-life is not recorded', () => {
    const leaf: TherapyLeaf = { ...chemotherapy, orHalfLives: 5, whichever: 'longer' }
    expect(answer(leaf, '2026-08-15', [carboplatin()]).verdict).toBe('met')
    expect(answer(leaf, '2026-08-16', [carboplatin()])).toMatchObject({
      verdict: 'unknown',
      item: { label: 'carboplatin: half-life' },
    })
  })
})

describe('previous treatment', () => {
  const platinum: TherapyLeaf = { op: 'therapy', any: ['platinum'] }

  it('on record answers yes, and says which and when', () => {
    expect(answer(platinum, '2026-10-01', [carboplatin()], [])).toMatchObject({
      verdict: 'met',
      sentence: 'Carboplatin, last given 01-Aug-2026 (Treatment record), counts as platinum',
    })
  })

  it('not on record answers no only while the history is confirmed complete, for 28 days', () => {
    const history = [confirmed('treatment-history-complete', '2026-08-01')]
    expect(answer(platinum, '2026-08-29', [], history).verdict).toBe('notMet')
    expect(answer(platinum, '2026-08-30', [], history)).toMatchObject({ verdict: 'unknown', reason: 'stale' })
    expect(answer(platinum, '2026-08-30', [], [])).toMatchObject({
      verdict: 'unknown',
      reason: 'notConfirmedComplete',
      item: { key: 'assertion:treatment-history-complete' },
    })
  })

  it('of other classes does not show that there was none of the class', () => {
    const hormone = treatmentOf('bicalutamide', { classes: ['androgen-deprivation'], endedOn: '2026-01-01' })
    expect(answer(platinum, '2026-08-01', [hormone], []).verdict).toBe('unknown')
    expect(answer(platinum, '2026-08-01', [hormone]).verdict).toBe('notMet')
  })

  it('of no recorded class could be of any', () => {
    expect(answer(platinum, '2026-08-01', [treatmentOf('trial drug')])).toMatchObject({
      verdict: 'unknown',
      item: { label: 'trial drug: class of treatment' },
    })
  })

  it('of some classes could be of others too, until somebody has said that they are all', () => {
    const taxane: TherapyLeaf = { op: 'therapy', any: ['taxane'] }
    const part = carboplatin({ hasAllClasses: false })
    expect(answer(taxane, '2026-10-01', [part])).toMatchObject({
      verdict: 'unknown',
      item: { label: 'carboplatin: class of treatment' },
      sentence: expect.stringContaining(
        'recorded as chemotherapy and platinum, and nobody has said that these are all of its classes',
      ),
    })
    expect(answer(platinum, '2026-10-01', [part]).verdict).toBe('met')
    expect(answer(taxane, '2026-10-01', [carboplatin()]).verdict).toBe('notMet')
    const ofNoClass = treatmentOf('homeopathy', { classes: [], hasAllClasses: true })
    expect(answer(taxane, '2026-10-01', [ofNoClass]).verdict).toBe('notMet')
  })

  it('by radiotherapy may have been with a drug, but never was another drug', () => {
    const radiotherapy = (parts: Parameters<typeof treatmentOf>[1]) =>
      treatmentOf('radiotherapy', { kind: 'radiotherapy', classes: ['radiotherapy'], ...parts })
    const chemotherapy: TherapyLeaf = { op: 'therapy', any: ['chemotherapy'] }
    const judge = (leaf: TherapyLeaf, parts: Parameters<typeof treatmentOf>[1]) =>
      answer(leaf, '2026-10-01', [radiotherapy(parts)]).verdict
    expect(judge(chemotherapy, { hasAllClasses: false })).toBe('unknown')
    expect(judge(chemotherapy, {})).toBe('notMet')
    expect(judge({ op: 'therapy', any: ['taxane'] }, { hasAllClasses: false })).toBe('notMet')
    expect(judge({ op: 'therapy', any: ['PRRT'] }, { hasAllClasses: false })).toBe('unknown')
    expect(judge(platinum, { classes: ['radiotherapy', 'chemoradiotherapy'] })).toBe('unknown')
  })

  it('is asked by setting, cancer, number of cycles and target', () => {
    const on = '2026-10-01'
    const adjuvant: TherapyLeaf = { ...platinum, setting: ['adjuvant'] }
    expect(answer(adjuvant, on, [carboplatin({ setting: 'palliative' })]).verdict).toBe('notMet')
    expect(answer(adjuvant, on, [carboplatin()]).verdict).toBe('unknown')
    expect(
      answer({ ...platinum, forCurrentCancer: true }, on, [carboplatin({ isForIndexCancer: false })]).verdict,
    ).toBe('notMet')
    const fourToSix: TherapyLeaf = { ...platinum, cyclesMin: 4, cyclesMax: 6 }
    const verdicts = [3, 4, 6, 7, null].map((cycles) => answer(fourToSix, on, [carboplatin({ cycles })]).verdict)
    expect(verdicts).toEqual(['notMet', 'met', 'met', 'notMet', 'unknown'])
    const target: TherapyLeaf = { op: 'therapy', any: ['radiotherapy'], site: 'target-lesion' }
    const sites = ['target-lesion', 'non-target-lesion', 'pelvis', null].map(
      (site) => answer(target, on, [treatmentOf('radiotherapy', { kind: 'radiotherapy', site })]).verdict,
    )
    expect(sites).toEqual(['met', 'notMet', 'unknown', 'unknown'])
  })

  it('of the same class as the trial arm is for a person to compare', () => {
    expect(answer({ op: 'therapy', any: ['same-class-as-cohort'] }, '2026-08-01', []).reason).toBe('notComputed')
  })
})

describe('surgery', () => {
  const resected: SurgeryLeaf = { op: 'surgery', procedure: 'primary-resection', margin: ['R0'] }
  const operation = (parts: Partial<Treatment>) =>
    treatmentOf('hemicolectomy', {
      kind: 'surgery',
      procedure: 'primary-resection',
      margin: 'R0',
      endedOn: '2026-07-01',
      ...parts,
    })
  const ask = (
    leaf: SurgeryLeaf,
    on: string,
    operations: readonly Treatment[],
    assertions: readonly Assertion[] = [],
  ) => evaluateSurgery(leaf, deriveFacts(recordWith({ treatments: operations, assertions })), on)

  it('is asked with its margin', () => {
    expect(ask(resected, '2026-08-01', [operation({})]).verdict).toBe('met')
    expect(ask(resected, '2026-08-01', [operation({ margin: null })])).toMatchObject({
      verdict: 'unknown',
      item: { label: 'hemicolectomy: margin' },
    })
    expect(
      ask(
        resected,
        '2026-08-01',
        [operation({ margin: 'R1' })],
        [confirmed('treatment-history-complete', '2026-08-01')],
      ).verdict,
    ).toBe('notMet')
  })

  it('to take out the primary is major, for 28 days', () => {
    const major: SurgeryLeaf = { op: 'surgery', procedure: 'major', withinDays: 28 }
    const history = [confirmed('treatment-history-complete', '2026-07-29')]
    expect(ask(major, '2026-07-29', [operation({})], history)).toMatchObject({
      verdict: 'met',
      changesOn: '2026-07-30',
    })
    expect(ask(major, '2026-07-30', [operation({})], history).verdict).toBe('notMet')
  })
})
