import { type ReactNode, useId, useState } from 'react'
import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { countedMarkOf } from '../../ui/verdict-mark.tsx'

type CriterionVerdict = components['schemas']['CriterionVerdict']

/** What stops nobody is folded; what a clinician has said something about stays in sight, whatever it was. */
export function isFolded(criterion: CriterionVerdict): boolean {
  return criterion.override === null && countedMarkOf(criterion) === 'met'
}

type MetCriteriaProps = {
  readonly count: number
  /** What has just been told about one of them, if anything; it has to be in sight. */
  readonly told: object | null
  readonly isOpenAtFirst: boolean
  readonly children: ReactNode
}

/** The criteria that are met as one line that opens, so that those which decide stand first; on paper they stand open. */
export function MetCriteria({ count, told, isOpenAtFirst, children }: MetCriteriaProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst || told !== null)
  const [lastTold, setLastTold] = useState(told)
  const regionId = useId()
  if (told !== lastTold) {
    setLastTold(told)
    if (told !== null) setIsOpen(true)
  }
  if (count === 0) return null
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
        {counted(count, 'criterion', 'criteria')} met
      </button>
      <div id={regionId} className={isOpen ? undefined : 'app-met-criteria--closed'}>
        <p className="app-card__line app-card__source">
          “Met” means that the criterion does not stop the patient: an exclusion is met when it does not apply.
        </p>
        {children}
      </div>
    </div>
  )
}
