import { describeStatus } from '#domain/referral/referral-status.ts'
import { searchWith } from '../../data/search-params.ts'
import { clockWords } from '../../ui/clock-tag.tsx'
import type { FilterChip } from '../../ui/filter-chips.tsx'
import { fromFirstPage, type ReferralFilters, referralFilters } from './referral-filters.ts'

/** One chip for each value that narrows or widens the usual view; its link takes only that value away. */
export function referralFilterChips(filters: ReferralFilters): readonly FilterChip[] {
  const without = (patch: Partial<ReferralFilters>) =>
    searchWith(referralFilters, filters, { ...patch, ...fromFirstPage })
  return [
    ...(filters.scope === 'mine' ? [{ label: 'Only mine', remove: without({ scope: 'organisation' }) }] : []),
    ...filters.clock.map((state) => ({
      label: `Clock: ${clockWords[state].label}`,
      remove: without({ clock: filters.clock.filter((other) => other !== state) }),
    })),
    ...filters.status.map((status) => ({
      label: `Status: ${describeStatus(status).label}`,
      remove: without({ status: filters.status.filter((other) => other !== status) }),
    })),
    ...(filters.closed === 'yes' ? [{ label: 'Ended ones too', remove: without({ closed: 'no' }) }] : []),
    ...(filters.minded === 'yes'
      ? [{ label: 'Patient died, wants no research or has a sensitive record', remove: without({ minded: 'no' }) }]
      : []),
    ...(filters.trialId === undefined ? [] : [{ label: 'One trial', remove: without({ trialId: undefined }) }]),
  ]
}
