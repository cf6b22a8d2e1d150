import { useCallback, useMemo, useState } from 'react'
import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { AssignMany } from './assign-many.tsx'
import { TeamAnswer } from './team-answer.tsx'
import { unassignedColumns } from './unassigned-columns.tsx'
import { useTeamChanges } from './use-team-changes.ts'

type Schemas = components['schemas']

type UnassignedPatientsProps = {
  readonly unassigned: Schemas['UnassignedPatients']
  readonly teams: readonly Schemas['Team'][]
}

/** Patients whom nobody sees yet, each to be given into the care of a team, or many at once. */
export function UnassignedPatients({ unassigned: { items, total }, teams }: UnassignedPatientsProps) {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const { fetcher, result, isPending, heading } = useTeamChanges(useCallback(() => setChosenIds(new Set()), []))
  const columns = useMemo(
    () => unassignedColumns({ teams, fetcher, isPending, chosenIds, setChosenIds }),
    [teams, fetcher, isPending, chosenIds],
  )
  return (
    <section aria-labelledby="without-team" className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-m" id="without-team" tabIndex={-1} ref={heading}>
        Patients without a team
      </h2>
      <TeamAnswer result={result} />
      {total === 0 ? (
        <p>Every patient of your organisation is in the care of a team.</p>
      ) : (
        <p>
          {counted(total, 'patient is', 'patients are')} in the care of no team: no clinician sees them until you assign
          one.
          {items.length < total
            ? ` The first ${countText(items.length)} are listed; the next ones follow as you assign these.`
            : null}
          {teams.length === 0 ? ' Add a team first.' : null}
        </p>
      )}
      {items.length === 0 ? null : (
        <>
          {teams.length === 0 ? null : (
            <AssignMany
              teams={teams}
              patients={items}
              chosenIds={chosenIds}
              setChosenIds={setChosenIds}
              fetcher={fetcher}
              isPending={isPending}
            />
          )}
          <DataTable
            caption="Patients without a team, in the order of their names"
            isCaptionHidden
            isDense
            columns={columns}
            rows={items}
            rowId={({ patientId }) => patientId}
          />
        </>
      )}
    </section>
  )
}
