import type { components } from '#api/schema.ts'
import { searchWith } from '../../data/search-params.ts'
import { CountLinks } from '../../ui/count-links.tsx'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import { allOf, outcomes, possiblePatientSearch } from './possible-patient-filters.ts'
import { possiblePatientsId } from './possible-patients.tsx'

type PossiblePatientCountsProps = {
  /** Null until they have come, and where they could not be fetched. */
  readonly found: Pick<components['schemas']['TrialPatientPage'], 'counts' | 'toRead'> | null
  /** Whether patients are compared with the trial at all: where they are not, nobody found is no answer. */
  readonly isCompared: boolean
}

/** How many of the caller's patients stand at which outcome, before all that is said of the trial itself. */
export function PossiblePatientCounts({ found, isCompared }: PossiblePatientCountsProps) {
  const hasAny = found !== null && allOf(found.counts) > 0
  return (
    <div className="app-patient-counts">
      <a href={`#${possiblePatientsId}`}>Possible patients of mine</a>
      {hasAny ? (
        <CountLinks
          label="Possible patients by outcome"
          links={[
            ...outcomes.map((outcome) => ({
              label: outcomeWords[outcome].label,
              count: found.counts[outcome],
              targetId: possiblePatientsId,
              search: searchWith(possiblePatientSearch, { outcome }, {}),
            })),
            ...(found.toRead === 0
              ? []
              : [
                  {
                    label: 'of these with criteria to read',
                    count: found.toRead,
                    targetId: possiblePatientsId,
                    search: searchWith(possiblePatientSearch, {}, {}),
                  },
                ]),
          ]}
        />
      ) : null}
      {found !== null && !hasAny ? <span>{isCompared ? 'None' : 'Not listed'}</span> : null}
    </div>
  )
}
