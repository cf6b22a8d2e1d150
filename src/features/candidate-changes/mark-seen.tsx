import { Form, useNavigation } from 'react-router'
import { SubmitButton } from '../../ui/submit-button.tsx'

type MarkSeenProps = {
  readonly changeIds: readonly string[]
  /** What the changes are about; null for everything on the page. */
  readonly what: string | null
}

/** Says that these changes have been looked at; they then leave the list of whoever pressed it, and nobody else's. */
export function MarkSeen({ changeIds, what }: MarkSeenProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <Form method="post" preventScrollReset>
      {changeIds.map((changeId) => (
        <input key={changeId} type="hidden" name="changeId" value={changeId} />
      ))}
      {what === null ? (
        <SubmitButton kind="secondary" isSmall isPending={isPending}>
          Mark all as seen
        </SubmitButton>
      ) : (
        <button type="submit" className="app-link-button" aria-disabled={isPending}>
          Mark seen<span className="nhsuk-u-visually-hidden">: {what}</span>
        </button>
      )}
    </Form>
  )
}
