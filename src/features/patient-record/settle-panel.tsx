import { useState } from 'react'
import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { RecordingNews } from './recording-news.tsx'
import { SettleBloodSample } from './settle-blood-sample.tsx'
import { SettleGroup } from './settle-group.tsx'
import { SettleItem } from './settle-item.tsx'
import { groupSentence } from './settle-sentences.ts'
import { bloodSample, type OpenForm, type SettlingEntry, settlingEntries } from './settling-entries.ts'
import { type SettlingSource, settlingSourceWords } from './settling-source.ts'
import { useRecording } from './use-recording.ts'

type SettlePanelProps = {
  readonly patientId: string
  readonly items: readonly components['schemas']['SettlingItem'][]
  /** What is recorded, for the items that complete one of its rows. */
  readonly rows: readonly components['schemas']['PatientItem'][]
}

/** Of those that have to be mended or settle a trial alone so many stand at once; a narrow screen shows the first line only. */
const firstAlone = 4

/**
 * What to find out about the patient: first records that speak against one another, then what settles a trial alone, then
 * the rest by what one action finds out, each as one line that opens. It stands beside the trials or, where there is no room, as one line before them.
 */
export function SettlePanel({ patientId, items, rows }: SettlePanelProps) {
  const { fetcher, opened: open, setOpened: setOpen, recorded, heading } = useRecording<OpenForm>()
  const [isWhole, setIsWhole] = useState(false)
  const [openGroups, setOpenGroups] = useState<readonly SettlingSource[]>([])
  if (items.length === 0 && recorded === null) return null
  const { alone, together } = settlingEntries(items, open)
  const entries = [...alone, ...together]
  const toggle = (key: string, isInGroup = false) => setOpen(key === open?.key ? null : { key, isInGroup })
  const toggleGroup = (source: SettlingSource) =>
    setOpenGroups(openGroups.includes(source) ? openGroups.filter((one) => one !== source) : [...openGroups, source])
  const itemOf = (item: (typeof items)[number], isExtra: boolean, isInGroup: boolean) => (
    <SettleItem
      key={item.key}
      patientId={patientId}
      item={item}
      rows={rows}
      fetcher={fetcher}
      isExtra={isExtra}
      isOpen={item.key === open?.key}
      onToggle={() => toggle(item.key, isInGroup)}
    />
  )
  const lineOf = (entry: SettlingEntry, index: number) => {
    const isExtra = index > 0 && !isWhole
    if (entry.kind === 'item') {
      const isLate = index >= firstAlone && index < alone.length
      return isLate && !isWhole && entry.item.key !== open?.key ? null : itemOf(entry.item, isExtra, false)
    }
    if (entry.kind === 'sample') {
      return (
        <SettleBloodSample
          key={bloodSample}
          patientId={patientId}
          sample={entry}
          fetcher={fetcher}
          isExtra={isExtra}
          isOpen={open?.key === bloodSample}
          onToggle={() => toggle(bloodSample)}
        />
      )
    }
    return (
      <SettleGroup
        key={`group ${entry.source}`}
        title={settlingSourceWords[entry.source]}
        value={groupSentence(entry)}
        isExtra={isExtra}
        isOpen={openGroups.includes(entry.source)}
        onToggle={() => toggleGroup(entry.source)}
      >
        {entry.items.map((item) => itemOf(item, false, true))}
      </SettleGroup>
    )
  }
  return (
    <section
      aria-labelledby="settling"
      className={`app-beside__aside app-print-hidden${isWhole ? ' app-settling-whole' : ''}`}
    >
      <div className="app-settling-head">
        <h2 className="nhsuk-heading-s" id="settling" ref={heading} tabIndex={-1}>
          What would settle it
        </h2>
        {entries.length > 1 ? (
          <button
            type="button"
            className={`app-link-button${alone.length > firstAlone ? '' : ' app-settling-head__narrow'}`}
            aria-expanded={isWhole}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? 'Show fewer' : `Show all ${countText(entries.length)}`}{' '}
            <span className="nhsuk-u-visually-hidden">ways</span>
          </button>
        ) : null}
      </div>
      <RecordingNews recorded={recorded} />
      {items.length === 0 ? (
        <p>Nothing more that could be recorded here would change these trials.</p>
      ) : (
        <ul className="app-settling">{entries.map(lineOf)}</ul>
      )}
    </section>
  )
}
