import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import type { Choice } from '../../ui/fields/select-field.tsx'
import { ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { WishResult } from './change-wishes.ts'
import type { loadWishes } from './load-wishes.ts'
import { DeathForm, OptOutForm, SensitiveForm } from './minded-forms.tsx'
import { ResearchWishForm, WishWithdrawalForm } from './research-wish-form.tsx'
import { useClosingForm } from './use-closing-form.ts'
import { researchWishLine } from './wish-lines.ts'

type WishesPanelProps = { readonly patientId: string; readonly trials: readonly Choice[] }

/** What is recorded, each with the form that changes it, and how it came so. One form is open at a time. */
export function WishesPanel({ patientId, trials }: WishesPanelProps) {
  const { load, state, data } = useFetcher<typeof loadWishes>()
  const address = pathTo.patientWishes(patientId)
  useEffect(() => void load(address), [load, address])
  const fetcher = useFetcher<WishResult>()
  const [open, setOpen] = useState<string | null>(null)
  const result = fetcher.state === 'idle' ? (fetcher.data ?? null) : null
  const recorded = result?.kind === 'recorded' ? result : null
  const message = useClosingForm<HTMLDivElement>(recorded, () => setOpen(null))
  if (data === undefined) return <LoadingState what="the wishes" />
  const { wishes, problem } = data
  if (problem !== null) {
    return state === 'idle' ? <ErrorState problem={problem} onRetry={() => void load(address)} /> : null
  }
  const { version, researchWishes, optOut, isSensitive, diedOn, history } = wishes
  const form = { patientId, version, fetcher }
  const standing = researchWishes.filter(({ withdrawal }) => withdrawal === null)
  const toggle = (name: string, label: string, about = '') => (
    <Toggle label={label} about={about} isOpen={open === name} onClick={() => setOpen(open === name ? null : name)} />
  )
  return (
    <>
      <div ref={message} tabIndex={-1}>
        <StatusMessage isHidden={recorded === null}>
          {recorded === null ? '' : `Recorded. ${recorded.words}`}
        </StatusMessage>
      </div>
      <h3 className="nhsuk-heading-xs">Hearing about research</h3>
      {standing.length === 0 ? <p>No wish not to hear about research is recorded.</p> : null}
      <ul className="app-wishes__list">
        {standing.map((wish) => (
          <li key={wish.wishId}>
            {researchWishLine(wish)} {toggle(wish.wishId, 'Withdraw', researchWishLine(wish))}
            {open === wish.wishId ? (
              <WishWithdrawalForm {...form} wishId={wish.wishId} text={researchWishLine(wish)} />
            ) : null}
          </li>
        ))}
      </ul>
      <p>{toggle('research', 'Record a wish not to hear about research')}</p>
      {open === 'research' ? <ResearchWishForm {...form} trials={trials} /> : null}
      <h3 className="nhsuk-heading-xs">Sensitive record</h3>
      <p>
        {isSensitive
          ? 'The sensitive flag is set: no place and no distance is shown. '
          : 'The sensitive flag is not set. '}
        {toggle('sensitive', isSensitive ? 'Take it away' : 'Set it', 'the sensitive flag')}
      </p>
      {open === 'sensitive' ? <SensitiveForm {...form} isSensitive={isSensitive} /> : null}
      <h3 className="nhsuk-heading-xs">National data opt-out</h3>
      <p>
        {optOutText(optOut)} {toggle('optOut', 'Record what the service said', 'national data opt-out')}
      </p>
      {open === 'optOut' ? <OptOutForm {...form} /> : null}
      <h3 className="nhsuk-heading-xs">Death</h3>
      <p>
        {diedOn === null ? 'No death is recorded. ' : `Died on ${clinicalDate(diedOn)}. `}
        {toggle(
          'death',
          diedOn === null ? 'Record a death' : 'Correct it',
          diedOn === null ? '' : 'the record of death',
        )}
      </p>
      {open === 'death' ? <DeathForm {...form} diedOn={diedOn} /> : null}
      <History lines={history} />
    </>
  )
}

type ToggleProps = {
  readonly label: string
  readonly about: string
  readonly isOpen: boolean
  readonly onClick: () => void
}

function Toggle({ label, about, isOpen, onClick }: ToggleProps) {
  return (
    <button type="button" className="app-link-button app-print-hidden" aria-expanded={isOpen} onClick={onClick}>
      {isOpen ? 'Close' : label}
      {about === '' && !isOpen ? null : (
        <span className="nhsuk-u-visually-hidden">: {about === '' ? label : about}</span>
      )}
    </button>
  )
}

function optOutText(optOut: components['schemas']['PatientWishes']['optOut']): string {
  const about = 'It is about uses of data beyond care and bears on nothing here.'
  if (optOut === null) return `Not looked up. ${about}`
  return `${optOut.isOptedOut ? 'Opted out' : 'Not opted out'}, looked up on ${clinicalDate(optOut.checkedOn)}. ${about}`
}

function History({ lines }: { readonly lines: components['schemas']['PatientWishes']['history'] }) {
  if (lines.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">How it came so ({lines.length})</span>
      </summary>
      <ul className="nhsuk-details__text app-wishes__list">
        {lines.map(({ eventId, text, recordedBy, recordedAt }) => (
          <li key={eventId}>
            {text}
            <div className="app-cell-note">
              {recordedBy}, {clinicalInstant(recordedAt)}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
