import { criterionName } from '#domain/feasibility/criterion-name.ts'
import { type Draft, type DraftFault, fieldIds, fieldIdsOf, namesIn, writtenCriteria } from './draft.ts'

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

/** The faults as a list above the draft tells them: away from its field each says of which criterion it is. */
export function namedFaults({ criteria }: Draft, faults: readonly DraftFault[]): readonly DraftFault[] {
  return faults.map(({ fieldId, message }) => {
    const place = criteria.findIndex(({ key }) => fieldIdsOf(key).includes(fieldId))
    const text = criteria[place]?.text.trim() ?? ''
    if (place === -1) return { fieldId, message }
    return {
      fieldId,
      message: `Criterion ${place + 1}${text === '' ? '' : `, ${criterionName({ text })}`}: ${withoutChoices(message)}`,
    }
  })
}

/** All that a rule could say instead, such as every operation, is told where it is typed: twice it fills a narrow screen. */
function withoutChoices(message: string): string {
  return message.replace(/\. Use one of .*$/su, '')
}
