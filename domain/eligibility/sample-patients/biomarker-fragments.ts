import type { BiomarkerLeaf } from '../leaf.ts'
import type { Biomarker } from '../patient-record.ts'
import { testOf } from '../sample-record.ts'
import type { Fragment } from './fragment.ts'

/** The test as asked for, with the result asked for and with another, and a sample that failed. */
export function biomarkerFragments(leaf: BiomarkerLeaf): readonly Fragment[] {
  const { type } = leaf
  if (type === 'rareInCommon') return []
  const isCentralReview = leaf.centralReview === true
  const test = (parts: Partial<Biomarker>) => ({
    biomarkers: [testOf(type, { isCentralReview, ...subjectOf(leaf), ...parts })],
  })
  const failed = test({ result: 'failed' })
  if (leaf.cmp !== undefined) {
    const value = leaf.value ?? 0
    const numbers = [value, value + 1, value - 1].map((found) =>
      test({ value: found, unit: leaf.unit ?? null, result: `${found}` }),
    )
    return [...numbers, failed]
  }
  if (type === 'fusion') return [...fusions(leaf), failed]
  const negative = otherWords[type]
  return [test({ result: leaf.result ?? 'present' }), test({ result: negative, hgvsP: null }), failed]
}

const otherWords: Readonly<Record<Biomarker['type'], string>> = {
  variant: 'absent',
  fusion: 'absent',
  cna: 'not-amplified',
  ihc: 'absent',
  hla: 'absent',
  msi: 'MSS',
  mmr: 'pMMR',
  tmb: 'low',
}

function subjectOf({ gene, marker, allele, hgvsP }: BiomarkerLeaf): Partial<Biomarker> {
  return {
    genes: gene === undefined ? [] : [gene],
    marker: marker ?? null,
    allele: allele ?? null,
    hgvsP: hgvsP?.replace(/\*$/u, 'Glu') ?? null,
  }
}

/** A fusion of the first pair; a negative test of every gene that the question names. */
function fusions({ genes = ['*', '*'] }: BiomarkerLeaf): readonly Fragment[] {
  const [ones, others] = genes.map((names) => names.split('|'))
  const partner = (name: string | undefined) => (name === undefined || name === '*' ? 'EML4' : name)
  const named = [...(ones ?? []), ...(others ?? [])].filter((name) => name !== '*')
  return [
    { biomarkers: [testOf('fusion', { genes: [partner(ones?.[0]), partner(others?.[0])] })] },
    { biomarkers: named.map((gene) => testOf('fusion', { genes: [gene], result: 'absent' })) },
  ]
}
