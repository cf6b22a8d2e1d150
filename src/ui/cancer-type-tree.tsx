import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react'
import { counted } from '../format/counts.ts'
import { CancerTypeBranch, type CancerTypeCount } from './cancer-type-branch.tsx'
import { moveOnKey, visibleRows } from './cancer-type-rows.ts'
import { type CancerType, findCancerTypes, withAncestors } from './cancer-type-search.ts'
import { StatusMessage } from './status-message.tsx'

type CancerTypeTreeProps = {
  readonly label: string
  /** The list of the API: parents before children. */
  readonly types: readonly CancerType[]
  /** Numbers per type, each including everything below it; a type without numbers shows none. */
  readonly counts?: ReadonlyMap<string, CancerTypeCount>
  readonly selectedId: string | null
  /** Null when the choice is taken back. A parent stands for itself and everything below it. */
  readonly onSelect: (cancerTypeId: string | null) => void
}

/**
 * Choose a cancer type from families, groups and entities. The search box finds names, synonyms, abbreviations, ICD-10
 * and morphology codes; in the tree, arrows move and open, Enter or Space chooses, and chooses off again.
 */
export function CancerTypeTree({ label, types, counts, selectedId, onSelect }: CancerTypeTreeProps) {
  const [text, setText] = useState('')
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [activeId, setActiveId] = useState<string | null>(selectedId)
  const tree = useRef<HTMLDivElement>(null)
  const ids = { label: useId(), search: useId(), hint: useId() }

  const found = useMemo(() => (text.trim() === '' ? null : findCancerTypes(types, text)), [types, text])
  const shown = useMemo(() => (found === null ? null : withAncestors(types, found)), [types, found])
  // A search opens what leads to its findings, a choice what leads to it; either can be closed and opened by hand.
  const led = useMemo(
    () => shown ?? withAncestors(types, new Set(selectedId === null ? [] : [selectedId])),
    [types, shown, selectedId],
  )
  const isOpen = (id: string) => byHand.get(id) ?? led.has(id)
  const rows = visibleRows(types, isOpen, (id) => shown === null || shown.has(id))
  const tabStop = rows.some((row) => row.type.cancerTypeId === activeId) ? activeId : rows[0]?.type.cancerTypeId

  const toggle = (id: string) => setByHand(new Map([...byHand, [id, !isOpen(id)]]))
  const choose = (id: string) => onSelect(id === selectedId ? null : id)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (tabStop === undefined || tabStop === null) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(tabStop)
      return
    }
    const move = moveOnKey(event.key, rows, tabStop)
    if (move === null) return
    event.preventDefault()
    if (move.kind !== 'focus') return toggle(move.id)
    setActiveId(move.id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${move.id}"]`)?.focus()
  }

  /** The arrow opens and closes; anywhere else on a row chooses it. */
  const onClick = ({ target }: MouseEvent<HTMLDivElement>) => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset.id : undefined
    if (id === undefined || !(target instanceof Element)) return
    const isArrow = target.closest('[data-part="arrow"]') !== null
    if (isArrow && rows.some((row) => row.type.cancerTypeId === id && row.hasChildren)) return toggle(id)
    setActiveId(id)
    choose(id)
  }

  return (
    <div className="app-tree">
      <p className="app-tree__label" id={ids.label}>
        {label}
      </p>
      <label className="nhsuk-label app-tree__search-label" htmlFor={ids.search}>
        Search cancer types
      </label>
      <input
        className="nhsuk-input app-tree__search"
        type="search"
        id={ids.search}
        aria-describedby={ids.hint}
        value={text}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value)
          setByHand(new Map())
        }}
      />
      <p className="nhsuk-hint app-tree__hint" id={ids.hint}>
        Name, abbreviation, ICD-10 or morphology code
      </p>
      {counts === undefined ? null : (
        <p className="nhsuk-hint app-tree__hint" aria-hidden="true">
          Numbers: patients with an exact code + those who need a histology code
        </p>
      )}
      <StatusMessage isHidden={found === null}>
        {found === null ? null : `${counted(found.size, 'cancer type')} found`}
      </StatusMessage>
      <div
        className="app-tree__rows"
        role="tree"
        aria-labelledby={ids.label}
        ref={tree}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <CancerTypeBranch
            key={row.type.cancerTypeId}
            row={row}
            count={counts?.get(row.type.cancerTypeId) ?? null}
            isSelected={row.type.cancerTypeId === selectedId}
            isTabStop={row.type.cancerTypeId === tabStop}
          />
        ))}
      </div>
      {selectedId === null ? null : (
        <button type="button" className="app-link-button" onClick={() => onSelect(null)}>
          Show all cancer types
        </button>
      )}
    </div>
  )
}
