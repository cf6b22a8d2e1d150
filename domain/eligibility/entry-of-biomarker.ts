import { biomarkerResults, biomarkerUnits } from './biomarker-results.ts'
import { choiceEntry, dateEntry, type Entry, type EntryField, type EntryTarget } from './entry-form.ts'
import type { Biomarker } from './patient-record.ts'
import { type Choice, yesOrNoChoices } from './value-shape.ts'

/** A form for one test, by the name that `biomarkerName` gives it: "BRAF p.Val600Glu", "HER2 (immunohistochemistry)". */
export function entryOfBiomarker(name: string): Entry {
  const asked = testNamed(name)
  if (asked === null) {
    return { kind: 'elsewhere', where: 'No single test shows this: a molecular tumour board reads the whole report.' }
  }
  const { type, genes = [], marker = null, allele = null } = asked
  const target: EntryTarget = { kind: 'biomarker', type, genes, marker, allele }
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
        dateEntry('reportedOn', 'Date of the report'),
      ],
      usualSource: type === 'ihc' || type === 'mmr' ? 'Pathology report' : 'Genomic laboratory',
    },
  }
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
  return {
    name: 'hgvsP',
    label: 'Protein change',
    hint: `As on the report, for example ${isExact ? asked : 'p.Arg132His'}. Leave it empty if the whole gene was read and nothing found.`,
    isRequired: false,
    control: { kind: 'text', initial: isExact ? asked : '' },
  }
}

function scoreFields(type: Biomarker['type'], marker: string | null): readonly EntryField[] {
  const usual = usualScores[marker ?? '']
  const units = Object.keys(biomarkerUnits[type] ?? {})
  const [first, ...others] = [...units.filter((unit) => unit === usual), ...units.filter((unit) => unit !== usual)]
  if (first === undefined) return []
  const choices = [first, ...others].map((unit) => ({ value: unit, label: scoreWords[unit] ?? unit }))
  const initial = usual === first || others.length === 0 ? choices[0] : undefined
  return [
    { name: 'value', label: 'Score', hint: null, isRequired: type === 'tmb', control: { kind: 'number' } },
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
