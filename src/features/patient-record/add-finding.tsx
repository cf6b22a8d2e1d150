import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import { entryOfItem } from '#domain/eligibility/entry-of-item.ts'
import { findingMenu } from '#domain/eligibility/finding-menu.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import type { Addition } from './open-addition.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleForm } from './settle-form.tsx'

type AddFindingProps = {
  readonly patientId: string
  readonly fetcher: FetcherWithComponents<RecordingResult>
  readonly asked: Extract<Addition, { kind: 'finding' }>
}

/**
 * Something that was found and that no trial may ask for: of what sort, which one, and then the form that it would have
 * where a trial asks. The focus stays on the list until the person leaves it, because arrow keys choose on their way.
 */
export function AddFinding({ patientId, fetcher, asked }: AddFindingProps) {
  const id = useId()
  const fields = useRef<HTMLDivElement>(null)
  const [sortName, setSortName] = useState<string>(asked.sort ?? '')
  const [key, setKey] = useState('')
  const sort = findingMenu.find((one) => one.sort === sortName)
  const finding = sort?.findings.find((one) => one.key === key)
  const entry = finding === undefined ? null : entryOfItem({ key: finding.key, replaces: null })
  useLayoutEffect(() => {
    const lists = fields.current?.querySelectorAll('select')
    lists?.item(asked.sort === null ? 0 : 1)?.focus()
  }, [asked])
  return (
    <section aria-label="New finding">
      <div ref={fields} className="app-narrow">
        <SelectField
          label="What sort of finding is it?"
          name="sort"
          id={`${id}sort`}
          hint="Treatments of a cancer are added with the other button."
          emptyLabel="Choose"
          choices={findingMenu.map((one) => ({ value: one.sort, label: one.label }))}
          value={sortName}
          onChange={(event) => {
            setSortName(event.currentTarget.value)
            setKey('')
          }}
        />
        {sort === undefined ? null : (
          <SelectField
            label={sort.question}
            name="finding"
            id={`${id}finding`}
            hint="The list has what criteria of trials ask about."
            emptyLabel="Choose"
            choices={sort.findings.map((one) => ({ value: one.key, label: one.label }))}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
      </div>
      {finding !== undefined && entry?.kind === 'form' ? (
        <SettleForm
          key={finding.key}
          patientId={patientId}
          asked={{ kind: 'item', key: finding.key, replaces: null }}
          label={finding.label}
          form={finding.note === undefined ? entry.form : { ...entry.form, note: finding.note }}
          fetcher={fetcher}
          takesFocus={false}
        />
      ) : null}
    </section>
  )
}
