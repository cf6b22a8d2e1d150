import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { askedByItem, entryAsked } from '#domain/eligibility/entry-asked.ts'
import { ConfirmationClaims } from './confirmation-claims.tsx'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'
import { SettleOpposing } from './settle-opposing.tsx'
import { valueSentence } from './settle-sentences.ts'

type SettleItemProps = {
  readonly patientId: string
  readonly item: components['schemas']['SettlingItem']
  /** What is recorded, for an item that completes one of its rows or that several of them deny. */
  readonly rows: readonly components['schemas']['PatientItem'][]
  readonly fetcher: FetcherWithComponents<RecordingResult>
  /** Whether it waits on a narrow screen until all items are asked for. */
  readonly isExtra: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/**
 * One thing to find out: how far it helps, what is recorded of it, and its form, or where it is recorded instead. Where two
 * records speak against one another, the ways to mend them.
 */
export function SettleItem({ patientId, item, rows, fetcher, isExtra, isOpen, onToggle }: SettleItemProps) {
  const asked = askedByItem(item, rows)
  const entry = entryAsked(asked)
  const row = asked.kind === 'row' ? rows.find(({ itemId }) => itemId === asked.itemId) : undefined
  const opposing = rows.filter(({ itemId }) => item.opposing.includes(itemId))
  const isOpposed = opposing.length > 0
  const form =
    entry.kind === 'elsewhere' ? null : (
      <>
        {row === undefined ? null : <p className="app-settling__hint">Recorded: {row.valueText}</p>}
        <SettleForm
          // Of several treatments that lack the same, the next is asked for in a form of its own.
          key={item.replaces}
          patientId={patientId}
          asked={asked}
          label={item.label}
          form={entry.form}
          fetcher={fetcher}
        >
          <ConfirmationClaims itemKey={item.key} absent={item.countsAsAbsent} goingOn={item.countsAsGoingOn} />
        </SettleForm>
      </>
    )
  return (
    <li className={classOf(isExtra && !isOpen, isOpposed)}>
      <div className="app-settling__line">
        <strong>{item.label}</strong>
        {form === null && !isOpposed ? null : (
          <button type="button" className="app-link-button" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? 'Close' : isOpposed ? 'Mend' : 'Fill in'}{' '}
            <span className="nhsuk-u-visually-hidden">{item.label}</span>
          </button>
        )}
      </div>
      {item.hint === null ? null : <p className="app-settling__hint">{item.hint}</p>}
      <p className="app-settling__value">{valueSentence(item)}</p>
      {entry.kind === 'elsewhere' && !isOpposed ? <p className="app-settling__hint">{entry.where}</p> : null}
      {isOpen && !isOpposed ? form : null}
      {isOpen && isOpposed ? (
        <SettleOpposing patientId={patientId} opposing={opposing} rows={rows} fetcher={fetcher} newer={form} />
      ) : null}
    </li>
  )
}

function classOf(isExtra: boolean, isOpposed: boolean): string | undefined {
  const names = [...(isExtra ? ['app-settling__extra'] : []), ...(isOpposed ? ['app-settling__denied'] : [])]
  return names.length === 0 ? undefined : names.join(' ')
}
