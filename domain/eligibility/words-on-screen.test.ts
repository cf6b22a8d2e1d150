import { describe, expect, it } from 'vitest'
import { biomarkerResults } from './biomarker-results.ts'
import { deriveFacts } from './derive-facts.ts'
import { entryOfItem } from './entry-of-item.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { displayValue } from './explain-reading.ts'
import { factName, factNameInside } from './fact-name.ts'
import { findingMenu } from './finding-menu.ts'
import { findingShape, recordableCodes } from './finding-shape.ts'
import type { Leaf } from './leaf.ts'
import { type Observation, type ObservationKind, observationKinds, type PatientRecord } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { ruleText } from './rule-text.ts'
import { confirmed, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'
import { questionsOfTreatment, treatmentClasses } from './treatment-classes.ts'
import { procedureChoices, siteChoices } from './treatment-parts.ts'
import { resectionMargins, surgicalProcedures, treatmentSettings, treatmentSites } from './treatment-words.ts'
import { type Choice, plainChoices, type ValueShape, wordChoices } from './value-shape.ts'

/* Nobody reads a code of the program: every word that can be recorded or asked for stands as clinicians write it. */

const asOf = '2026-08-04'

/** With a hyphen, a capital or a figure inside, and written so in clinics and protocols. */
const realTerms: readonly RegExp[] = [
  // Names of markers, drugs and scales.
  /\b(?:[Aa]nti-)?(?:PD-1|PD-L1|CTLA-4)\b/gu,
  /\b(?:Child-Pugh|Cockcroft-Gault|Masaoka-Koga|HLA-[A-Z0-9]+|MSI-[HL]|Ki-67|CD4|BCL2|FLT3|HER2|QTc[FB]|hCG)\b/gu,
  /\b(?:mTOR|dMMR|pMMR|mRECIST|HbA1c)\b/gu,
  // Stages, grades and margins as reports print them: "T1a", "N0", "IVB", "G2", "R0", "L1", "TNM8".
  /\b(?:TNM8|T[0-4][a-e]?|N[0-3][a-c]?|M[01][a-d]?|G[1-4]|R[0-2]|L[12])\b/gu,
  /\bICD-(?:10|O-3)\b/gu,
  // English compounds.
  /\b(?:first|last)-line\b/giu,
  /\bhalf-li(?:fe|ves)\b/giu,
  /\b(?:non-melanoma|non-target|enzyme-inducing|immune-related|24-hour)\b/giu,
  // Dates, and the genes and changes of the samples.
  /\b\d\d-[A-Z][a-z]{2}-\d{4}\b/gu,
  /\bV600[EK]\b|\bp\.Val600Glu\b/gu,
  // Units.
  /×10[⁹⁶]\/L|×10³\/µL|mut\/Mb|\b[nm]?g\/[dm]L|\bmL\/min|\/µL|\bmmHg/gu,
]

/** Hyphenated, or a small letter before a capital, or a letter beside a figure, or signs that only programs write. */
function codesIn(text: string): readonly string[] {
  const rest = realTerms.reduce((words, term) => words.replace(term, ' '), text)
  return rest.match(/[\p{L}\d]+(?:-[\p{L}\d]+)+|\p{Ll}\p{Lu}\p{L}*|\p{L}+\d[\d.]*|[\p{L}]*[_|][\p{L}]*/gu) ?? []
}

function expectPlain(texts: Iterable<string>): void {
  const faults = [...new Set(texts)].flatMap((text) => codesIn(text).map((code) => `${code} in: ${text}`))
  expect(faults).toEqual([])
}

const choicesOf = (shape: ValueShape): readonly Choice[] => (shape.kind === 'choice' ? shape.choices : [])

/** A finding of every word that can be recorded, and one of every further part. */
const findings: readonly Observation[] = observationKinds.flatMap((kind) =>
  recordableCodes(kind).flatMap((code) => {
    const shape = findingShape(kind, code)
    if (shape === null) return []
    const choices = choicesOf(shape.value)
    const values = choices.length === 0 ? [1] : choices.map(({ value }) => value)
    const details = Object.entries(shape.details).flatMap(([name, part]) =>
      choicesOf(part).map(({ value }) => ({ [name]: value })),
    )
    const [first = 1] = values
    return [
      ...values.map((value) => finding(kind, code, value, '2026-08-01')),
      ...details.map((detail, index) =>
        finding(kind, code, first, '2026-08-01', { id: `${kind}-${code}-${index}`, detail }),
      ),
    ]
  }),
)

const tests = Object.entries(biomarkerResults).flatMap(([type, results]) =>
  results.map(({ value }) =>
    testOf(type as keyof typeof biomarkerResults, {
      genes: type === 'ihc' || type === 'msi' || type === 'mmr' || type === 'tmb' ? [] : ['BRAF'],
      marker: type === 'ihc' ? 'HER2' : null,
      result: String(value),
    }),
  ),
)

const treatments = [
  ...treatmentClasses.map((name) => treatmentOf('given', { id: `class-${name}`, classes: [name] })),
  ...treatmentSettings.map((setting) => treatmentOf('given', { id: `setting-${setting}`, setting })),
  ...treatmentSites.map((site) => treatmentOf('given', { id: `site-${site}`, kind: 'radiotherapy', site })),
  ...surgicalProcedures.flatMap((procedure) =>
    resectionMargins.map((margin) =>
      treatmentOf('operation', { id: `${procedure}-${margin}`, kind: 'surgery', procedure, margin, endedOn: asOf }),
    ),
  ),
]

const wordsOf = (kind: ObservationKind, code: string): readonly Choice['value'][] => {
  const shape = findingShape(kind, code)?.value
  return shape === undefined ? [] : choicesOf(shape).map(({ value }) => value)
}
const texts = (kind: ObservationKind, code: string = kind) => wordsOf(kind, code).map(String)

/** A question for every word that can be asked for. */
const leaves: readonly Leaf[] = [
  ...texts('grade').map((word): Leaf => ({ op: 'grade', in: [word] })),
  ...texts('disease-extent').map((word): Leaf => ({ op: 'diseaseExtent', in: [word] })),
  ...texts('disease-status').map((word): Leaf => ({ op: 'diseaseStatus', in: [word], withinDays: 28 })),
  ...texts('standard-options').map((word): Leaf => ({ op: 'standardOptions', in: [word] })),
  ...texts('best-response').map((word): Leaf => ({ op: 'bestResponse', in: [word] })),
  ...['RECIST1.1', 'mRECIST', 'RANO', 'Lugano'].map((by): Leaf => ({ op: 'measurableDisease', by })),
  ...recordableCodes('stage').flatMap((system) =>
    texts('stage', system).map((group) => ({ op: 'stage', system, group: [group] }) as Leaf),
  ),
  ...recordableCodes('metastasis').flatMap((site) =>
    (['present', 'absent', 'treated', 'stable'] as const).map((status): Leaf => ({ op: 'metastasis', site, status })),
  ),
  ...recordableCodes('condition').flatMap((concept) =>
    [undefined, 'active' as const, 'history' as const].map(
      (status): Leaf => ({ op: 'condition', concept, ...(status === undefined ? {} : { status }) }),
    ),
  ),
  ...['MGFA-I', 'MGFA-II', 'MGFA-III', 'MGFA-IV', 'MGFA-V'].map(
    (severityMin): Leaf => ({ op: 'condition', concept: 'myasthenia-gravis', severityMin }),
  ),
  ...recordableCodes('medication').map((concept): Leaf => ({ op: 'medication', concept, status: 'active' })),
  ...recordableCodes('infection').flatMap((agent) =>
    texts('infection', agent).map((result) => ({ op: 'infection', agent, result }) as Leaf),
  ),
  ...recordableCodes('toxicity').flatMap((term): readonly Leaf[] => [
    { op: 'toxicity', term },
    { op: 'toxicity', onlyTerms: [term] },
  ]),
  ...recordableCodes('other-malignancy').map((type): Leaf => ({ op: 'otherMalignancy', onlyTypes: [type] })),
  ...recordableCodes('central-review').flatMap((type) =>
    texts('central-review', type).map((result) => ({ op: 'centralReview', type, result }) as Leaf),
  ),
  ...recordableCodes('lab').map((analyte) => {
    const [word] = texts('lab', analyte)
    return (
      word === undefined
        ? { op: 'lab', analyte, cmp: '>=', value: 1, unit: 'xULN' }
        : { op: 'lab', analyte, cmp: '=', value: word, unit: 'qual' }
    ) as Leaf
  }),
  ...recordableCodes('observation').map(
    (concept) => ({ op: 'observation', concept, cmp: '>=', value: 1, unit: 'kg' }) as Leaf,
  ),
  ...recordableCodes('score').map((name) => ({ op: 'score', name, in: wordsOf('score', name) }) as Leaf),
  ...biomarkerResults.cna.map(
    ({ value }) => ({ op: 'biomarker', type: 'cna', gene: 'BRAF', result: String(value) }) as Leaf,
  ),
  ...(['msi', 'mmr'] as const).flatMap((type) =>
    biomarkerResults[type].map(({ value }) => ({ op: 'biomarker', type, result: String(value) }) as Leaf),
  ),
  ...[...treatmentClasses, ...questionsOfTreatment].flatMap((name): readonly Leaf[] => [
    { op: 'therapy', any: [name] },
    ...(questionsOfTreatment.includes(name)
      ? []
      : [{ op: 'interval', from: `therapy.last(${name}).end`, to: 'anchor', maxDays: 28 } as const]),
  ]),
  ...treatmentSettings.flatMap((setting): readonly Leaf[] => [
    { op: 'therapy', any: ['systemic-any'], setting: [setting] },
    { op: 'linesOfTherapy', setting: [setting], min: 1, max: 2 },
    { op: 'interval', from: `therapy.last(${setting}).end`, to: 'anchor', maxDays: 28 },
  ]),
  ...treatmentSites.map((site) => ({ op: 'therapy', any: ['radiotherapy'], site }) as Leaf),
  ...surgicalProcedures.flatMap((procedure): readonly Leaf[] => [
    { op: 'surgery', procedure },
    { op: 'interval', from: `surgery.${procedure}`, to: 'anchor', maxDays: 28 },
  ]),
]

describe('no code stands', () => {
  it('in the net itself, which catches what is none of the real terms', () => {
    const codes = ['no-evidence-of-disease', 'RECIST1.1', 'newly-diagnosed', 'AnnArbor', 'WHO2', 'MGFA-IV', 'not_known']
    for (const code of codes) expect(codesIn(`Status: ${code}`), code).toEqual([code === 'AnnArbor' ? 'nArbor' : code])
    expect(codesIn('anti-PD-1 and MSI-H on 03-Aug-2026, T1a, first-line')).toEqual([])
  })

  it('among the names and values of what can be recorded', () => {
    const codes = observationKinds
      .flatMap(recordableCodes)
      .filter((code) => !observationKinds.some((kind) => kind === code))
    const names = [...codes, ...treatmentClasses, ...questionsOfTreatment, ...surgicalProcedures, ...treatmentSites]
    const words = [
      ...findings.flatMap(({ value, detail }) => [value, ...Object.values(detail)]),
      ...tests.map(({ result }) => result),
      ...treatmentSettings,
      ...treatmentSites,
      ...surgicalProcedures,
    ]
    expectPlain([...names.flatMap((name) => [factName(name), factNameInside(name)]), ...words.map(displayValue)])
  })

  it('in two opposite words of one day', () => {
    expect(displayValue('stable and no-evidence-of-disease')).toBe('stable and no evidence of disease')
  })

  it('among the choices of forms', () => {
    const keys = findingMenu.flatMap(({ findings: each }) => each.map(({ key }) => key))
    const labels = [...keys, 'treatment:new'].flatMap((key) => {
      const entry = entryOfItem({ key, replaces: null })
      if (entry.kind === 'elsewhere') return [entry.where]
      return entry.form.fields.flatMap(({ label, control }) => [
        label,
        ...('choices' in control ? control.choices.map((choice) => choice.label) : []),
      ])
    })
    const choices = [
      ...procedureChoices,
      ...siteChoices,
      ...Object.values(biomarkerResults).flat(),
      ...wordChoices(...treatmentSettings),
      ...plainChoices(...resectionMargins),
    ]
    expectPlain([
      ...findingMenu.flatMap(({ label, findings: each }) => [label, ...each.map((one) => one.label)]),
      ...labels,
      ...choices.map(({ label }) => label),
    ])
  })

  it('among the recorded values', () => {
    const items = [
      ...findings.map((row) => recordWith({ observations: [row] })),
      ...tests.map((row) => recordWith({ biomarkers: [row] })),
      ...treatments.map((row) => recordWith({ treatments: [row] })),
    ].flatMap((record) => recordedItems(record, asOf))
    expectPlain(items.flatMap(({ label, valueText }) => [label, valueText]))
  })

  it('in the words of a rule', () => {
    expectPlain(leaves.flatMap((leaf) => [ruleText(leaf), ruleText({ op: 'not', of: leaf })]))
  })

  it('in an explanation, or in what would settle it', () => {
    const assertions = [
      confirmed('treatment-history-complete', asOf),
      confirmed('comorbidities-reviewed', asOf),
      confirmed('medicines-reviewed', asOf),
      confirmed('infection-status-reviewed', asOf),
    ]
    const records: readonly PatientRecord[] = [
      recordWith(),
      recordWith({ assertions, treatments, biomarkers: tests }),
      ...tests.map((row) => recordWith({ biomarkers: [row] })),
      ...findings.map((row) => recordWith({ assertions, observations: [row] })),
    ]
    const said = new Set<string>()
    for (const record of records) {
      const facts = deriveFacts(record)
      for (const leaf of leaves) {
        const { sentence, item, hint, absence } = evaluateLeaf(leaf, facts, asOf)
        for (const text of [sentence, item?.label, hint, absence]) if (text !== undefined) said.add(text)
      }
    }
    expect(said.size).toBeGreaterThan(1000)
    expectPlain(said)
  })
})
