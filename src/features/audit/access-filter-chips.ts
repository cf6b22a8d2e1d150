import { auditActionLabel, auditOutcomeLabel } from '#domain/audit/audit-action.ts'
import { searchWith } from '../../data/search-params.ts'
import { proseDate } from '../../format/dates.ts'
import type { FilterChip } from '../../ui/filter-chips.tsx'
import { type AccessFilters, accessFilters } from './access-filters.ts'

/** One chip for each filter that is set. The patient is shown above the list, and only called one patient here. */
export function accessFilterChips(filters: AccessFilters, person: string | null): readonly FilterChip[] {
  const { patient, person: personId, action, outcome, from, to } = filters
  const without = (patch: Partial<AccessFilters>) => searchWith(accessFilters, filters, { ...patch, after: undefined })
  return [
    ...(patient === undefined ? [] : [{ label: 'One patient', remove: without({ patient: undefined }) }]),
    ...(personId === undefined
      ? []
      : [{ label: `Who: ${person ?? 'one person'}`, remove: without({ person: undefined }) }]),
    ...(action === undefined
      ? []
      : [{ label: `What: ${auditActionLabel(action)}`, remove: without({ action: undefined }) }]),
    ...(outcome === undefined
      ? []
      : [{ label: `Outcome: ${auditOutcomeLabel(outcome)}`, remove: without({ outcome: undefined }) }]),
    ...(from === undefined ? [] : [{ label: `From ${proseDate(from)}`, remove: without({ from: undefined }) }]),
    ...(to === undefined ? [] : [{ label: `Until ${proseDate(to)}`, remove: without({ to: undefined }) }]),
  ]
}
