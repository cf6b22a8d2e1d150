import { cancerTypeById } from '../cancer/taxonomy.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import { type CriterionFault, described, fault } from '../eligibility/check-fields.ts'
import { cohortFaults } from '../eligibility/cohort-faults.ts'
import { countNodes } from '../eligibility/count-nodes.ts'
import { parseCriterion } from '../eligibility/parse-criterion.ts'
import type { TrialCriterion } from '../trial/trial-criterion.ts'
import { geneFaults } from './gene-faults.ts'

/** A trial that does not exist yet, as somebody writes it. Named after the contract's schema. */
export interface DraftTrial {
  readonly title?: string
  readonly cancerTypeIds: readonly string[]
  /** Takes many cancers. */
  readonly isBasket: boolean
  readonly criteria: readonly DraftCriterion[]
  /** The names that criteria may speak of; left out: none. */
  readonly cohorts?: readonly string[]
  /** Of these, the ones that take nobody now. */
  readonly closedCohorts?: readonly string[]
}

export interface DraftCriterion {
  readonly criterionId: string
  /** `notStated` only of a text without a rule. */
  readonly kind: string
  readonly class: string
  readonly text: string
  /** In the criteria language; null where only a person can read the text. */
  readonly rule: unknown
  readonly appliesTo?: readonly string[]
}

export type ReadDraft =
  | { readonly kind: 'trial'; readonly trial: HeldTrial }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] }

/** Reads a draft, or says everything that is wrong with it at once. Pointers are into the draft. */
export function readDraftTrial(draft: DraftTrial): ReadDraft {
  const read = draft.criteria.map((criterion, index) => readCriterion(criterion, `/criteria/${index}`))
  const readable = read.map((each) => (each.kind === 'criterion' ? each.criterion : null))
  const faults = [
    ...cancerFaults(draft),
    ...repeatedFaults(draft),
    ...cohortFaults(readable, draft.cohorts ?? []).map(inDraft),
    ...closedCohortFaults(draft),
    ...read.flatMap((each) => (each.kind === 'faults' ? each.faults : [])),
  ]
  const all = [...faults, ...(faults.length === 0 ? sizeFaults(readable) : [])]
  if (all.length > 0) return { kind: 'faults', faults: all }
  const criteria = read.flatMap((each) => (each.kind === 'criterion' ? [each.criterion] : []))
  return { kind: 'trial', trial: heldDraft(draft, criteria) }
}

/** A protocol has some hundreds of parts. With more than this, working out the draft would keep everybody waiting. */
export const mostNodesOfDraft = 2000

/** Said at the criterion with which the draft becomes too large. */
function sizeFaults(criteria: readonly (TrialCriterion | null)[]): readonly CriterionFault[] {
  let nodes = 0
  for (const [index, criterion] of criteria.entries()) {
    nodes += criterion?.expr ? countNodes(criterion.expr) : 0
    if (nodes <= mostNodesOfDraft) continue
    const problem = `with this rule the draft has more than ${mostNodesOfDraft} parts in all`
    return [fault(`/criteria/${index}/rule`, problem, 'Leave criteria out, or work them out in several drafts')]
  }
  return []
}

function heldDraft(
  { title, cancerTypeIds, isBasket, cohorts = [], closedCohorts = [] }: DraftTrial,
  criteria: readonly TrialCriterion[],
) {
  const statusOf = (name: string) => (closedCohorts.includes(name) ? 'paused' : 'open')
  const record = {
    registryId: 'draft',
    title: title ?? 'Draft trial',
    phases: [],
    recruitmentStatus: 'setup',
    cancerTypeIds,
    isBasket,
    cohorts: cohorts.map((name) => ({ name, recruitmentStatus: statusOf(name) }) as const),
    anchor: 'registration',
    protocolVersion: null,
    criteria,
  } as const
  return { trialId: 'draft', isDemonstration: false, isOpenAtHome: false, record }
}

type ReadCriterion =
  | { readonly kind: 'criterion'; readonly criterion: TrialCriterion }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] }

function readCriterion(criterion: DraftCriterion, pointer: string): ReadCriterion {
  const { criterionId, kind, text, rule, appliesTo } = criterion
  const bound = appliesTo === undefined ? {} : { appliesTo }
  const isKindStated = kind !== 'notStated'
  const named = { id: criterionId, kind: isKindStated ? kind : 'inclusion', class: criterion.class, text }
  const parsed = parseCriterion({ ...named, expr: rule, ...bound })
  const unstated = isKindStated || rule === null ? [] : [unstatedKind]
  const inRule = parsed.kind === 'faults' ? parsed.faults : geneFaults(rule, '/expr')
  if (parsed.kind === 'faults' || unstated.length + inRule.length > 0) {
    const found = [...unstated, ...inRule]
    return { kind: 'faults', faults: found.map((each) => inDraft({ ...each, pointer: pointer + each.pointer })) }
  }
  const source = { origin: 'protocol', isKindStated, headings: [], label: criterionId } as const
  return { kind: 'criterion', criterion: { ...parsed.criterion, ...source } }
}

const unstatedKind = fault(
  '/kind',
  'a rule can be read only of an inclusion or an exclusion',
  'Say which of the two it is, or leave the rule out',
)

/** The names of the language are not quite those of the draft. */
function inDraft(fault: CriterionFault): CriterionFault {
  const pointer = fault.pointer
    .replace(/^(\/criteria\/\d+)\/id$/u, '$1/criterionId')
    .replace(/^(\/criteria\/\d+)\/expr(?=\/|$)/u, '$1/rule')
  return { ...fault, pointer }
}

function cancerFaults({ cancerTypeIds, isBasket }: DraftTrial): readonly CriterionFault[] {
  if (cancerTypeIds.length === 0 && !isBasket) {
    const problem = 'the draft takes no cancer type'
    return [
      { pointer: '/cancerTypeIds', problem, remedy: 'Choose at least one, or say that the trial takes many cancers' },
    ]
  }
  return cancerTypeIds.flatMap((id, index) =>
    cancerTypeById(id) !== undefined
      ? []
      : [
          {
            pointer: `/cancerTypeIds/${index}`,
            problem: `"${id}" is not a cancer type`,
            remedy: 'Use an identifier of the list of cancer types',
          },
        ],
  )
}

function closedCohortFaults({ cohorts = [], closedCohorts = [] }: DraftTrial): readonly CriterionFault[] {
  return closedCohorts.flatMap((name, index) =>
    cohorts.includes(name)
      ? []
      : [
          fault(
            `/closedCohorts/${index}`,
            `${described(name)} is not a cohort of the trial`,
            'Add it to "cohorts" too',
          ),
        ],
  )
}

function repeatedFaults({ criteria }: DraftTrial): readonly CriterionFault[] {
  return criteria.flatMap(({ criterionId }, index) =>
    criteria.findIndex((other) => other.criterionId === criterionId) === index
      ? []
      : [
          {
            pointer: `/criteria/${index}/criterionId`,
            problem: `"${criterionId}" names another criterion already`,
            remedy: 'Give each criterion an identifier of its own',
          },
        ],
  )
}
