import type { components } from '#api/schema.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { countText } from '../../format/counts.ts'
import { clockWords } from '../../ui/clock-tag.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import { clockStates, fromFirstPage, type ReferralFilters } from './referral-filters.ts'

type Counts = components['schemas']['ReferralPage']['counts']

type ReferralFilterPanelProps = {
  readonly filters: ReferralFilters
  readonly counts: Counts
  /** A site has no share of its own: everybody there works on all of its referrals. */
  readonly hasScope: boolean
  readonly chosen: number
  readonly onChange: (patch: Partial<ReferralFilters>) => void
}

/** Every filter with how many referrals each value would leave. */
export function ReferralFilterPanel({ filters, counts, hasScope, chosen, onChange }: ReferralFilterPanelProps) {
  const change = (patch: Partial<ReferralFilters>) => onChange({ ...patch, ...fromFirstPage })
  return (
    <FilterPanel chosen={chosen}>
      {hasScope ? (
        <RadioList
          label="Whose referrals"
          name="scope"
          choices={[
            { value: 'mine', label: 'Me' },
            { value: 'organisation', label: 'My organisation' },
          ]}
          value={filters.scope}
          onChange={(scope) => change({ scope: scope === 'mine' ? 'mine' : 'organisation' })}
        />
      ) : null}
      <CheckboxList
        label="Clock"
        name="clock"
        choices={clockStates.map((state) => ({
          value: state,
          label: withCount(clockWords[state].label, counts.clock, state),
        }))}
        values={filters.clock}
        onChange={(values) => change({ clock: clockStates.filter((state) => values.includes(state)) })}
      />
      <CheckboxList
        label="Status"
        name="status"
        choices={referralStatuses.map(({ status, label }) => ({
          value: status,
          label: withCount(label, counts.status, status),
        }))}
        values={filters.status}
        onChange={(values) =>
          change({ status: referralStatuses.map(({ status }) => status).filter((status) => values.includes(status)) })
        }
      />
      {hasScope ? (
        <CheckboxList
          label="What to mind"
          name="minded"
          choices={[{ value: 'yes', label: 'Patient died, wants no research or has a sensitive record' }]}
          values={filters.minded === 'yes' ? ['yes'] : []}
          onChange={(values) => change({ minded: values.includes('yes') ? 'yes' : 'no' })}
        />
      ) : null}
      <CheckboxList
        label="Ended referrals"
        name="closed"
        choices={[{ value: 'yes', label: 'Include referrals that have ended' }]}
        values={filters.closed === 'yes' ? ['yes'] : []}
        onChange={(values) => change({ closed: values.includes('yes') ? 'yes' : 'no' })}
      />
    </FilterPanel>
  )
}

/** A value that the answer does not count shows no number rather than a zero. */
function withCount(label: string, counts: readonly { value: string; count: number }[], value: string): string {
  const found = counts.find((one) => one.value === value)
  return found === undefined ? label : `${label} (${countText(found.count)})`
}
