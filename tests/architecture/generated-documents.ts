import { criteriaSchemaDocument } from './criteria-schema-document.ts'
import { hazardLogDocument } from './hazard-log-document.ts'
import { referralStatesDocument } from './referral-states-document.ts'

/** Documents that follow from the code, by their path from the root of the project. */
export const generatedDocuments: Readonly<Record<string, () => string>> = {
  'api/criteria-language.schema.json': criteriaSchemaDocument,
  'docs/clinical-safety/hazard-log.md': hazardLogDocument,
  'docs/referral-states.md': referralStatesDocument,
}
