import { useId } from 'react'
import type { components } from '#api/schema.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'

type OtherPartsProps = { readonly parts: components['schemas']['CriterionVerdict']['otherParts'] }

/** Of a criterion that asks for several things at once: what did not fail, below what did. */
export function OtherParts({ parts }: OtherPartsProps) {
  const headingId = useId()
  if (parts.length === 0) return null
  return (
    <div className="app-verdict__software">
      <div id={headingId}>Its other parts:</div>
      <ul className="nhsuk-list nhsuk-u-font-size-16 nhsuk-u-margin-bottom-0" aria-labelledby={headingId}>
        {parts.map(({ verdict, sentence }) => (
          <li key={sentence} className="nhsuk-u-margin-bottom-0">
            <VerdictMark mark={verdict === 'met' ? 'met' : 'notKnown'} /> {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
