import type { TrialArm, TrialIntervention } from '#domain/trial/trial-record.ts'
import type { FieldReader } from '../field-reader.ts'

export function parseIntervention(fields: FieldReader): TrialIntervention {
  return {
    type: fields.text('type'),
    name: fields.requiredText('name'),
    description: fields.text('description'),
    otherNames: fields.texts('otherNames'),
  }
}

export function parseArm(fields: FieldReader): TrialArm {
  return {
    label: fields.requiredText('label'),
    type: fields.text('type'),
    description: fields.text('description'),
    interventionNames: fields.texts('interventionNames'),
  }
}
