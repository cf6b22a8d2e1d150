import { biomarkerResults, biomarkerUnits } from './biomarker-results.ts'
import {
  choiceEntry,
  dateEntry,
  type Entry,
  type EntryField,
  type EntryTarget,
  filledFields,
  numberEntry,
  textEntry,
} from './entry-form.ts'
import type { NewBiomarker } from './new-patient-item.ts'
import type { Biomarker } from './patient-record.ts'
import type { TypedTest } from './test-types.ts'
import { type Choice, plainChoices, yesOrNoChoices } from './value-shape.ts'

/** A form for one test, by the name that `biomarkerName` gives it: "BRAF p.Val600Glu", "HER2 (immunohistochemistry)". */
export function entryOfBiomarker(name: string): Entry {
  const asked = testNamed(name)
  if (asked === null) {
    return { kind: 'elsewhere', where: 'No single test shows this: a molecular tumour board reads the whole report.' }
  }
  const { type, genes = [], marker = null, allele = null } = asked
  const target: EntryTarget = { kind: 'biomarker', type, genes, marker, allele, replaces: null }
  return {
    kind: 'form',
    form: {
      target,
      fields: [
        ...(asked.geneChoices === undefined ? [] : [geneField(asked.geneChoices)]),
        choiceEntry('result', 'Result', biomarkerResults[type]),
        ...(type === 'variant' ? [changeField(asked.change ?? '')] : []),
        ...scoreFields(type, marker),
        ...(type === 'ihc' ? [centralReviewField] : []),
        reportDate,
      ],
      usualSource: type === 'ihc' || type === 'mmr' ? 'Pathology report' : 'Genomic laboratory',
    },
  }
}

/** A form for a test of which only the sort is known: what was tested is asked too. */
export function entryOfTypedTest(type: TypedTest): Entry {
  return {
    kind: 'form',
    form: {
      target: { kind: 'biomarker', type, genes: [], marker: null, allele: null, replaces: null },
      fields: [
        ...subjectFields[type],
        choiceEntry('result', 'Result', biomarkerResults[type]),
        ...(type === 'variant' ? [changeField('')] : []),
        ...scoreFields(type, null),
        ...(type === 'ihc' ? [centralReviewField] : []),
        reportDate,
      ],
      usualSource: type === 'ihc' ? 'Pathology report' : 'Genomic laboratory',
    },
  }
}

/** A recorded test with all its parts, what was tested included. */
export function entryOfRecordedTest(itemId: string, entered: NewBiomarker): Entry {
  const { type, genes, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn, source } = entered
  const fields = [
    ...(genes.length === 0 ? [] : [type === 'fusion' ? partnersField : textEntry('genes', 'Gene')]),
    ...(type === 'ihc' ? [textEntry('marker', 'Stained protein')] : []),
    ...(type === 'hla' ? [textEntry('allele', 'Allele', { hint: 'For example 02:01' })] : []),
    choiceEntry('result', 'Result', biomarkerResults[type]),
    ...(type === 'variant' ? [changeField('')] : []),
    ...scoreFields(type, marker),
    ...(type === 'ihc' || isCentralReview ? [centralReviewField] : []),
    reportDate,
  ]
  const recorded = { genes: genes.join(', '), marker, allele, result, hgvsP, value, isCentralReview, reportedOn }
  const target: EntryTarget = { kind: 'biomarker', type, genes, marker, allele, replaces: itemId }
  // A test without a score keeps the unit that is usual, so that only the figure has to be added.
  const filled = filledFields(fields, unit === null ? recorded : { ...recorded, unit })
  return { kind: 'form', form: { target, fields: filled, usualSource: source } }
}

const reportDate = dateEntry('reportedOn', 'Date of the report')

const partnersField = textEntry('genes', 'Genes', {
  hint: 'Both partners, separated by a comma. An asterisk stands for every gene of a panel, where none was fused.',
})

const geneEntry = textEntry('genes', 'Gene', { hint: 'Its symbol, written as on the report. For example BRAF' })

