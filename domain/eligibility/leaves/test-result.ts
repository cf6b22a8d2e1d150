import type { BiomarkerFact } from '../patient-facts.ts'
import { comparableWord } from '../recorded-word.ts'

/** Words by which a valid test still says neither yes nor no. */
export const uncertainResults: readonly string[] = ['equivocal', 'indeterminate', 'borderline', 'unknown', '']

/** The sample gave no result. */
export function isFailed({ result }: Pick<BiomarkerFact, 'result'>): boolean {
  return ['failed', 'insufficient', 'insufficient sample'].includes(comparableWord(result))
}
