import { type Draft, type DraftFault, fieldIds, namesIn, writtenCriteria } from './draft.ts'

/** The faults that the API found, each at the field that it is about: `/criteria/1/rule/of/0` is the second rule. */
export function faultsOfAnswer(
  draft: Draft,
  errors: readonly { readonly pointer: string; readonly message: string }[],
): readonly DraftFault[] {
  const written = writtenCriteria(draft)
  return errors.map(({ pointer, message }) => {
    const [, index = '', field = '', node = ''] = /^\/criteria\/(\d+)(?:\/(\w+))?(.*)$/u.exec(pointer) ?? []
    const criterion = index === '' ? undefined : written[Number(index)]
    if (pointer.startsWith('/closedCohorts')) return { fieldId: fieldIds.closedCohorts, message }
    if (pointer.startsWith('/cohorts')) return { fieldId: fieldOfCohort(draft, pointer), message }
    if (pointer.startsWith('/places')) return { fieldId: fieldIds.places, message: `${pointer} ${message}` }
    if (criterion === undefined) return { fieldId: fieldIds.cancerTypes, message }
    if (field === 'text') return { fieldId: fieldIds.text(criterion.key), message }
    if (field === 'kind') return { fieldId: fieldIds.kind(criterion.key), message }
    if (field === 'appliesTo') return { fieldId: fieldIds.appliesTo(criterion.key), message }
    return { fieldId: fieldIds.rule(criterion.key), message: node === '' ? message : `At ${node}: ${message}` }
  })
}

/** Those that take patients are sent first. */
function fieldOfCohort({ cohorts }: Draft, pointer: string): string {
  const place = Number(pointer.split('/')[2])
  return place >= namesIn(cohorts).length ? fieldIds.closedCohorts : fieldIds.cohorts
}
