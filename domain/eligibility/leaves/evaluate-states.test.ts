import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, ObservationKind } from '../patient-record.ts'
import { finding, recordWith } from '../sample-record.ts'

const today = '2026-08-04'

function ask(leaf: Leaf, observations: readonly Observation[]) {
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations })), today)
}

describe('metastases', () => {
  const cns = (value: string, on = '2026-08-01', detail = {}) => finding('metastasis', 'cns', value, on, { detail })
  const status = (asked: 'present' | 'absent' | 'treated') =>
    ({ op: 'metastasis', site: 'cns', status: asked }) as const

  it.each<[string, string, string]>([
    ['present', 'met', 'unknown'],
    ['untreated', 'met', 'notMet'],
    ['treated', 'met', 'met'],
    ['absent', 'notMet', 'notMet'],
  ])('recorded as %s: present is %s, treated is %s', (value, present, treated) => {
    expect(ask(status('present'), [cns(value)]).verdict).toBe(present)
    expect(ask(status('treated'), [cns(value)]).verdict).toBe(treated)
  })

  it('stand when present, and are looked for again after 42 days when absent', () => {
    expect(ask(status('present'), [cns('present', '2025-01-01')]).verdict).toBe('met')
    expect(ask(status('absent'), [cns('absent', '2026-06-23')]).verdict).toBe('met')
    expect(ask(status('absent'), [cns('absent', '2026-06-22')])).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  })

  it('stay treated while they are there, but one that comes back after the site was clear is another one', () => {
    const [first, last] = [cns('treated', '2024-03-01'), cns('present', '2026-08-01')]
    expect(ask(status('treated'), [last, first]).verdict).toBe('met')
    expect(ask(status('treated'), [last, cns('progressing', '2025-03-01'), first]).verdict).toBe('met')
    expect(ask(status('treated'), [last, cns('absent', '2025-03-01'), first]).verdict).toBe('unknown')
  })

  it('are stable for at least 14 days counted from the first record of it', () => {
    const stable: Leaf = { op: 'metastasis', site: 'cns', status: 'stable', forAtLeastDays: 14 }
    expect(ask(stable, [cns('stable', '2026-07-21')]).verdict).toBe('met')
    expect(ask(stable, [cns('stable', '2026-07-22')]).verdict).toBe('unknown')
    expect(ask(stable, [cns('stable', '2026-08-01'), cns('stable', '2026-07-01')]).verdict).toBe('met')
    expect(ask(stable, [cns('stable', '2026-08-01', { stableSinceOn: '2026-07-25' })]).verdict).toBe('notMet')
    expect(ask(stable, [cns('progressing', '2026-08-01'), cns('stable', '2026-05-01')]).verdict).toBe('notMet')
  })
})

describe('scales, stage and extent', () => {
  const one = (
    kind: ObservationKind,
    code: string,
    value: number | string | boolean,
    on = '2026-08-01',
    detail = {},
  ) => [finding(kind, code, value, on, { detail })]

  it('ECOG is taken for 28 days', () => {
    const leaf: Leaf = { op: 'ps', scale: 'ECOG', in: [0, 1] }
    const verdicts = [0, 1, 2, 9].map((value) => ask(leaf, one('performance-status', 'ECOG', value)).verdict)
    expect(verdicts).toEqual(['met', 'met', 'notMet', 'unknown'])
    expect(ask(leaf, one('performance-status', 'ECOG', 1, '2026-07-07')).verdict).toBe('met')
    expect(ask(leaf, one('performance-status', 'ECOG', 1, '2026-07-06')).reason).toBe('stale')
  })

  it('Lansky is compared with its limit and never with ECOG', () => {
    const leaf: Leaf = { op: 'ps', scale: 'Lansky', min: 70 }
    const verdicts = [60, 70, 80].map((value) => ask(leaf, one('performance-status', 'Lansky', value)).verdict)
    expect(verdicts).toEqual(['notMet', 'met', 'met'])
    expect(ask(leaf, one('performance-status', 'ECOG', 0)).verdict).toBe('unknown')
  })

  it('Child-Pugh numbers are read as classes', () => {
    const leaf: Leaf = { op: 'score', name: 'child-pugh', in: ['A'] }
    const verdicts = [5, 6, 7, 'A', 'B'].map((value) => ask(leaf, one('score', 'child-pugh', value)).verdict)
    expect(verdicts).toEqual(['met', 'met', 'notMet', 'met', 'notMet'])
  })

  it.each([
    ['IIIA', 'met'],
    ['III', 'met'],
    ['II', 'notMet'],
    ['IV', 'notMet'],
    ['', 'unknown'],
  ])('stage %s among III is %s', (value, verdict) => {
    expect(ask({ op: 'stage', system: 'TNM8', group: ['III'] }, one('stage', 'TNM8', value)).verdict).toBe(verdict)
  })

  it.each([
    [{ n: 'pN1a', m: 'M0' }, 'met'],
    [{ n: 'N0', m: 'M0' }, 'notMet'],
    [{ n: 'NX', m: 'M0' }, 'unknown'],
    [{ n: 'N1' }, 'unknown'],
    [{ n: 'NX', m: 'M1' }, 'notMet'],
  ])('parts %j among N1 and M0 are %s', (detail, verdict) => {
    expect(
      ask({ op: 'stage', system: 'TNM8', n: ['N1'], m: ['M0'] }, one('stage', 'TNM8', 'III', '2026-01-01', detail))
        .verdict,
    ).toBe(verdict)
  })

  it('a stage coarser than what is asked is unknown', () => {
    expect(ask({ op: 'stage', system: 'TNM8', group: ['IIIB'] }, one('stage', 'TNM8', 'III')).verdict).toBe('unknown')
  })

  it('measurable disease is asked by its criteria, for 42 days, and again after irradiation', () => {
    const recist = { op: 'measurableDisease', by: 'RECIST1.1' } as const
    const scan = (value: boolean, detail = {}, on = '2026-08-01') =>
      one('measurable-disease', 'measurable-disease', value, on, { by: 'RECIST1.1', ...detail })
    expect(ask(recist, scan(true)).verdict).toBe('met')
    expect(ask(recist, scan(false)).verdict).toBe('notMet')
    expect(ask(recist, scan(true, { by: 'mRECIST' })).verdict).toBe('unknown')
    expect(ask(recist, scan(true, {}, '2026-06-22')).reason).toBe('stale')
    const progressed = { ...recist, irradiatedLesionRule: 'progressed-only' } as const
    expect(ask(progressed, scan(true)).verdict).toBe('unknown')
    expect(ask(progressed, scan(true, { isIrradiated: false })).verdict).toBe('met')
    expect(ask(progressed, scan(true, { isIrradiated: true, hasProgressedSince: false })).verdict).toBe('notMet')
  })
})

