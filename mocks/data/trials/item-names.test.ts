import { describe, expect, it } from 'vitest'
import { caseloadKey } from '#domain/data-gaps/caseload-item.ts'
import { assessTrial, type HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateLeaf } from '#domain/eligibility/evaluate-leaf.ts'
import { itemName } from '#domain/eligibility/item-name.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { sampleLeaves } from '#domain/eligibility/sample-leaves.ts'
import type { SettlingItem } from '#domain/eligibility/verdict.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { openRecords } from './open-records.ts'

const today = '2026-06-15'
const { trials, patients } = generateDemonstration({ asOf: today })
const held: readonly HeldTrial[] = trials.map(({ trialId, record }) => ({
  trialId,
  record,
  isDemonstration: true,
  isOpenAtHome: true,
}))
const leaves = [
  ...held.flatMap(({ record }) => record.criteria.flatMap(({ expr }) => (expr === null ? [] : leavesOf(expr)))),
  ...sampleLeaves,
]

/** Everything that any criterion of the demonstration or any sample of a leaf asks for, by key and words. */
const asked: readonly SettlingItem[] = [
  ...new Map(
    [...openRecords(leaves), ...patients.map(({ record }) => record)]
      .flatMap(itemsOf)
      .map((item) => [`${caseloadKey(item.key)} ${itemName(item.key)} ${item.label}`, item]),
  ).values(),
]

function itemsOf(record: PatientRecord): readonly SettlingItem[] {
  const facts = deriveFacts(record)
  return [
    ...leaves.map((leaf) => evaluateLeaf(leaf, facts, today).item).filter((item) => item !== null),
    ...held.flatMap((trial) => assessTrial(facts, trial, today).undecided),
  ]
}

/** Items whose label says more than their key: a drug, what is missing of a finding, what a trial asks of it. */
const isSaidInFull =
  /^(?:attest|best-response|central-review|condition|measurable-disease|other-malignancy|toxicity|treatment)\b/u

describe('every item that a demonstration trial or a leaf can ask for', () => {
  it('is of one of the sorts known here', () => {
    expect(asked.length).toBeGreaterThan(120)
    expect(new Set(asked.map(({ key }) => key.split(':')[0]))).toEqual(
      new Set([
        ...['assertion', 'attest', 'best-response', 'biomarker', 'birth-date', 'central-review'],
        ...['childbearing-potential', 'condition', 'diagnosis', 'diagnosis-basis', 'diagnosis-date'],
        ...['disease-extent', 'disease-status', 'grade', 'infection', 'interval', 'lab', 'measurable-disease'],
        ...['medication', 'metastasis', 'observation', 'other-malignancy', 'progression', 'ps', 'score', 'sex'],
        ...['stage', 'standard-options', 'therapy', 'toxicity', 'treatment'],
      ]),
    )
  })

  it('has a name without a row, a code or a gap', () => {
    const names = asked.map(({ key }) => itemName(key))
    expect(names.filter((name) => name.trim() === '' || /undefined|\s{2}/u.test(name))).toEqual([])
    expect(names.filter((name) => /[0-9a-f]{8}-[0-9a-f]{4}|[a-z]:(?!\s\S)|^[a-z]/u.test(name))).toEqual([])
  })

  it('is named as its label, unless that says more than the key does', () => {
    const others = asked.filter(({ key }) => !isSaidInFull.test(key))
    expect(others.length).toBeGreaterThan(70)
    for (const { key, label } of others) expect(itemName(key), key).toBe(label)
  })

  it('has the same name as it has over a caseload, which is that of no other item', () => {
    // The rows of made-up records are not named as stored rows are.
    const ofStoredRows = asked.map(({ key }) => caseloadKey(key)).filter((key) => !key.includes('course {'))
    const keysByName = Map.groupBy(new Set(ofStoredRows), itemName)
    for (const { key } of asked) expect(itemName(caseloadKey(key)), key).toBe(itemName(key))
    expect([...keysByName.values()].filter((keys) => keys.length > 1)).toEqual([])
  })
})