const subjectFields: Readonly<Record<TypedTest, readonly EntryField[]>> = {
  variant: [geneEntry],
  fusion: [partnersField],
  cna: [geneEntry],
  ihc: [textEntry('marker', 'Stained protein', { hint: 'For example HER2' })],
  hla: [
    choiceEntry('genes', 'Gene', plainChoices('HLA-A', 'HLA-B', 'HLA-C', 'HLA-DPB1', 'HLA-DQB1', 'HLA-DRB1')),
    textEntry('allele', 'Allele', { hint: 'For example 02:01' }),
  ],
}

interface AskedTest {
  readonly type: Biomarker['type']
  readonly genes?: readonly string[]
  /** Alternatives, of which one report names one. */
  readonly geneChoices?: readonly string[]
  readonly marker?: string
  readonly allele?: string
  readonly change?: string
}

function testNamed(name: string): AskedTest | null {
  if (name === 'Microsatellite instability') return { type: 'msi' }
  if (name === 'Mismatch repair') return { type: 'mmr' }
  if (name === 'Tumour mutational burden') return { type: 'tmb' }
  const fused = /^(\S+) fusion$/u.exec(name)?.[1]
  if (fused !== undefined) return fusionOf(fused)
  const copied = /^(\S+) copy number$/u.exec(name)?.[1]
  if (copied !== undefined) return { type: 'cna', genes: [copied] }
  const stained = /^(.+) \(immunohistochemistry\)$/u.exec(name)?.[1]
  if (stained !== undefined) return { type: 'ihc', marker: stained }
  const [, locus, allele] = /^(HLA-\w+)\*([\d:]+)$/u.exec(name) ?? []
  if (locus !== undefined && allele !== undefined) return { type: 'hla', genes: [locus], allele }
  const [, gene, change] = /^([A-Z][A-Z0-9]+)(?: (p\.\S+))?$/u.exec(name) ?? []
  return gene === undefined ? null : { type: 'variant', genes: [gene], ...(change === undefined ? {} : { change }) }
}

/** "CCND1-IGH" names both partners; "NTRK1/NTRK2/NTRK3" are alternatives with any partner. */
function fusionOf(names: string): AskedTest {
  if (!names.includes('/')) return { type: 'fusion', genes: names.split('-') }
  return { type: 'fusion', geneChoices: names.split('-').flatMap((side) => side.split('/')) }
}

function geneField(genes: readonly string[]): EntryField {
  const choices: readonly Choice[] = [
    ...genes.map((gene) => ({ value: gene, label: gene })),
    { value: '*', label: 'All genes of an RNA panel, none fused' },
  ]
  return choiceEntry('genes', 'Gene', choices, { hint: 'Each gene that was tested alone is recorded on its own.' })
}

/** A change that ends in "*" is any change at that place, which no report says, so the report's own has to be typed. */
function changeField(asked: string): EntryField {
  const isExact = asked !== '' && !asked.endsWith('*')
  return textEntry('hgvsP', 'Protein change', {
    hint: `As on the report, for example ${isExact ? asked : 'p.Arg132His'}. Leave it empty if the whole gene was read and nothing found.`,
    isRequired: false,
    initial: isExact ? asked : '',
  })
}

function scoreFields(type: Biomarker['type'], marker: string | null): readonly EntryField[] {
  const usual = usualScores[marker ?? '']
  const units = Object.keys(biomarkerUnits[type] ?? {})
  const [first, ...others] = [...units.filter((unit) => unit === usual), ...units.filter((unit) => unit !== usual)]
  if (first === undefined) return []
  const choices = [first, ...others].map((unit) => ({ value: unit, label: scoreWords[unit] ?? unit }))
  const initial = usual === first || others.length === 0 ? choices[0] : undefined
  return [
    numberEntry('value', 'Score', { isRequired: type === 'tmb' }),
    choiceEntry('unit', 'Unit of the score', choices, {
      isRequired: false,
      ...(initial === undefined ? {} : { initial }),
    }),
  ]
}

/** How pathologists score a stain: HER2 in plus signs, the androgen receptor by immunoreactive score. */
const usualScores: Readonly<Record<string, string>> = { HER2: 'plus', AR: 'IRS' }

const scoreWords: Readonly<Record<string, string>> = {
  plus: '0 to 3+',
  IRS: 'Immunoreactive score (0 to 12)',
  '%': 'Per cent of cells',
  'mut/Mb': 'Mutations per megabase',
}

const centralReviewField = choiceEntry('isCentralReview', 'Read by the central laboratory of a trial?', yesOrNoChoices)
