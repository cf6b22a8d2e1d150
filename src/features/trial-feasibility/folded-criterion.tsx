import { type ReactNode, useState } from 'react'
import { textWithCohorts } from '../../format/only-for-cohorts.ts'
import type { TypedCriterion } from './draft.ts'

type FoldedCriterionProps = {
  readonly criterion: TypedCriterion
  readonly position: number
  /** Then it is in sight. */
  readonly isFaulty: boolean
  readonly children: ReactNode
}

/** What was taken over of a trial is one line until somebody wants to change it. */
export function FoldedCriterion({ criterion, position, isFaulty, children }: FoldedCriterionProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="nhsuk-details nhsuk-u-margin-bottom-2"
      open={isOpen || isFaulty}
      onToggle={({ currentTarget: { open } }) => setIsOpen(open)}
    >
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {position}. {summaryOf(criterion)}
        </span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  )
}

const kindWords = { inclusion: 'Inclusion', exclusion: 'Exclusion', notStated: 'Kind not stated' } as const

function summaryOf({ kind, text, rule, appliesTo }: TypedCriterion): string {
  const wording = textWithCohorts({ text, appliesTo: appliesTo.length === 0 ? null : appliesTo })
  return `${kindWords[kind]}: ${wording}${rule.trim() === '' ? ' (to read: no rule)' : ''}`
}
