import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { suppressedCountText } from '../../format/suppressed-count.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import type { DataGapSearch } from './data-gap-filters.ts'

type BlockingItem = components['schemas']['BlockingItem']

export const csvHeader = ['Item', 'Pairs it blocks', 'Would settle alone', 'Patients'] as const

export function csvRow({ label, pairs, settlesAlone, patients }: BlockingItem): string[] {
  return [label, suppressedCountText(pairs), suppressedCountText(settlesAlone), suppressedCountText(patients)]
}

/** An item and, where it settles any pair by itself, how many; of every item it is said how many it is part of. */
function Item({ label, settlesAlone }: Pick<BlockingItem, 'label' | 'settlesAlone'>) {
  return (
    <div>
      {label}
      {settlesAlone === 0 ? null : (
        <div className="app-cell-note">Would settle {suppressedCountText(settlesAlone)} alone</div>
      )}
    </div>
  )
}

/** Inside the care team the number of patients opens their list. */
export function dataGapColumns(
  { cancerType }: DataGapSearch,
  opensPatients: boolean,
): readonly DataColumn<BlockingItem>[] {
  return [
    {
      id: 'item',
      header: 'Item',
      isRowHeader: true,
      cell: ({ label, settlesAlone }) => <Item label={label} settlesAlone={settlesAlone} />,
    },
    { id: 'pairs', header: 'Pairs it blocks', isNumeric: true, cell: ({ pairs }) => suppressedCountText(pairs) },
    {
      id: 'patients',
      header: 'Patients',
      isNumeric: true,
      cell: ({ key, label, patients }) => {
        if (!opensPatients) return suppressedCountText(patients)
        const search = { undecided: key, ...(cancerType === undefined ? {} : { cancerType }) }
        return (
          <Link to={withSearch(paths.patients, search)}>
            {suppressedCountText(patients)} <span className="nhsuk-u-visually-hidden">patients lacking {label}</span>
          </Link>
        )
      },
    },
  ]
}
