import type { CancerType } from './cancer-type.ts'
import { fitCellType, fitProvenSite, isSiteCompatible } from './fit-diagnosis.ts'
import { type DiagnosisCodes, isUncoded, type ReadableDiagnosis, readDiagnosis } from './read-diagnosis.ts'
import { ancestorsOf, cancerTypeById, childrenOf, taxonomy } from './taxonomy.ts'
import { isWithoutCellType } from './unspecified-morphology.ts'

/**
 * How sure it is that a diagnosis is this cancer type.
 * 'exact': site and morphology both lie inside, or inside a type below it.
 * 'group': the group above is exact, and the report does not say which entity of it this is.
 * 'possible': the site or ICD-10 allows it and a histology code is needed to tell. Never a failure.
 * 'none': a code excludes it.
 * 'unknown': no code could be read, so nothing is confirmed or excluded.
 */
export type DiagnosisGrade = 'exact' | 'group' | 'possible' | 'none' | 'unknown'

/** Ids of cancer types by grade, in the order of the taxonomy; what is in no list is excluded unless `kind` is 'unknown'. */
export interface ClassifiedDiagnosis {
  readonly kind: 'graded' | 'unknown'
  readonly exact: readonly string[]
  readonly group: readonly string[]
  readonly possible: readonly string[]
}

export interface ResolvedDiagnosis {
  readonly cancerTypeId: string
  readonly grade: 'exact' | 'possible'
  /** Further types of the same grade, next best first, without those above the resolved one. */
  readonly alternates: readonly string[]
}

/** The grade for one cancer type; 'unknown' also for an id that the taxonomy does not have. */
export function gradeDiagnosis(diagnosis: DiagnosisCodes, cancerTypeId: string): DiagnosisGrade {
  const codes = readDiagnosis(diagnosis)
  return isUncoded(codes) ? 'unknown' : (gradesOf(codes).get(cancerTypeId) ?? 'unknown')
}

/** The grade for every cancer type. A diagnosis that is exactly an entity is exactly its group and family too. */
export function classifyDiagnosis(diagnosis: DiagnosisCodes): ClassifiedDiagnosis {
  const codes = readDiagnosis(diagnosis)
  if (isUncoded(codes)) return { kind: 'unknown', exact: [], group: [], possible: [] }
  const grades = gradesOf(codes)
  const idsOf = (grade: Grade) => taxonomy.filter((type) => grades.get(type.id) === grade).map((type) => type.id)
  return { kind: 'graded', exact: idsOf('exact'), group: idsOf('group'), possible: idsOf('possible') }
}

/**
 * The one cancer type to show. Exact: an entity before a group, then the narrowest range of morphologies. Where no cell
 * type is recorded: the possible group whose ICD-10 codes are the narrowest, then the most frequent. Null when nothing
 * is left, as for a common cancer.
 */
export function resolveDiagnosis(diagnosis: DiagnosisCodes): ResolvedDiagnosis | null {
  const codes = readDiagnosis(diagnosis)
  if (isUncoded(codes)) return null
  const coded = taxonomy.filter((type) => type.level !== 'family')
  const grades = gradesOf(codes)
  const proven = coded.filter((type) => grades.get(type.id) === 'exact')
  if (proven.length > 0) return resolved(proven.toSorted(byMostSpecific), 'exact')
  if (codes.morphology !== null && !isWithoutCellType(codes.morphology.base)) return null
  return resolved(coded.filter((type) => ownGrade(codes, type) === 'possible').toSorted(byLikeliest), 'possible')
}

type Grade = Exclude<DiagnosisGrade, 'unknown'>

/** Grades from the entities upwards: the taxonomy lists what is below a type after it, so it is walked backwards. */
function gradesOf(codes: ReadableDiagnosis): ReadonlyMap<string, Grade> {
  const grades = new Map<string, Grade>()
  for (const type of taxonomy.toReversed()) {
    const below = childrenOf(type.id).map((child) => grades.get(child.id))
    const own = type.level === 'family' ? 'none' : ownGrade(codes, type)
    if (own === 'exact' || below.includes('exact') || below.includes('group')) grades.set(type.id, 'exact')
    else if (type.level === 'entity' && isUnresolvedEntity(codes, type)) grades.set(type.id, 'group')
    else grades.set(type.id, own === 'possible' || below.includes('possible') ? 'possible' : 'none')
  }
  return grades
}

/** The grade from the type's own ranges, without what lies above or below it. */
function ownGrade(codes: ReadableDiagnosis, type: CancerType): 'exact' | 'possible' | 'none' {
  const cellType = fitCellType(codes.morphology, type)
  switch (cellType) {
    case 'outside':
      return 'none'
    case 'inside': {
      const site = fitProvenSite(codes, type)
      return site === 'inside' ? 'exact' : site === 'partial' ? 'possible' : 'none'
    }
    case 'unspecified':
    case 'missing':
      return isSiteCompatible(codes, type) ? 'possible' : 'none'
    default:
      return cellType satisfies never
  }
}

/** True for an entity of a proven group, while the report names only the tissue and the site is the entity's too. */
function isUnresolvedEntity(codes: ReadableDiagnosis, entity: CancerType): boolean {
  const group = cancerTypeById(entity.parentId ?? '')
  if (group === undefined || ownGrade(codes, group) !== 'exact') return false
  return fitCellType(codes.morphology, entity) === 'unspecified' && fitProvenSite(codes, entity) !== 'outside'
}

function resolved(candidates: readonly CancerType[], grade: 'exact' | 'possible'): ResolvedDiagnosis | null {
  const [best, ...others] = candidates
  if (best === undefined) return null
  const above = ancestorsOf(best.id).map((type) => type.id)
  const alternates = others.map((type) => type.id).filter((id) => !above.includes(id))
  return { cancerTypeId: best.id, grade, alternates }
}

function byMostSpecific(a: CancerType, b: CancerType): number {
  return levelOrder[a.level] - levelOrder[b.level] || morphologyWidth(a) - morphologyWidth(b)
}

function byLikeliest(a: CancerType, b: CancerType): number {
  const byIncidence =
    (b.incidencePer100k ?? Number.NEGATIVE_INFINITY) - (a.incidencePer100k ?? Number.NEGATIVE_INFINITY)
  return levelOrder[b.level] - levelOrder[a.level] || siteWidth(a) - siteWidth(b) || byIncidence
}

const levelOrder = { entity: 0, group: 1, family: 2 }

/** How many morphology codes the type spans. */
function morphologyWidth(type: CancerType): number {
  return type.morphology.reduce((total, { from, to }) => total + Number(to) - Number(from) + 1, 0)
}

/** How many ICD-10 categories the type spans; a subcategory counts as a tenth. */
function siteWidth(type: CancerType): number {
  return type.icd10.reduce((total, { from, to }) => {
    const categories = Number(to.slice(1, 3)) - Number(from.slice(1, 3))
    return total + categories + (to.length === 3 ? 1 : (Number(to.slice(4)) - Number(from.slice(4) || 0) + 1) / 10)
  }, 0)
}
