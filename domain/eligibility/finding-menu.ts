import { factName } from './fact-name.ts'
import { recordableCodes } from './finding-shape.ts'
import { splitItemKey } from './item-key.ts'
import { itemName } from './item-name.ts'
import { medicineWords } from './medicine-words.ts'
import { testTypes } from './test-types.ts'

/** A sort of finding, and what of that sort can be recorded, in the order of the alphabet. */
export interface FindingSort {
  readonly sort: FindingSortName
  readonly label: string
  /** What is asked once the sort is known. */
  readonly question: string
  readonly findings: readonly MenuFinding[]
}

/** One finding: `entryOfItem` makes the form of its key. */
export interface MenuFinding {
  readonly key: string
  readonly label: string
  /** What to know before it is recorded. */
  readonly note?: string
}

export type FindingSortName =
  | 'condition'
  | 'medicine'
  | 'infection'
  | 'toxicity'
  | 'otherCancer'
  | 'laboratory'
  | 'measurement'
  | 'performance'
  | 'stage'
  | 'disease'
  | 'metastasis'
  | 'biomarker'
  | 'review'

/**
 * Everything that can be recorded of a patient without a trial that asks for it, by sort. The lists are those that
 * criteria can ask for: what is on none of them would answer no question. Treatments have a form of their own.
 */
export const findingMenu: readonly FindingSort[] = [
  sortOf('condition', 'Condition', 'Which condition?', [
    ...recordableCodes('condition').map(ofCode('condition')),
    named('childbearing-potential'),
  ]),
  sortOf('medicine', 'Medicine', 'Which medicine?', recordableCodes('medication').map(ofMedicine)),
  sortOf('infection', 'Infection', 'Which infection?', recordableCodes('infection').map(ofCode('infection'))),
  sortOf(
    'toxicity',
    'Side effect of a treatment',
    'Which side effect?',
    recordableCodes('toxicity').map(ofCode('toxicity')),
  ),
  sortOf(
    'otherCancer',
    'Other cancer, now or in the past',
    'Which cancer?',
    recordableCodes('other-malignancy').map(ofCode('other-malignancy')),
  ),
  sortOf(
    'laboratory',
    'Result of blood, urine or another sample',
    'Which result?',
    recordableCodes('lab').map(ofCode('lab')),
  ),
  sortOf(
    'measurement',
    'Vital sign or measurement',
    'Which measurement?',
    recordableCodes('observation').map(ofCode('observation')),
  ),
  sortOf('performance', 'Performance status or score', 'Which scale?', [
    ...recordableCodes('performance-status').map((scale) => named(`ps:${scale}`)),
    ...recordableCodes('score').map((score) => named(`score:${score}`)),
  ]),
  sortOf('stage', 'Stage or grade', 'By which system?', [
    ...recordableCodes('stage').map((system) => named(`stage:${system}`)),
    named('grade'),
  ]),
  sortOf(
    'disease',
    'State of the cancer',
    'What about the cancer?',
    ['disease-extent', 'disease-status', 'progression', 'best-response', 'measurable-disease', 'standard-options'].map(
      named,
    ),
  ),
  sortOf('metastasis', 'Metastasis', 'Where?', recordableCodes('metastasis').map(ofCode('metastasis'))),
  sortOf('biomarker', 'Biomarker', 'Which test?', testTypes),
  sortOf(
    'review',
    'Central review or decision of a board',
    'Whose decision?',
    recordableCodes('central-review').map(ofCode('central-review')),
  ),
]

/** What is opened in place of a confirmation by whoever knows of something that it would deny; `null` for other items. */
export function recordedInstead(
  key: string,
): { kind: 'treatment' } | { kind: 'finding'; sort: FindingSortName } | null {
  const [sort, category] = splitItemKey(key)
  if (sort !== 'assertion') return null
  if (category === 'treatment-history-complete') return { kind: 'treatment' }
  const found = sortsByConfirmation[category]
  return found === undefined ? null : { kind: 'finding', sort: found }
}

const sortsByConfirmation: Readonly<Record<string, FindingSortName>> = {
  'comorbidities-reviewed': 'condition',
  'medicines-reviewed': 'medicine',
  'infection-status-reviewed': 'infection',
}

function sortOf(sort: FindingSortName, label: string, question: string, findings: readonly MenuFinding[]): FindingSort {
  return { sort, label, question, findings: findings.toSorted((a, b) => a.label.localeCompare(b.label, 'en')) }
}

/** Named by its item where the code alone does not say what it is: "Stage (FIGO)". */
function named(key: string): MenuFinding {
  return { key, label: itemName(key) }
}

function ofCode(sort: string): (code: string) => MenuFinding {
  return (code) => ({ key: `${sort}:${code}`, label: factName(code) })
}

function ofMedicine(code: string): MenuFinding {
  const { example, note } = medicineWords[code] ?? {}
  return {
    key: `medication:${code}`,
    label: example === undefined ? factName(code) : `${factName(code)}, such as ${example}`,
    ...(note === undefined ? {} : { note }),
  }
}
