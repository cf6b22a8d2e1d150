import { auditActions, auditOutcomes } from '#domain/audit/audit-action.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import type { AccessFilters } from './access-filters.ts'
import { DayFilter } from './day-filter.tsx'

type AccessFilterPanelProps = {
  readonly filters: AccessFilters
  readonly chosen: number
  readonly onChange: (patch: Partial<AccessFilters>) => void
}

/** What the log can be narrowed by besides a patient and a person, who are chosen by number and from the list. */
export function AccessFilterPanel({ filters, chosen, onChange }: AccessFilterPanelProps) {
  return (
    <FilterPanel chosen={chosen}>
      <SelectField
        label="What was done"
        name="action"
        choices={auditActions.map(({ action, label }) => ({ value: action, label }))}
        emptyLabel="Anything"
        value={filters.action ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ action: auditActions.find(({ action }) => action === value)?.action })
        }
      />
      <SelectField
        label="Outcome"
        name="outcome"
        choices={auditOutcomes.map(({ outcome, label }) => ({ value: outcome, label }))}
        emptyLabel="Any"
        value={filters.outcome ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ outcome: auditOutcomes.find(({ outcome }) => outcome === value)?.outcome })
        }
      />
      <DayFilter key={`${filters.from} ${filters.to}`} from={filters.from} to={filters.to} onChange={onChange} />
    </FilterPanel>
  )
}