describe('a decision that only a person makes', () => {
  it('is unknown until it is recorded, and an attestation must be renewed', () => {
    const fit: Leaf = { op: 'attest', by: 'clinician', text: 'Fit for chemotherapy' }
    const said = (value: boolean, on: string) => [finding('attestation', 'Fit for chemotherapy', value, on)]
    expect(ask(fit, [])).toMatchObject({ verdict: 'unknown', reason: 'attest' })
    expect(ask(fit, said(true, '2026-07-07')).verdict).toBe('met')
    expect(ask(fit, said(true, '2026-07-06'))).toMatchObject({ verdict: 'unknown', reason: 'attest' })
    expect(ask(fit, said(false, '2026-08-01')).verdict).toBe('notMet')
    const board: Leaf = { op: 'centralReview', type: 'mtb', result: 'recommended' }
    const verdicts = ['recommended', 'not-recommended', 'pending'].map(
      (value) => ask(board, [finding('central-review', 'mtb', value, '2026-01-01')]).verdict,
    )
    expect(verdicts).toEqual(['met', 'notMet', 'unknown'])
  })
})

describe('extent of disease', () => {
  const extent = (value: string, on: string) => finding('disease-extent', 'disease-extent', value, on)
  const asks = (...words: string[]): Leaf => ({ op: 'diseaseExtent', in: words })

  it.each([
    ['2026-06-24', 'met'],
    ['2026-06-23', 'met'],
    ['2026-06-22', 'unknown'],
  ])('that has not spread is asked again when the next scan is due: localised on %s is %s', (on, verdict) => {
    expect(ask(asks('localised'), [extent('localised', on)]).verdict).toBe(verdict)
  })

  it('that has spread stands until another is recorded', () => {
    expect(ask(asks('metastatic'), [extent('Metastatic', '2025-01-01')]).verdict).toBe('met')
    expect(ask(asks('localised'), [extent('metastatic', '2025-01-01')]).verdict).toBe('notMet')
  })

  it.each([
    ['2025-01-01', 'present', 'unknown'],
    ['2026-07-31', 'stable', 'unknown'],
    ['2026-08-02', 'present', 'unknown'],
    ['2026-07-31', 'treated', 'met'],
    ['2026-07-31', 'absent', 'met'],
  ])('localised on 1 August beside a liver metastasis of %s that is %s is %s', (on, state, verdict) => {
    const rows = [extent('localised', '2026-08-01'), finding('metastasis', 'liver', state, on)]
    const found = ask(asks('localised'), rows)
    expect(found.verdict).toBe(verdict)
    if (verdict === 'unknown') {
      expect(found.reason).toBe('contradictory')
      expect(found.sentence).toContain(`cannot be true beside Liver metastasis: ${state}`)
    }
  })

  it.each([
    ['no-evidence-of-disease', 'progressive', 'unknown'],
    ['no-evidence-of-disease', 'responding', 'notMet'],
    // What was newly diagnosed may have been removed.
    ['no-evidence-of-disease', 'newly-diagnosed', 'notMet'],
    ['metastatic', 'no-evidence-of-disease', 'unknown'],
    ['metastatic', 'stable', 'met'],
  ])('%s with a later status %s: metastatic is %s', (value, status, verdict) => {
    const rows = [extent(value, '2026-08-01'), finding('disease-status', 'disease-status', status, '2026-08-02')]
    expect(ask(asks('metastatic'), rows).verdict).toBe(verdict)
  })

  it.each([
    ['present', '2026-07-31', 'met'],
    ['present', '2026-08-01', 'unknown'],
    ['present', '2026-08-02', 'unknown'],
    ['treated', '2026-08-02', 'unknown'],
  ])('a brain metastasis %s on 1 August beside no evidence of disease on %s is %s', (word, on, verdict) => {
    const rows = [finding('metastasis', 'brain', word, '2026-08-01'), extent('no-evidence-of-disease', on)]
    expect(ask({ op: 'metastasis', site: 'brain', status: 'present' }, rows).verdict).toBe(verdict)
  })
})

describe('standard options', () => {
  const asked: Leaf = { op: 'standardOptions', in: ['exhausted'] }
  const said = (on: string) => [finding('standard-options', 'standard-options', 'exhausted', on)]

  it('are a judgement, and hold as one: 28 days', () => {
    expect(ask(asked, said('2026-07-07')).verdict).toBe('met')
    expect(ask(asked, said('2026-07-06'))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  })
})
