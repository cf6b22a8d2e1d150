import { paths } from '../../data/paths.ts'
import { LinkTabs } from '../../ui/link-tabs.tsx'

export function AdministrationTabs() {
  return (
    <LinkTabs
      label="Administration"
      tabs={[
        { label: 'Accounts', to: paths.accounts },
        { label: 'Organisations', to: paths.organisations },
      ]}
    />
  )
}
