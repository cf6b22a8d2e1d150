import type { EntryForm } from './entry-form.ts'
import { entryOfFinding } from './entry-of-finding.ts'
import { factName } from './fact-name.ts'
import { splitItemKey } from './item-key.ts'

/** One result that a laboratory reports of a sample of blood, with the fields that record it. */
export interface SampleResult {
  /** Of the item that it fills: "lab:platelets". */
  readonly key: string
  readonly label: string
  readonly form: EntryForm
}

/**
 * Of some items those that one sample of venous blood can answer, in their order: the counts, salts, enzymes and markers
 * that come as figures on one report. Left out are urine and cerebrospinal fluid, a measured or calculated clearance,
 * and what is reported as a word, which come from elsewhere.
 */
export function bloodSampleResults(keys: readonly string[]): readonly SampleResult[] {
  return keys.flatMap((key) => {
    const [sort, code] = splitItemKey(key)
    if (sort !== 'lab' || !ofBlood.has(code)) return []
    const entry = entryOfFinding('lab', code)
    return entry.kind === 'form' ? [{ key, label: factName(code), form: entry.form }] : []
  })
}

const ofBlood: ReadonlySet<string> = new Set([
  'anc',
  'platelets',
  'haemoglobin',
  'wbc',
  'creatinine',
  'bilirubin',
  'bilirubin-direct-fraction',
  'alt',
  'ast',
  'alp',
  'albumin',
  'calcium',
  'ldh',
  'ck',
  'inr',
  'afp',
  'hcg-quantitative',
  'cd4',
])
