import { describe, expect, it } from 'vitest'
import type { Criterion, Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, finding, recordWith, treatmentOf } from './sample-record.ts'
import { criterionWith } from './sample-trial.ts'
import { trialOutcome } from './trial-outcome.ts'

const asOf = '2026-08-04'
const washout = (any: readonly string[], withinDays: number): Criterion => excluded({ op: 'therapy', any, withinDays })
const excluded = (expr: Expr): Criterion =>
  criterionWith({ id: JSON.stringify(expr), kind: 'exclusion', class: 'washout', expr })
const chemotherapy = treatmentOf('carboplatin', { classes: ['chemotherapy'], endedOn: '2026-08-01' })
const history = confirmed('treatment-history-complete', asOf)

function dateOf(criteria: readonly Criterion[], record: Partial<PatientRecord>) {
  const facts = deriveFacts(recordWith(record))
  const { outcome, canBeMetFrom, dateDependsOn } = trialOutcome(
    { trialId: 'DEMO-1', anchor: 'registration', criteria },
    facts,
    { asOf },
  )
  return { outcome, canBeMetFrom, dependsOn: dateDependsOn.map(({ key }) => key) }
}

const ofHistory = 'assertion:treatment-history-complete'

describe('the day from which a trial can be met', () => {
  it('is only the earliest while nobody has confirmed that no later treatment was given', () => {
    const put = { outcome: 'notYet', canBeMetFrom: '2026-08-16' }
    const criteria = [washout(['chemotherapy'], 14)]
    expect(dateOf(criteria, { treatments: [chemotherapy] })).toEqual({ ...put, dependsOn: [ofHistory] })
    const known = { treatments: [chemotherapy], assertions: [history] }
    expect(dateOf(criteria, known)).toEqual({ ...put, dependsOn: [] })
  })

  it('is only the earliest while another washout is undecided, in its own criterion or in the same', () => {
    const unclassed = treatmentOf('trial drug', { endedOn: '2026-07-30' })
    const record = { treatments: [chemotherapy, unclassed], assertions: [history] }
    const apart = [washout(['chemotherapy'], 14), washout(['immunotherapy'], 28)]
    const together = excluded({
      op: 'any',
      of: [
        { op: 'therapy', any: ['chemotherapy'], withinDays: 14 },
        { op: 'therapy', any: ['immunotherapy'], withinDays: 28 },
      ],
    })
    const ofClass = `treatment:${unclassed.id}:class of treatment`
    for (const criteria of [apart, [together]]) {
      expect(dateOf(criteria, record)).toEqual({ outcome: 'notYet', canBeMetFrom: '2026-08-16', dependsOn: [ofClass] })
    }
  })

  it('is found where a treatment that was not given stops the patient as well', () => {
    const infarction = finding('condition', 'myocardial-infarction', 'active', '2026-08-01')
    const either = criterionWith({
      class: 'timeLimited',
      expr: {
        op: 'any',
        of: [
          { op: 'therapy', any: ['platinum'] },
          { op: 'not', of: { op: 'condition', concept: 'myocardial-infarction', status: 'history', withinDays: 14 } },
        ],
      },
    })
    expect(dateOf([either], { observations: [infarction], assertions: [history] })).toEqual({
      outcome: 'notYet',
      canBeMetFrom: '2026-08-16',
      dependsOn: [],
    })
  })

  it('does not depend on what no limit of time asks, nor where no day can be named', () => {
    const scan = criterionWith({ class: 'correctable', expr: { op: 'ps', scale: 'ECOG', in: [0] } })
    const record = { treatments: [chemotherapy], assertions: [history] }
    expect(dateOf([washout(['chemotherapy'], 14), scan], record).dependsOn).toEqual([])
    const ongoing = treatmentOf('carboplatin', { classes: ['chemotherapy'], isOngoing: true })
    expect(dateOf([washout(['chemotherapy'], 14)], { treatments: [ongoing] })).toMatchObject({
      canBeMetFrom: null,
      dependsOn: [],
    })
  })

  it('looks behind several treatments of which each stops the patient', () => {
    const second = treatmentOf('cisplatin', { classes: ['chemotherapy'], endedOn: '2026-07-28' })
    expect(dateOf([washout(['chemotherapy'], 14)], { treatments: [chemotherapy, second] })).toEqual({
      outcome: 'notYet',
      canBeMetFrom: '2026-08-16',
      dependsOn: [ofHistory],
    })
  })
})
