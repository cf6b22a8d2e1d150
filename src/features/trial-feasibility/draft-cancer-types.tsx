import type { CancerType } from '../../ui/cancer-type-search.ts'
import { CancerTypeTree } from '../../ui/cancer-type-tree.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { type Draft, type DraftFault, fieldIds } from './draft.ts'

type DraftCancerTypesProps = {
  readonly draft: Draft
  readonly types: readonly CancerType[]
  readonly faults: readonly DraftFault[]
  readonly onChange: (patch: Partial<Draft>) => void
}

/** The cancers that a draft takes, chosen one after the other. */
export function DraftCancerTypes({ draft, types, faults, onChange }: DraftCancerTypesProps) {
  const { cancerTypeIds, isBasket } = draft
  const own = faults.filter(({ fieldId }) => fieldId === fieldIds.cancerTypes)
  const without = (id: string) => cancerTypeIds.filter((other) => other !== id)
  return (
    <div
      id={fieldIds.cancerTypes}
      tabIndex={-1}
      className={`nhsuk-form-group${own.length === 0 ? '' : ' nhsuk-form-group--error'}`}
    >
      {own.map(({ message }) => (
        <span className="nhsuk-error-message" key={message}>
          <span className="nhsuk-u-visually-hidden">Error:</span> {message}
        </span>
      ))}
      <CancerTypeTree
        label="Add a cancer type"
        types={types}
        selectedId={null}
        onSelect={(id) => (id === null ? undefined : onChange({ cancerTypeIds: [...without(id), id] }))}
      />
      <FilterChips
        chips={cancerTypeIds.map((id) => ({
          label: types.find(({ cancerTypeId }) => cancerTypeId === id)?.name ?? id,
          remove: () => onChange({ cancerTypeIds: without(id) }),
        }))}
      />
      <CheckboxList
        label="Range"
        name="basket"
        choices={[{ value: 'basket', label: 'Takes many cancers, such as any solid tumour' }]}
        values={isBasket ? ['basket'] : []}
        onChange={(values) => onChange({ isBasket: values.length > 0 })}
      />
    </div>
  )
}
