import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'

export const rightsLabels = { role: 'Role', organisationId: 'Organisation' } as const

type RightsFieldsProps = {
  readonly role: string
  /** Empty for none. */
  readonly organisationId: string
  readonly errors: Readonly<Record<string, string>>
  readonly organisations: readonly components['schemas']['Organisation'][]
}

/** What an account may do: its role, and for which organisation. */
export function RightsFields({ role, organisationId, errors, organisations }: RightsFieldsProps) {
  return (
    <>
      <SelectField
        label={rightsLabels.role}
        name="role"
        emptyLabel="Choose a role"
        choices={roles.map((each) => ({ value: each.role, label: each.label }))}
        defaultValue={role}
        error={errors.role}
      />
      <SelectField
        label={rightsLabels.organisationId}
        name="organisationId"
        emptyLabel="No organisation"
        hint="Referrers and trial sites see only what belongs to their organisation"
        choices={organisations.map((each) => ({ value: each.organisationId, label: `${each.name} (${each.code})` }))}
        defaultValue={organisationId}
        error={errors.organisationId}
      />
    </>
  )
}
