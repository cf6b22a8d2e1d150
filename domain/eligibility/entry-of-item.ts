import { dateEntry, type Entry, filledFields } from './entry-form.ts'
import { entryOfBiomarker, entryOfTypedTest } from './entry-of-biomarker.ts'
import { entryOfDiagnosis } from './entry-of-diagnosis.ts'
import { entryOfFinding } from './entry-of-finding.ts'
import { entryOfNewTreatment } from './entry-of-treatment.ts'
import { findingShape } from './finding-shape.ts'
import { splitItemKey } from './item-key.ts'
import type { NewAssertion } from './new-patient-item.ts'
import type { Assertion } from './patient-record.ts'
import { typedTest } from './test-types.ts'
import type { SettlingValue } from './what-would-settle.ts'

/**
 * How an item of "what would settle it" is filled, worked out from its key. What one value cannot fill has the words
 * that say where it is recorded instead. Example: "lab:platelets" asks for a number in x10^9/L and the day of sampling.
 * What is missing of a recorded treatment is filled by the form of its row: see `askedByItem`.
 */
export function entryOfItem({ key, replaces }: Pick<SettlingValue, 'key' | 'replaces'>): Entry {
  const [sort, rest] = splitItemKey(key)
  switch (sort) {
    case 'lab':
      return entryOfFinding('lab', rest)
    case 'observation':
      return entryOfFinding('observation', rest)
    case 'ps':
      return entryOfFinding('performance-status', rest)
    case 'score':
    case 'stage':
    case 'metastasis':
    case 'condition':
    case 'infection':
    case 'toxicity':
    case 'central-review':
      return entryOfFinding(sort, rest)
    case 'medication':
      return entryOfFinding('medication', rest.replace(/:dose$/u, ''), replaces)
    case 'attest':
      return entryOfFinding('attestation', rest)
    case 'grade':
    case 'disease-extent':
    case 'disease-status':
    case 'progression':
    case 'best-response':
    case 'measurable-disease':
    case 'childbearing-potential':
    case 'standard-options':
      return entryOfFinding(sort, sort)
    case 'biomarker':
      return entryOfBiomarker(rest)
    case 'test': {
      const type = typedTest(rest)
      return type === null ? noSingleValue : entryOfTypedTest(type)
    }
    case 'other-malignancy':
      return findingShape(sort, rest) === null ? elsewhereOf(sort) : entryOfFinding(sort, rest)
    case 'assertion':
      return entryOfAssertion(rest)
    case 'diagnosis':
    case 'diagnosis-basis':
    case 'diagnosis-date':
      return entryOfDiagnosis(key, replaces)
    case 'treatment':
    case 'interval':
      return entryOfNewTreatment(ifRecorded)
    default:
      return elsewhereOf(sort)
  }
}

function elsewhereOf(sort: string): Entry {
  const where = elsewhere[sort]
  return where === undefined ? noSingleValue : { kind: 'elsewhere', where }
}

const noSingleValue: Entry = { kind: 'elsewhere', where: 'This is not one value: read the criteria of the trial.' }

const elsewhere: Readonly<Record<string, string>> = {
  sex: 'Sex is part of the patient’s identity: correct it in the hospital record that it comes from.',
  'birth-date': 'The date of birth is part of the patient’s identity: correct it in the hospital record.',
  therapy:
    'Compare previous treatments with the class that the trial arm gives, and set a verdict among the criteria of the trial.',
  'other-malignancy': 'Type, date and treatment of the other cancer belong together: correct its diagnosis.',
  override: 'Open the criteria of the trial, and set the verdict again or withdraw it there.',
  cohort: 'The site decides which cohort of the trial a patient would join: ask the site.',
}

const ifRecorded = 'A treatment that is recorded already is corrected under Recorded values, and not added again.'

function entryOfAssertion(word: string): Entry {
  const category = categories.find((known) => known === word)
  if (category === undefined) return { kind: 'elsewhere', where: `"${word}" is not a category that can be confirmed.` }
  return {
    kind: 'form',
    form: {
      target: { kind: 'assertion', category, replaces: null },
      fields: confirmationFields,
      usualSource: 'Nursing assessment',
    },
  }
}

export function entryOfRecordedAssertion(itemId: string, { category, assertedOn, source }: NewAssertion): Entry {
  const fields = filledFields(confirmationFields, { assertedOn })
  return {
    kind: 'form',
    form: { target: { kind: 'assertion', category, replaces: itemId }, fields, usualSource: source },
  }
}

const confirmationFields = [dateEntry('assertedOn', 'Date confirmed')]

const categories: readonly Assertion['category'][] = [
  'treatment-history-complete',
  'comorbidities-reviewed',
  'medicines-reviewed',
  'infection-status-reviewed',
]
