import { faultAt, type Refusal } from '../form-refusal.tsx'
import { TextField } from './text-field.tsx'

type RefusedProps = { readonly refused: Refusal | null }

export const newPasswordLabels = { password: 'New password', repeated: 'New password again' } as const

/** The password that somebody has now. */
export function CurrentPasswordField({ refused, label }: RefusedProps & { readonly label: string }) {
  return (
    <TextField
      label={label}
      name="current"
      type="password"
      autoComplete="current-password"
      error={faultAt(refused, 'current')}
    />
  )
}

/** The one that they choose, typed twice. */
export function NewPasswordFields({ refused }: RefusedProps) {
  return (
    <>
      <TextField
        label={newPasswordLabels.password}
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters, for example three words that have nothing to do with each other"
        error={faultAt(refused, 'password')}
      />
      <TextField
        label={newPasswordLabels.repeated}
        name="repeated"
        type="password"
        autoComplete="new-password"
        error={faultAt(refused, 'repeated')}
      />
    </>
  )
}
