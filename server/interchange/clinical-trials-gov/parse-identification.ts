import type { TrialIdentifier, TrialRecord } from '#domain/trial/trial-record.ts'
import type { FieldReader } from '../field-reader.ts'

type Identification = Pick<TrialRecord, 'registryId' | 'otherIds' | 'title' | 'officialTitle' | 'acronym'>

/** Numbers and titles. The sponsor's own number comes first among the others. */
export function parseIdentification(identification: FieldReader): Identification {
  return {
    registryId: parseRegistryId(identification),
    otherIds: parseOtherIds(identification),
    title: identification.requiredText('briefTitle'),
    officialTitle: identification.text('officialTitle'),
    acronym: identification.text('acronym'),
  }
}

function parseRegistryId(identification: FieldReader): string {
  const id = identification.requiredText('nctId')
  if (id !== '' && !/^NCT\d{8}$/.test(id)) {
    identification.problem('nctId', `is ${JSON.stringify(id)}`, 'Give "NCT" and eight digits, for example NCT01234567.')
  }
  return id
}

function parseOtherIds(identification: FieldReader): readonly TrialIdentifier[] {
  const own = identification.child('orgStudyIdInfo').text('id')
  const organisation = identification.child('organization').text('fullName')
  const secondary = identification.children('secondaryIdInfos').flatMap((info): TrialIdentifier[] => {
    const value = info.text('id')
    return value === null ? [] : [{ type: info.text('type'), value, issuer: info.text('domain') }]
  })
  return own === null ? secondary : [{ type: 'SPONSOR', value: own, issuer: organisation }, ...secondary]
}
