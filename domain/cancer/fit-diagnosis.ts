import type { CancerType } from './cancer-type.ts'
import { type CodeRange, codeRange, isInRange, rangesOverlap, siteCodeFit } from './code-range.ts'
import type { Morphology } from './normalise-code.ts'
import type { ReadableDiagnosis } from './read-diagnosis.ts'
import { mayBecome } from './unspecified-morphology.ts'

/**
 * How the recorded cell type relates to a cancer type. 'unspecified': the report says only the tissue ("carcinoma"), and
 * this cancer is of that tissue. A behaviour that the cancer never has puts it outside.
 */
export function fitCellType(
  morphology: Morphology | null,
  type: CancerType,
): 'inside' | 'unspecified' | 'missing' | 'outside' {
  if (morphology === null) return 'missing'
  if (!hasBehaviourOf(type, morphology)) return 'outside'
  if (type.morphology.some((range) => isInRange(morphology.base, range))) return 'inside'
  return mayBecome(morphology.base, type.morphology) ? 'unspecified' : 'outside'
}

/**
 * The site, once the cell type is that of the cancer: 'inside' proves it. Without a topography the ICD-10 code stands in
 * where it names a site or the cancer itself. 'partial': no site recorded, only a part of it, or codes that disagree.
 */
export function fitProvenSite(codes: ReadableDiagnosis, type: CancerType): 'inside' | 'partial' | 'outside' {
  const named = codes.icd10 === null || type.needsTopography ? 'outside' : siteCodeFit(codes.icd10, type.icd10)
  if (codes.topography !== null) {
    const fit = siteCodeFit(codes.topography, type.topography)
    return fit === 'outside' && named === 'inside' ? 'partial' : fit
  }
  if (codes.icd10 === null || named !== 'outside') return named === 'inside' ? 'inside' : 'partial'
  const site = topographyOfIcd10(codes.icd10)
  return site === null ? 'partial' : siteCodeFit(site, type.topography)
}

/**
 * Whether the site allows the cancer while the cell type is missing or says only the tissue. A cancer that arises at
 * any site is suggested by its own ICD-10 codes alone: otherwise every cancer without histology might be a sarcoma.
 */
export function isSiteCompatible(codes: ReadableDiagnosis, type: CancerType): boolean {
  if (codes.icd10 === null && codes.topography === null) return true
  if (
    type.needsTopography &&
    codes.topography !== null &&
    siteCodeFit(codes.topography, type.topography) === 'outside'
  ) {
    return false
  }
  const isNamed = codes.icd10 !== null && isIcd10Compatible(codes.icd10, type.icd10)
  const isAnySite = type.topography.some((range) => range.to === lastTopography)
  const sites = isAnySite ? type.icd10 : [...type.icd10, ...type.topography]
  return isNamed || (codes.topography !== null && siteCodeFit(codes.topography, sites) !== 'outside')
}

const lastTopography = 'C80'

/** Malignant is /3, and /5, /6 and /9 too (National Disease Registration Service). No digit: nothing is excluded. */
function hasBehaviourOf(type: CancerType, { behaviour }: Morphology): boolean {
  switch (behaviour) {
    case null:
    case 3:
    case 5:
    case 6:
    case 9:
      return true
    case 1:
      return type.behaviours.includes(1)
    case 0:
    case 2:
      return false
    default:
      return behaviour satisfies never
  }
}

/** ICD-10 "unspecified" lymphoma and leukaemia may be any of their chapter. */
const unspecifiedIcd10: readonly { readonly code: CodeRange; readonly outcome: CodeRange }[] = [
  { code: codeRange('C85.9'), outcome: codeRange('C82-C88.0') },
  { code: codeRange('C95'), outcome: codeRange('C91-C94') },
]

function isIcd10Compatible(icd10: string, ranges: readonly CodeRange[]): boolean {
  if (siteCodeFit(icd10, ranges) !== 'outside') return true
  return unspecifiedIcd10.some(
    ({ code, outcome }) => isInRange(icd10, code) && ranges.some((range) => rangesOverlap(range, outcome)),
  )
}

/** ICD-10 and topography share their numbers for organs. C43 is skin; C42, C45, C46 and C81 onwards name no site. */
function topographyOfIcd10(icd10: string): string | null {
  if (icd10.startsWith('C43')) return 'C44'
  const isOrgan = icd10 < 'C42' || (icd10 >= 'C44' && icd10 < 'C45') || (icd10 >= 'C47' && icd10 < 'C81')
  return icd10.startsWith('C') && isOrgan ? icd10 : null
}
