import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useActionData, useNavigation, useSubmit } from 'react-router'
import type { components } from '#api/schema.ts'
import { fieldErrors } from '../../data/problem.ts'
import { useSession } from '../../data/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { AgreementStep } from './agreement-step.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import { openDraft } from './draft-content.ts'
import type { DraftContent } from './draft-saver.ts'
import { LostChoices } from './lost-choices.tsx'
import { fieldNames, messageFaults } from './referral-values.ts'
import { SaveStatus } from './save-status.tsx'
import type { RefusedReferral, sendReferral } from './send-referral.ts'
import { SendStep } from './send-step.tsx'
import { SharingStep } from './sharing-step.tsx'
import { siteChoices, type TrialSite } from './site-choices.ts'
import { SiteStep } from './site-step.tsx'
import { useDraftSaving } from './use-draft-saving.ts'

type DraftFormProps = {
  readonly draft: components['schemas']['Referral']
  readonly patient: components['schemas']['Patient']
  readonly sites: readonly TrialSite[]
}

/** Three steps on one page. What is typed is saved as it is typed; nothing leaves for the site before "Send". */
export function DraftForm({ draft, patient, sites }: DraftFormProps) {
  const ownOrganisationId = useSession().caller?.organisation?.organisationId ?? null
  const choices = siteChoices(sites, ownOrganisationId)
  const reopen = (stored: typeof draft) => openDraft(stored, choices.open.map(idOfSite), patient.items.map(idOfItem))
  const [opened] = useState(() => reopen(draft))
  const [content, setContent] = useState(opened.content)
  const { saver, state } = useDraftSaving(draft.referral)
  const answer = useActionData<typeof sendReferral>()
  const { send, isHeldUp, isPending } = useSending(saver.flush, content, answer)
  const conflict = answer?.problem?.current
  useEffect(() => {
    if (conflict !== undefined) saver.meetConflict(conflict)
  }, [conflict, saver])

  const change = (patch: Partial<DraftContent>) => {
    const next = { ...content, ...patch }
    setContent(next)
    if (messageFaults(next.message).length === 0) saver.change(next)
  }
  const ownFaults = answer?.faults ?? []
  const errors: Readonly<Record<string, string>> = {
    ...fieldErrors(answer?.problem),
    ...Object.fromEntries(
      [...ownFaults, ...messageFaults(content.message)].map((fault) => [fault.fieldId, fault.message]),
    ),
  }
  return (
    <form method="post" noValidate onSubmit={send}>
      {isHeldUp ? (
        <ErrorSummary
          title="The referral was not sent"
          faults={[{ message: 'What you typed could not be saved first, so nothing was sent.' }]}
          remedy="See beside the Send button why, and send again."
        />
      ) : (
        <>
          <ErrorSummary faults={ownFaults} />
          <ProblemSummary problem={answer?.problem} fieldIds={Object.values(fieldNames)} />
        </>
      )}
      <LostChoices opened={opened} />
      <SiteStep
        choices={choices}
        ownOrganisationId={ownOrganisationId}
        siteId={content.siteId}
        error={errors[fieldNames.siteId]}
        onChange={(siteId) => change({ siteId })}
      />
      <SharingStep
        items={patient.items}
        withheldItemIds={content.withheldItemIds}
        message={content.message}
        messageError={errors[fieldNames.message]}
        onChange={change}
      />
      <AgreementStep agreedOnError={errors[fieldNames.agreedOn]} howError={errors[fieldNames.how]} />
      <SaveStatus state={state} onSave={() => void saver.flush()} />
      {state.kind === 'conflict' ? (
        <DraftConflict
          current={state.current}
          content={content}
          sites={sites}
          items={patient.items}
          onTakeTheirs={() => {
            setContent(reopen(state.current).content)
            saver.goOnFrom(state.current.referral.version, null)
          }}
          onKeepMine={() => saver.goOnFrom(state.current.referral.version, content)}
        />
      ) : null}
      <SendStep
        patient={patient}
        trialTitle={draft.referral.trial.title}
        site={choices.open.find(({ siteId }) => siteId === content.siteId) ?? null}
        hasOpenSite={choices.open.length > 0}
        sharedCount={patient.items.length - content.withheldItemIds.length}
        withheldCount={content.withheldItemIds.length}
        idempotencyKey={answer?.idempotencyKey ?? null}
        isPending={isPending}
      />
    </form>
  )
}

/** Sends the form once what was typed is stored. Pressed again while it is on its way, it does nothing. */
function useSending(flush: () => Promise<number | null>, content: DraftContent, answer: RefusedReferral | undefined) {
  const submit = useSubmit()
  const underWay = useRef<{ readonly since: RefusedReferral | undefined } | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [isHeldUp, setIsHeldUp] = useState(false)
  const isNavigating = useNavigation().state !== 'idle'
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Until a new answer comes. A success brings none: it leads away, and this page may be seen for a moment longer.
    if (underWay.current !== null && underWay.current.since === answer) return
    underWay.current = { since: answer }
    const form = new FormData(event.currentTarget)
    setIsSaving(true)
    const version = await flush()
    setIsSaving(false)
    setIsHeldUp(version === null)
    if (version === null) {
      underWay.current = null
      return
    }
    form.set('version', String(version))
    form.set(fieldNames.siteId, content.siteId ?? '')
    for (const itemId of content.withheldItemIds) form.append('withheldItemIds', itemId)
    await submit(form, { method: 'post' })
  }
  return { send, isHeldUp, isPending: isSaving || isNavigating }
}

const idOfSite = ({ siteId }: TrialSite) => siteId
const idOfItem = ({ itemId }: { readonly itemId: string }) => itemId
