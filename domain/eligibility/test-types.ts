import type { Biomarker } from './patient-record.ts'

/** The sorts of test of a tumour that can be recorded, each with the key of its form. */
export const testTypes: readonly { readonly key: string; readonly label: string }[] = [
  { key: testKey('variant'), label: 'Gene variant (mutation)' },
  { key: testKey('fusion'), label: 'Gene fusion' },
  { key: testKey('cna'), label: 'Gene copy number (amplification)' },
  { key: testKey('ihc'), label: 'Protein stain (immunohistochemistry)' },
  { key: testKey('hla'), label: 'HLA type' },
  { key: 'biomarker:Microsatellite instability', label: 'Microsatellite instability' },
  { key: 'biomarker:Mismatch repair', label: 'Mismatch repair' },
  { key: 'biomarker:Tumour mutational burden', label: 'Tumour mutational burden' },
]

/** What was tested is typed in: "test:variant" asks for the gene. */
function testKey(type: TypedTest): string {
  return `test:${type}`
}

/** A sort of test that names a gene or a protein. */
export type TypedTest = Exclude<Biomarker['type'], 'msi' | 'mmr' | 'tmb'>

export function typedTest(word: string): TypedTest | null {
  return typedTests.find((type) => type === word) ?? null
}

const typedTests: readonly TypedTest[] = ['variant', 'fusion', 'cna', 'ihc', 'hla']
