import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import type { DraftContent } from './draft-saver.ts'
import { fieldNames } from './referral-values.ts'

type Item = components['schemas']['RecordedItem']

type SharingStepProps = {
  readonly items: readonly Item[]
  readonly withheldItemIds: readonly string[]
  readonly message: string
  readonly messageError: string | undefined
  readonly onChange: (patch: Partial<DraftContent>) => void
}

/** Step 2: every recorded item, ticked while it is shared, and a message. */
export function SharingStep({ items, withheldItemIds, message, messageError, onChange }: SharingStepProps) {
  const isShared = ({ itemId }: Item) => !withheldItemIds.includes(itemId)
  const changeSection = (section: readonly Item[], sharedIds: readonly string[]) => {
    const others = withheldItemIds.filter((id) => section.every(({ itemId }) => itemId !== id))
    const withheld = section.map(({ itemId }) => itemId).filter((id) => !sharedIds.includes(id))
    onChange({ withheldItemIds: [...others, ...withheld] })
  }
  return (
    <section aria-labelledby="step-sharing">
      <h2 className="nhsuk-heading-m" id="step-sharing">
        2. What will be shared
      </h2>
      <p>
        The site is given name, date of birth, sex, NHS number and hospital number, the cancer type, what is ticked
        here, and how the trial’s criteria stand on what is ticked. Take the tick away to hold an item back.
      </p>
      {items.length === 0 ? (
        <EmptyState title="Nothing is recorded for this patient">
          <p>Write in the message what the site needs to know, without names or numbers.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {countText(items.filter(isShared).length)} of {counted(items.length, 'item')} will be shared.
          </p>
          <div className="app-two-columns">
            {sections.map(({ section, label }) => {
              const held = items.filter((item) => item.section === section)
              if (held.length === 0) return null
              return (
                <CheckboxList
                  key={section}
                  label={label}
                  name={`shared-${section}`}
                  choices={held.map((item) => ({
                    value: item.itemId,
                    label: `${item.label}: ${item.valueText}`,
                    hint: hintOf(item),
                  }))}
                  values={held.filter(isShared).map(({ itemId }) => itemId)}
                  onChange={(sharedIds) => changeSection(held, sharedIds)}
                />
              )
            })}
          </div>
        </>
      )}
      <div className="app-narrow">
        <TextArea
          label="Message to the site (optional)"
          name={fieldNames.message}
          hint="Leave out names, NHS numbers and anything else that identifies a person."
          value={message}
          onChange={(event) => onChange({ message: event.currentTarget.value })}
          error={messageError}
        />
      </div>
    </section>
  )
}

function hintOf({ on, source, isStale, isOvertaken }: Item): string {
  const marks = [...(isStale ? ['out of date'] : []), ...(isOvertaken ? ['a later record stands in its place'] : [])]
  return [clinicalDate(on), source, ...marks].join(', ')
}

const sections: readonly { readonly section: Item['section']; readonly label: string }[] = [
  { section: 'diagnosis', label: 'Diagnosis' },
  { section: 'extent', label: 'Extent of disease' },
  { section: 'performance', label: 'Performance status' },
  { section: 'biomarkers', label: 'Biomarkers' },
  { section: 'laboratory', label: 'Laboratory results' },
  { section: 'treatment', label: 'Treatment' },
  { section: 'other', label: 'Other' },
]
