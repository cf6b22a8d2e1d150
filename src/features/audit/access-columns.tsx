import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { auditOutcomeLabel } from '#domain/audit/audit-action.ts'
import { searchWith } from '../../data/search-params.ts'
import { counted } from '../../format/counts.ts'
import { clinicalInstant } from '../../format/dates.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Muted } from '../../ui/muted.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type AccessFilters, accessFilters } from './access-filters.ts'

type AuditEvent = components['schemas']['AuditEvent']

/** When, who, what, whom, why, and what came of it. A person or a patient leads to all that the log holds of them. */
export function accessColumns(filters: AccessFilters): readonly DataColumn<AuditEvent>[] {
  const to = (patch: Partial<AccessFilters>) => searchWith(accessFilters, filters, { after: undefined, ...patch })
  return [
    { id: 'at', header: 'When', isUnbroken: true, cell: ({ at }) => clinicalInstant(at) },
    {
      id: 'who',
      header: 'Who',
      isRowHeader: true,
      cell: ({ actor }) => <Who actor={actor} filters={filters} to={to} />,
    },
    {
      id: 'what',
      header: 'What',
      cell: ({ label, trial }) => (
        <>
          {label}
          {trial === null ? null : <Muted isBelow>{`${trial.registryId}: ${trial.title}`}</Muted>}
        </>
      ),
    },
    {
      id: 'patients',
      header: 'Patients',
      cell: ({ patientCount, aboutPatientId }) => {
        if (patientCount === 0) return 'None'
        const text = counted(patientCount, 'patient')
        if (aboutPatientId === null || aboutPatientId === filters.patient) return text
        return <Link to={to({ patient: aboutPatientId })}>{text}</Link>
      },
    },
    {
      id: 'why',
      header: 'Why',
      cell: ({ basis, patientCount }) => basis ?? (patientCount === 0 ? 'No patient data' : 'No ground'),
    },
    { id: 'outcome', header: 'Outcome', cell: ({ outcome, reason }) => <Outcome outcome={outcome} reason={reason} /> },
  ]
}

type WhoProps = {
  readonly actor: AuditEvent['actor']
  readonly filters: AccessFilters
  readonly to: (patch: Partial<AccessFilters>) => string
}

function Who({ actor: { accountId, name, role, organisation }, filters, to }: WhoProps) {
  if (name === null) return 'Not signed in'
  const place = [role === null ? undefined : roleLabel(role), organisation ?? undefined].filter(
    (part) => part !== undefined,
  )
  const isChosen = accountId === null || accountId === filters.person
  return (
    <>
      {isChosen ? name : <Link to={to({ person: accountId })}>{name}</Link>}
      {place.length === 0 ? null : <Muted isBelow>{place.join(', ')}</Muted>}
    </>
  )
}

function Outcome({ outcome, reason }: Pick<AuditEvent, 'outcome' | 'reason'>) {
  const label = auditOutcomeLabel(outcome)
  const colour = colours[outcome]
  const why = outcome === 'denied' && reason !== null ? denialWords.get(reason) : undefined
  return (
    <>
      {colour === null ? label : <Tag colour={colour}>{label}</Tag>}
      {why === undefined ? null : <Muted isBelow>{why}</Muted>}
    </>
  )
}

const denialWords: ReadonlyMap<string, string> = new Map([
  ['not-signed-in', 'Not signed in'],
  ['wrong-password', 'Wrong password'],
  ['not-allowed', 'Not for this role'],
  ['not-found', 'Not theirs to see, or not there'],
])

/** What is as it should be needs no colour. */
const colours = {
  done: null,
  repeated: null,
  begun: null,
  denied: 'red',
  refused: 'yellow',
  failed: 'orange',
} as const
