import { Form, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Tag } from '../../ui/tag.tsx'

type OwnSession = components['schemas']['OwnSession']

/** Where the reader is signed in, each with a way to end it, and one for all. */
export function OwnSessions({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <section aria-labelledby="own-sessions">
      <h2 className="nhsuk-heading-m" id="own-sessions">
        Where you are signed in
      </h2>
      <p>
        A session ends when nobody used it for 15 minutes, and after 12 hours in any case. If you see one that is not
        yours, end it and change your password.
      </p>
      <DataTable
        caption="Your sessions"
        isCaptionHidden
        columns={columns}
        rows={sessions}
        rowId={({ sessionId }) => sessionId}
      />
      <Form method="post">
        <SubmitButton kind="secondary" name="do" value="end-all" isPending={isPending}>
          Sign out everywhere
        </SubmitButton>
      </Form>
    </section>
  )
}

const columns: readonly DataColumn<OwnSession>[] = [
  { id: 'device', header: 'Device', isRowHeader: true, cell: ({ device }) => device },
  { id: 'beganAt', header: 'Signed in', isUnbroken: true, cell: ({ beganAt }) => clinicalInstant(beganAt) },
  { id: 'lastUsedAt', header: 'Last used', isUnbroken: true, cell: ({ lastUsedAt }) => clinicalInstant(lastUsedAt) },
  { id: 'end', header: 'End', cell: (session) => <EndSession session={session} /> },
]

function EndSession({ session: { sessionId, device, isThisOne } }: { readonly session: OwnSession }) {
  if (isThisOne) return <Tag colour="blue">This one</Tag>
  return (
    <Form method="post">
      <input type="hidden" name="sessionId" value={sessionId} />
      <SubmitButton kind="secondary" isSmall name="do" value="end-session">
        Sign out <span className="nhsuk-u-visually-hidden">of {device}</span>
      </SubmitButton>
    </Form>
  )
}
