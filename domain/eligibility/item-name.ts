import { factName, factNameInside, sentenceCase } from './fact-name.ts'
import { splitItemKey } from './item-key.ts'
import { printedBiomarker } from './leaves/biomarker-name.ts'
import { lookAgainLabel } from './look-again-label.ts'
import { eventWords } from './trial-events.ts'
import type { SettlingItem } from './verdict.ts'

/**
 * An item in short words, worked out from its key alone, as a list or a count over many patients names it: "lab:anc" →
 * "ANC". It names neither a row of a patient nor what is missing of a finding: "condition:asthma" → "Asthma". A key of
 * no known sort is shown in its own words.
 */
export function itemName(key: string): string {
  const [sort, subject] = splitItemKey(key)
  const name = namesByKey.get(key) ?? namesBySort.get(sort)?.(subject) ?? ''
  return name === '' ? ownWords(key) : name
}

/** Several items by name, in the order of their keys and each name once: two treatments may lack the same. */
export function itemNames(keys: readonly string[]): string[] {
  return [...new Set(keys.toSorted().map(itemName))]
}

/** An item of which there is no more to say than its name. */
export function namedItem(key: string): SettlingItem {
  const known = knownItems.get(key)
  if (known !== undefined) return known
  const item = { key, label: itemName(key) }
  // Most keys are of the vocabulary; those of rows and of questions in words are too many to keep for ever.
  if (knownItems.size >= mostKnown) knownItems.clear()
  knownItems.set(key, item)
  return item
}

const knownItems = new Map<string, SettlingItem>()
const mostKnown = 10_000

const namesByKey: ReadonlyMap<string, string> = new Map([
  ['best-response', 'Best response'],
  ['birth-date', 'Date of birth'],
  ['childbearing-potential', 'Childbearing potential'],
  ['diagnosis', 'Diagnosis'],
  ['diagnosis-basis', 'Basis of diagnosis'],
  ['diagnosis-date', 'Date of diagnosis'],
  ['diagnosis:histology', 'Histology code of the diagnosis'],
  ['diagnosis:topography', 'Topography of the diagnosis'],
  ['disease-extent', 'Extent of disease now'],
  ['disease-status', 'Disease status now'],
  ['grade', 'Tumour grade'],
  ['measurable-disease', 'Measurable disease'],
  ['progression', 'Date of progression'],
  ['sex', 'Sex'],
  ['standard-options', 'Standard treatment options'],
  ['therapy:same-class-as-cohort', 'Previous treatment of the class given in the trial arm'],
  ['treatment:earlier-lines', 'Earlier lines of systemic treatment'],
  ['treatment:lines', 'Line number of each systemic treatment'],
])

const namesBySort: ReadonlyMap<string, (subject: string) => string> = new Map([
  ['assertion', (category: string) => `Confirm: ${factNameInside(category)}`],
  // In the words of the trial, which alone would read like an answer: "Not fit for intensive induction".
  ['attest', (question: string) => `Answer to: ${question}`],
  ['biomarker', (name: string) => sentenceCase(printedBiomarker(name))],
  ['central-review', factName],
  ['cohort', () => 'Which cohort the patient would join'],
  ['condition', factName],
  ['infection', (agent: string) => `${agent} status`],
  ['interval', (event: string) => `Date of: ${eventWords(event)}`],
  ['lab', factName],
  ['medication', nameOfMedicine],
  ['metastasis', (site: string) => `${factName(site)} metastasis: present state`],
  ['observation', factName],
  ['other-malignancy', () => 'Details of another cancer'],
  ['override', () => lookAgainLabel],
  ['ps', (scale: string) => `${scale} performance status`],
  ['score', factName],
  ['stage', (system: string) => `Stage (${factNameInside(system)})`],
  ['toxicity', (term: string) => `Toxicity: ${factNameInside(term)}`],
  ['treatment', (rowAndGap: string) => `Treatment: ${rowAndGap.slice(rowAndGap.lastIndexOf(':') + 1)}`],
])

function nameOfMedicine(subject: string): string {
  const medicine = subject.replace(/:dose$/u, '')
  return `${factName(medicine)}: ${medicine === subject ? 'taken or not, and until when' : 'daily dose'}`
}

/** An answer may still be stored under a key that these rules do not make any more. */
function ownWords(key: string): string {
  const parts = key.split(':').filter((part) => part !== '')
  return parts.length === 0 ? 'An item without a name' : sentenceCase(parts.map(factNameInside).join(': '))
}
