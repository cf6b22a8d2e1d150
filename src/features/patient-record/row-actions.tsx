import { createContext, useContext } from 'react'
import type { components } from '#api/schema.ts'
import { entryOfRow } from '#domain/eligibility/entry-of-row.ts'
import { clinicalDate } from '../../format/dates.ts'
import type { Addition } from './open-addition.ts'

/** The form that is open: a row's correction, a row's withdrawal, or one for something that is not recorded yet. */
export type OpenedForm = OpenedRow | Addition

type OpenedRow = { readonly kind: 'correct' | 'withdraw'; readonly itemId: string }

/** What is open of this row. */
export function openedKindOf(opened: OpenedForm | null, itemId: string): OpenedRow['kind'] | null {
  return opened !== null && 'itemId' in opened && opened.itemId === itemId ? opened.kind : null
}

type RowForms = {
  readonly opened: OpenedForm | null
  readonly onOpen: (form: OpenedForm | null) => void
  /** Whether the page has the form of the travel limit, which that row is corrected by. */
  readonly hasTravelLimit: boolean
}

/** What the buttons of a row are told beside the columns of the table, which are the same for every patient. */
export const RowFormsContext = createContext<RowForms>({ opened: null, onOpen() {}, hasTravelLimit: false })

type RowActionsProps = {
  readonly item: components['schemas']['PatientItem']
  /** What it is called where another of the same name and day stands beside it. */
  readonly name?: string
}

/** The ways to mend one recorded value. One without a form of its own can only be taken back. */
export function RowActions({ item, name: ownName }: RowActionsProps) {
  const { opened, onOpen, hasTravelLimit } = useContext(RowFormsContext)
  const { itemId, label, on, entered } = item
  const openedKind = openedKindOf(opened, itemId)
  const usualName = on === null ? label : `${label}, ${clinicalDate(on)}`
  const name = <span className="nhsuk-u-visually-hidden">{ownName ?? usualName}</span>
  const isTravelLimit = entered.kind === 'observation' && entered.observationKind === 'preference'
  const toggle = (kind: 'correct' | 'withdraw', words: string) => (
    <button
      type="button"
      className="app-link-button"
      aria-expanded={openedKind === kind}
      onClick={() => onOpen(openedKind === kind ? null : { kind, itemId })}
    >
      {openedKind === kind ? 'Close' : words} {name}
    </button>
  )
  return (
    <div className="app-row-actions">
      {entryOfRow(item).kind === 'form' ? toggle('correct', 'Correct') : null}
      {isTravelLimit && hasTravelLimit ? <a href="#travel-limit">Correct {name}</a> : null}
      {toggle('withdraw', 'Take back')}
    </div>
  )
}
