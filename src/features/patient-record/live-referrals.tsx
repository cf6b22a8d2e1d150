import type { components } from '#api/schema.ts'
import { notKnown } from '../../format/not-known.ts'
import { ClockTag } from '../../ui/clock-tag.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'

type ReferralRow = components['schemas']['ReferralRow']

/** The referrals of this patient and where each stands; nothing is drawn without one. */
export function LiveReferrals({ referrals }: { readonly referrals: readonly ReferralRow[] }) {
  if (referrals.length === 0) return <p>This patient has no referral to a trial.</p>
  return (
    <DataTable
      caption="Referrals of this patient"
      columns={columns}
      rows={referrals}
      rowId={({ referralId }) => referralId}
    />
  )
}

const columns: readonly DataColumn<ReferralRow>[] = [
  { id: 'trial', header: 'Trial', isRowHeader: true, cell: ({ trial }) => trial.title },
  { id: 'site', header: 'Site', cell: ({ site }) => site?.name ?? notKnown },
  {
    id: 'status',
    header: 'Status',
    cell: ({ referralId, trial: { trialId, title: trialTitle }, status }) => (
      <ReferralLink referral={{ referralId, trialId, trialTitle, status }} />
    ),
  },
  { id: 'clock', header: 'Clock', cell: ({ clock }) => <ClockTag clock={clock} /> },
]
