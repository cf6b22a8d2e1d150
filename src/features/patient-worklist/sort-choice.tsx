import { SelectField } from '../../ui/fields/select-field.tsx'
import type { SortDirection } from '../../ui/sort-header.tsx'
import { directed, type PatientSearch, patientOrder } from './patient-filters.ts'

type SortChoiceProps = {
  readonly search: PatientSearch
  readonly onChange: (patch: Partial<PatientSearch>) => void
}

/** Every order of the list, also by what shares a column with something else. */
export function SortChoice({ search, onChange }: SortChoiceProps) {
  const { columnId, direction } = patientOrder(search)
  return (
    <SelectField
      label="Sort by"
      name="sort"
      choices={orders.map(({ sort, direction: way, label }) => ({ value: `${sort} ${way}`, label }))}
      value={`${columnId} ${direction}`}
      onChange={({ currentTarget: { value } }) => {
        const order = orders.find((one) => `${one.sort} ${one.direction}` === value)
        if (order !== undefined) onChange(directed(order.sort, order.direction))
      }}
    />
  )
}

const orders: readonly { sort: PatientSearch['sort']; direction: SortDirection; label: string }[] = [
  { sort: 'name', direction: 'ascending', label: 'Name, A to Z' },
  { sort: 'name', direction: 'descending', label: 'Name, Z to A' },
  { sort: 'bornOn', direction: 'ascending', label: 'Date of birth, earliest first' },
  { sort: 'bornOn', direction: 'descending', label: 'Date of birth, latest first' },
  { sort: 'diagnosedOn', direction: 'descending', label: 'Date of diagnosis, latest first' },
  { sort: 'diagnosedOn', direction: 'ascending', label: 'Date of diagnosis, earliest first' },
  { sort: 'candidates', direction: 'descending', label: 'Candidate trials, most first' },
  { sort: 'candidates', direction: 'ascending', label: 'Candidate trials, fewest first' },
  { sort: 'updated', direction: 'descending', label: 'Updated, latest first' },
  { sort: 'updated', direction: 'ascending', label: 'Updated, earliest first' },
]
