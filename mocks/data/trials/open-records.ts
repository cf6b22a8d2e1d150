import type { Leaf } from '#domain/eligibility/leaf.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { allConfirmed, diagnosisOf, finding, recordWith, treatmentOf } from '#domain/eligibility/sample-record.ts'

/** For tests: records that leave each kind of question open in each way that it can be, in June 2026. */
export function openRecords(leaves: readonly Leaf[]): readonly PatientRecord[] {
  return [
    recordWith(),
    recordWith({ bornOn: '1980-01-01', sex: 'female' }),
    recordWith({ bornOn: '2015-01-01', sex: 'female', diagnoses: [diagnosisOf({ icd10: 'C22.0', basis: null })] }),
    recordWith({
      bornOn: '1980-01-01',
      sex: 'female',
      assertions: allConfirmed(uncertain.on),
      diagnoses: [diagnosisOf({ icd10: 'C22.0' }), diagnosisOf({ icd10: 'C50.9', diagnosedOn: null, isIndex: false })],
      observations: leaves.flatMap((leaf) => {
        if (leaf.op === 'condition') return [finding('condition', leaf.concept, uncertain.value, uncertain.on)]
        if (leaf.op === 'medication') return [finding('medication', leaf.concept, uncertain.value, uncertain.on)]
        if (leaf.op === 'infection') return [finding('infection', leaf.agent, uncertain.value, uncertain.on)]
        return leaf.op === 'toxicity'
          ? [finding('toxicity', leaf.term ?? 'fatigue', uncertain.value, uncertain.on)]
          : []
      }),
      treatments: [
        course({ classes: ['platinum'] }),
        course({ classes: ['platinum'], startedOn: '2026-01-01', endedOn: '2026-03-01' }),
        course({ kind: 'surgery' }),
        course({ setting: 'first-line', startedOn: '2026-01-01' }),
        course({ kind: 'surgery', procedure: 'primary-resection' }),
      ],
    }),
    recordWith({ treatments: [course({ kind: 'surgery', procedure: 'primary-resection' })] }),
    recordWith({
      observations: leaves.flatMap((leaf) => {
        if (leaf.op === 'condition') return [finding('condition', leaf.concept, 'active', uncertain.on)]
        return leaf.op === 'medication' ? [finding('medication', leaf.concept, 'active', uncertain.on)] : []
      }),
    }),
  ]
}

const uncertain = { value: 'uncertain', on: '2026-06-10' }
const course = (parts: Parameters<typeof treatmentOf>[1]) => treatmentOf(`course ${JSON.stringify(parts)}`, parts)
