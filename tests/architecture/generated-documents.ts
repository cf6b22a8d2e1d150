import { criteriaSchemaDocument } from './criteria-schema-document.ts'
import { referralStatesDocument } from './referral-states-document.ts'

/** Documents that follow from the code, by their path from the root of the project. */
export const generatedDocuments: Readonly<Record<string, () => string>> = {
  'api/criteria-language.schema.json': criteriaSchemaDocument,
  'docs/referral-states.md': referralStatesDocument,
}
