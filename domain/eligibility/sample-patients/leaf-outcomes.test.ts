import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import { leafShapes } from '../leaf-shapes.ts'
import type { PatientFacts } from '../patient-facts.ts'
import { sampleLeaves } from '../sample-leaves.ts'
import { diagnosisOf, recordWith } from '../sample-record.ts'
import type { Tri } from '../tri.ts'
import { sentenceFaults } from './sentence-faults.ts'
import { patientForLeaf } from './solve-criterion.ts'

const asOf = '2026-08-04'
const outcomes: readonly Tri[] = ['met', 'notMet', 'unknown']

/** Outcomes that no record can bring about, and the reason. */
const unreachable = new Map([
  ['met {"op":"biomarker","type":"rareInCommon"}', 'which alteration is rare in which cancer is not held'],
  ['notMet {"op":"biomarker","type":"rareInCommon"}', 'which alteration is rare in which cancer is not held'],
  ['met {"op":"therapy","any":["same-class-as-cohort"]}', 'the class of the drug of each arm is not held'],
  ['notMet {"op":"therapy","any":["same-class-as-cohort"]}', 'the class of the drug of each arm is not held'],
  ['met {"op":"rareCancer","definition":"ACT2026"}', 'no prevalence is held for any cancer'],
  ['notMet {"op":"rareCancer","definition":"ACT2026"}', 'no prevalence is held for any cancer'],
  ['notMet {"op":"rareCancer","definition":"RARECARE"}', 'the taxonomy holds rare cancers only'],
])

describe('every kind of leaf can be', () => {
  const found = sampleLeaves.flatMap((leaf) =>
    outcomes.map((outcome) => ({ leaf, outcome, patient: patientForLeaf(leaf, outcome, asOf) })),
  )

  const fromRecords = Object.keys(leafShapes).filter((op) => op !== 'rareCancer')
  it.each(fromRecords)('%s: met, not met and not known', (op) => {
    const reached = found
      .filter(({ leaf, patient }) => leaf.op === op && patient !== null)
      .map(({ outcome }) => outcome)
    expect([...new Set(reached)].sort()).toEqual(outcomes.toSorted())
  })

  it('rare or not by a definition, once a common cancer is held', () => {
    const record = recordWith({ diagnoses: [diagnosisOf({ icd10: 'C61', topography: 'C61.9', morphology: '8140/3' })] })
    const facts = deriveFacts(record)
    const rare = (isRareByRarecare: boolean | null, isRareByAct2026: boolean | null): PatientFacts => ({
      ...facts,
      diagnosis: facts.diagnosis === null ? null : { ...facts.diagnosis, isRareByRarecare, isRareByAct2026 },
    })
    const rarecare: Leaf = { op: 'rareCancer', definition: 'RARECARE' }
    const act: Leaf = { op: 'rareCancer', definition: 'ACT2026' }
    const answer = (leaf: Leaf, held: PatientFacts) => evaluateLeaf(leaf, held, asOf).verdict
    expect([true, false, null].map((is) => answer(rarecare, rare(is, null)))).toEqual(['met', 'notMet', 'unknown'])
    expect([true, false, null].map((is) => answer(act, rare(null, is)))).toEqual(['met', 'notMet', 'unknown'])
  })

  it('explained in one plain sentence with value, date, limit and source', () => {
    const faults = found.flatMap(({ leaf, patient }) =>
      patient === null ? [] : sentenceFaults(leaf, evaluateLeaf(leaf, deriveFacts(patient), asOf)),
    )
    expect(faults).toEqual([])
  })

  it('each sample by itself, but for what no record can bring about', () => {
    const missed = found
      .filter(({ patient }) => patient === null)
      .map(({ leaf, outcome }) => `${outcome} ${JSON.stringify(leaf)}`)
    expect(missed.toSorted()).toEqual([...unreachable.keys()].toSorted())
  })
})
