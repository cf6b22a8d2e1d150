import type { components } from '#api/schema.ts'
import { dutyLabel } from '#domain/access/duty.ts'
import { roleLabel } from '#domain/access/role.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

export type LogLine = components['schemas']['DelegationEntry']

/** What every line tells, now or past. */
export const lineColumns: readonly DataColumn<LogLine>[] = [
  {
    id: 'person',
    header: 'Person',
    isRowHeader: true,
    cell: ({ name, role }) => (
      <div>
        {name}
        <div>{roleLabel(role)}</div>
      </div>
    ),
  },
  { id: 'duty', header: 'Duty', cell: ({ duty }) => dutyLabel(duty) },
  {
    id: 'from',
    header: 'From',
    cell: ({ startsOn, state }) => (
      <div>
        <span className="app-nowrap">{clinicalDate(startsOn)}</span>
        {state === 'planned' ? (
          <div>
            <Tag colour="blue">Not yet</Tag>
          </div>
        ) : null}
      </div>
    ),
  },
  {
    id: 'to',
    header: 'To',
    isUnbroken: true,
    cell: ({ endsOn }) => (endsOn === null ? 'No last day' : clinicalDate(endsOn)),
  },
  {
    id: 'entered',
    header: 'Entered by',
    cell: ({ enteredBy, enteredAt }) => (
      <div>
        {enteredBy}
        <div className="app-nowrap">{clinicalInstant(enteredAt)}</div>
      </div>
    ),
  },
]
