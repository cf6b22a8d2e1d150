import { type ReactNode, useId, useState } from 'react'
import type { components } from '#api/schema.ts'
import { countMarks } from '#domain/eligibility/count-marks.ts'
import { counted, countText } from '../../format/counts.ts'
import { countedMarkOf } from '../../ui/verdict-mark.tsx'

type CriterionVerdict = components['schemas']['CriterionVerdict']

/** What stops nobody is folded; what a clinician has said something about stays in sight, whatever it was. */
export function isFolded(criterion: CriterionVerdict): boolean {
  return criterion.override === null && countedMarkOf(criterion) === 'met'
}

/**
 * The line over the criteria that are met: as many as the card of the trial counts, then which of them stand elsewhere and
 * what stands here beside them. "12 criteria met, 1 of them above, and 1 that is advice only".
 */
export function metText(criteria: readonly CriterionVerdict[]): string {
  const count = (some: readonly CriterionVerdict[]) =>
    countMarks(some.map((each) => ({ class: each.class, mark: countedMarkOf(each) }))).met
  const folded = criteria.filter(isFolded)
  const [met, here] = [count(criteria), count(folded)]
  const advisory = folded.length - here
  return [
    `${counted(met, 'criterion', 'criteria')} met`,
    ...(here === met ? [] : [`${countText(met - here)} of them above`]),
    ...(advisory === 0 ? [] : [`and ${countText(advisory)} that ${advisory === 1 ? 'is' : 'are'} advice only`]),
  ].join(', ')
}

type MetCriteriaProps = {
  /** Of the cohort shown. */
  readonly criteria: readonly CriterionVerdict[]
  readonly isEmpty: boolean
  /** What has just been told about one of them, if anything; it has to be in sight. */
  readonly told: object | null
  readonly isOpenAtFirst: boolean
  readonly children: ReactNode
}

/** The criteria that are met as one line that opens, so that those which decide stand first; on paper they stand open. */
export function MetCriteria({ criteria, isEmpty, told, isOpenAtFirst, children }: MetCriteriaProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst || told !== null)
  const [hasValues, setHasValues] = useState(told !== null)
  const [lastTold, setLastTold] = useState(told)
  const regionId = useId()
  if (told !== lastTold) {
    setLastTold(told)
    if (told !== null) {
      setIsOpen(true)
      setHasValues(true)
    }
  }
  if (isEmpty) return null
  return (
    <div>
      <button
        type="button"
        className="app-link-button app-print-hidden"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide: ' : ''}
        {metText(criteria)}
      </button>
      <div id={regionId} className={classOf(isOpen, hasValues)}>
        <p className="app-card__line app-card__source">
          “Met” means that the criterion does not stop the patient: an exclusion is met when it does not apply.
        </p>
        <button
          type="button"
          className="app-link-button app-met-criteria__values"
          aria-pressed={hasValues}
          onClick={() => setHasValues(!hasValues)}
        >
          Show rules and values
        </button>
        {children}
      </div>
    </div>
  )
}

/** Where every criterion is a card, what is met is read as a list of wordings first. */
function classOf(isOpen: boolean, hasValues: boolean): string | undefined {
  if (!isOpen) return 'app-met-criteria--closed'
  return hasValues ? undefined : 'app-met-criteria--brief'
}
