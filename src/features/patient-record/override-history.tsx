import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { countText } from '../../format/counts.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { clinicianVerdictWords } from '../../ui/clinician-verdict.tsx'

type Entry = components['schemas']['OverrideEntry']

/** Every verdict that was set or withdrawn on a trial's criteria, also on wording that the protocol no longer has. */
export function OverrideHistory({ history }: { readonly history: readonly Entry[] }) {
  if (history.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Everything set and withdrawn by clinicians ({countText(history.length)})
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <ol className="nhsuk-list" reversed>
          {history.map((entry) => (
            <li key={`${entry.overrideId} ${entry.action}`}>
              <strong>{actionText(entry)}</strong> by {entry.by}, {roleLabel(entry.role)}, on{' '}
              {clinicalInstant(entry.at)}: {entry.reason}
              <div className="nhsuk-hint nhsuk-u-margin-bottom-0">
                {entry.criterionText}
                {entry.cohort === null ? '' : ` (cohort ${entry.cohort})`}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </details>
  )
}

function actionText({ action, verdict }: Entry): string {
  const words = clinicianVerdictWords[verdict]
  return action === 'set' ? `Set to “${words}”` : `“${words}” withdrawn`
}
