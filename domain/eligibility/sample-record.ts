import type {
  Assertion,
  Biomarker,
  Diagnosis,
  Observation,
  ObservationKind,
  PatientRecord,
  Treatment,
} from './patient-record.ts'

/* Records for tests: nothing is known unless a test says so. */

/** A patient of whom nothing is recorded, with the parts given. */
export function recordWith(parts: Partial<PatientRecord> = {}): PatientRecord {
  return {
    patientId: 'patient-1',
    bornOn: null,
    sex: null,
    diedOn: null,
    diagnoses: [],
    observations: [],
    treatments: [],
    biomarkers: [],
    assertions: [],
    researchWishes: [],
    isSensitive: false,
    ...parts,
  }
}

/** One finding; its id is made of what it is, so that two different findings never share one. */
export function finding(
  kind: ObservationKind,
  code: string,
  value: Observation['value'],
  observedOn: string,
  parts: Partial<Observation> = {},
): Observation {
  return {
    ...provenance(`${kind}-${code}-${observedOn}-${value}`, observedOn),
    kind,
    code,
    value,
    unit: null,
    lowerLimit: null,
    upperLimit: null,
    observedOn,
    detail: {},
    ...parts,
  }
}

export function diagnosisOf(parts: Partial<Diagnosis> = {}): Diagnosis {
  return {
    ...provenance(`diagnosis-${parts.icd10 ?? ''}-${parts.morphology ?? ''}`, '2026-01-10'),
    source: 'MDT proforma',
    diagnosedOn: '2026-01-05',
    icd10: null,
    topography: null,
    morphology: null,
    morphologySystem: parts.morphology === undefined || parts.morphology === null ? null : 'icd-o-3',
    basis: 'histology',
    laterality: null,
    isIndex: false,
    ...parts,
  }
}

export function treatmentOf(name: string, parts: Partial<Treatment> = {}): Treatment {
  return {
    ...provenance(`treatment-${name}`, '2026-01-10'),
    source: 'Treatment record',
    kind: 'systemic',
    name,
    classes: [],
    setting: null,
    hasAllClasses: parts.classes !== undefined && parts.classes.length > 0,
    line: null,
    startedOn: null,
    endedOn: null,
    isOngoing: false,
    cycles: null,
    halfLifeDays: null,
    procedure: null,
    margin: null,
    site: null,
    isForIndexCancer: true,
    ...parts,
  }
}

export function testOf(type: Biomarker['type'], parts: Partial<Biomarker> = {}): Biomarker {
  return {
    ...provenance(`test-${type}-${(parts.genes ?? []).join('-')}-${parts.result ?? ''}`, '2026-02-01'),
    source: 'Genomic laboratory',
    type,
    genes: [],
    marker: null,
    hgvsP: null,
    allele: null,
    result: 'present',
    value: null,
    unit: null,
    isCentralReview: false,
    reportedOn: '2026-02-01',
    ...parts,
  }
}

export function confirmed(category: Assertion['category'], assertedOn: string): Assertion {
  return { ...provenance(`${category}-${assertedOn}`, assertedOn), source: 'Clinic letter', category, assertedOn }
}

/** Every category, so that silence of the record means no. */
export function allConfirmed(assertedOn: string): readonly Assertion[] {
  return [
    confirmed('treatment-history-complete', assertedOn),
    confirmed('comorbidities-reviewed', assertedOn),
    confirmed('medicines-reviewed', assertedOn),
    confirmed('infection-status-reviewed', assertedOn),
  ]
}

function provenance(id: string, on: string) {
  return {
    id,
    source: 'Laboratory system',
    recordedBy: 'Research nurse',
    recordedAt: `${on}T12:00:00Z`,
    replaces: null,
  }
}
