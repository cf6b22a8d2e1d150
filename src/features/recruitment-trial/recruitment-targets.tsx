import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { targetInForce } from '#domain/recruitment/recruitment-target.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/page-states.tsx'

type Target = components['schemas']['RecruitmentTarget']
type TargetRow = Target & { readonly isInForce: boolean }

/** Every UK target agreed so far. One that is agreed anew takes over from its day on; the earlier ones stay to be seen. */
export function RecruitmentTargets({
  targets,
  asOf,
}: {
  readonly targets: readonly Target[]
  readonly asOf: CalendarDate
}) {
  const plans = targets.map((target) => ({ ...target, plannedCloseOn: target.closesOn }))
  const inForce = targetInForce(plans, asOf)
  const rows = plans.map((plan) => ({ ...plan, isInForce: plan === inForce }))
  return (
    <section aria-labelledby="targets">
      <h2 className="nhsuk-heading-m" id="targets">
        Agreed UK targets
      </h2>
      {rows.length === 0 ? (
        <EmptyState title="No UK target agreed">
          <p>Without one only counts are shown. The registry’s worldwide number is never taken for a target.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Agreed UK targets"
          isCaptionHidden
          columns={targetColumns}
          rows={rows.toSorted((a, b) => b.agreedOn.localeCompare(a.agreedOn))}
          rowId={(row) => `${row.agreedOn} ${rows.indexOf(row)}`}
        />
      )}
    </section>
  )
}

const targetColumns: readonly DataColumn<TargetRow>[] = [
  {
    id: 'agreedOn',
    header: 'Agreed',
    isRowHeader: true,
    isUnbroken: true,
    cell: ({ agreedOn }) => clinicalDate(agreedOn),
  },
  { id: 'target', header: 'Patients', isNumeric: true, cell: ({ target }) => countText(target) },
  { id: 'opensOn', header: 'Opens', isUnbroken: true, cell: ({ opensOn }) => clinicalDate(opensOn) },
  { id: 'closesOn', header: 'Planned close', isUnbroken: true, cell: ({ closesOn }) => clinicalDate(closesOn) },
  { id: 'inForce', header: 'In force', cell: ({ isInForce }) => (isInForce ? 'Yes' : 'No') },
]
