import type { SeededRandom } from '../random/seeded-random.ts'
import type { CancerProfile } from './cancer-profile.ts'
import type { PlannedBiomarker } from './clinical-story.ts'
import { fusion, noFusion, noVariant, variant } from './planned-finding.ts'

/** What a tumour panel reports for the cancer: the tests special to it, and those that every panel has. */
export function usualBiomarkers(profile: CancerProfile, random: SeededRandom): readonly PlannedBiomarker[] {
  const special = specialTests[profile.cancerTypeId ?? ''] ?? []
  const common: readonly Test[] = [
    { share: 0.05, found: variant('BRAF', 'p.Val600Glu'), otherwise: noVariant('BRAF') },
    { share: 0.02, found: fusion('EML4', 'ALK'), otherwise: noFusion('ALK') },
    { share: 0.01, found: fusion('CD74', 'ROS1'), otherwise: noFusion('ROS1') },
    { share: 0.02, found: fusion('LMNA', 'NTRK1'), otherwise: noFusion('NTRK1') },
    { share: 0.01, found: fusion('AFAP1', 'NTRK2'), otherwise: noFusion('NTRK2') },
    { share: 0.02, found: fusion('ETV6', 'NTRK3'), otherwise: noFusion('NTRK3') },
    { share: 0.04, found: copyNumber('ERBB2', 'amplified'), otherwise: copyNumber('ERBB2', 'not-amplified') },
    {
      share: 0.04,
      found: { type: 'msi', genes: [], result: 'MSI-H' },
      otherwise: { type: 'msi', genes: [], result: 'MSS' },
    },
  ]
  const results = [...special, ...common].map(({ share, found, otherwise }) =>
    random.chance(share) ? found : otherwise,
  )
  const tmb = random.chance(0.08) ? random.decimal(10, 32, 1) : random.decimal(0.4, 6, 1)
  return [...results, { type: 'tmb', genes: [], result: 'reported', value: tmb, unit: 'mut/Mb' }]
}

interface Test {
  /** Share of tumours in which it is found. */
  readonly share: number
  readonly found: PlannedBiomarker
  readonly otherwise: PlannedBiomarker
}

const idh: readonly Test[] = [
  { share: 0.85, found: variant('IDH1', 'p.Arg132His'), otherwise: noVariant('IDH1') },
  { share: 0.03, found: variant('IDH2', 'p.Arg172Lys'), otherwise: noVariant('IDH2') },
]

const specialTests: Readonly<Record<string, readonly Test[]>> = {
  'sk-uveal': [
    { share: 0.47, found: hla('positive'), otherwise: hla('negative') },
    { share: 0.45, found: variant('GNAQ', 'p.Gln209Leu'), otherwise: noVariant('GNAQ') },
  ],
  'hn-sdc': [{ share: 0.8, found: androgenReceptor(8), otherwise: androgenReceptor(2) }],
  'en-atc': [{ share: 0.4, found: variant('BRAF', 'p.Val600Glu'), otherwise: noVariant('BRAF') }],
  'sa-gist': [
    { share: 0.75, found: variant('KIT', 'p.Trp557_Lys558del'), otherwise: noVariant('KIT') },
    { share: 0.08, found: variant('PDGFRA', 'p.Asp842Val'), otherwise: noVariant('PDGFRA') },
  ],
  'gi-icca': [{ share: 0.15, found: fusion('FGFR2', 'BICC1'), otherwise: noFusion('FGFR2') }],
  'gi-flc': [{ share: 0.95, found: fusion('DNAJB1', 'PRKACA'), otherwise: noFusion('PRKACA') }],
  'ha-aml': [
    { share: 0.3, found: variant('NPM1', 'p.Trp288CysfsTer12'), otherwise: noVariant('NPM1') },
    { share: 0.28, found: variant('FLT3', 'p.Asp835Tyr'), otherwise: noVariant('FLT3') },
  ],
  'ha-mcl': [{ share: 0.95, found: fusion('CCND1', 'IGH'), otherwise: noFusion('CCND1') }],
  'cns-astroidh': idh,
  'cns-oligo': idh,
}

function hla(result: 'positive' | 'negative'): PlannedBiomarker {
  return { type: 'hla', genes: ['HLA-A'], allele: '02:01', result }
}

function androgenReceptor(value: number): PlannedBiomarker {
  return { type: 'ihc', genes: [], marker: 'AR', result: 'present', value, unit: 'IRS', isCentralReview: true }
}

function copyNumber(gene: string, result: string): PlannedBiomarker {
  return { type: 'cna', genes: [gene], result }
}
