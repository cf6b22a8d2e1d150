import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { dutyLabel } from '#domain/access/duty.ts'
import { pathTo } from '../../data/paths.ts'

type MoveOfOthers = components['schemas']['MoveOfOthers']

type StepsOfOthersProps = { readonly steps: readonly MoveOfOthers[]; readonly trialId: string }

/** The next steps that are not the reader's to take, each with who can take it. */
export function StepsOfOthers({ steps, trialId }: StepsOfOthersProps) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps-of-others">
      <h3 className="nhsuk-heading-s" id="steps-of-others">
        Steps that others take
      </h3>
      <ul>
        {steps.map((step) => (
          <li key={step.to}>
            {step.label}: {whoTakes(step)}
          </li>
        ))}
      </ul>
      <p>
        By the <Link to={pathTo.delegationLog(trialId)}>delegation log of this trial</Link>.
      </p>
    </section>
  )
}

function whoTakes({ people, duties }: MoveOfOthers): string {
  if (people.length > 0) return people.join(', ')
  const words = duties.map(dutyLabel).join(', or ').toLowerCase()
  return `nobody is on the log for it (${words})`
}
