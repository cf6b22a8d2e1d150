import type { components } from '#api/schema.ts'
import { firstFew } from './first-few.ts'

/**
 * A criterion in the protocol's words with the value that decided: `Platelets at least 100. Found: Platelets 82 ×10⁹/L on
 * 03-Aug-2026 is below the limit of 100 ×10⁹/L`, or with who set it. What is no criterion stands by itself.
 */
export function withFinding(
  text: string,
  { blockingFindings }: Pick<components['schemas']['Candidate'], 'blockingFindings'>,
): string {
  const finding = blockingFindings.find((each) => each.text === text)
  if (finding === undefined || finding.sentences.length === 0) return text
  const head = finding.setBy === null ? 'Found: ' : ''
  return `${text.replace(/\.$/u, '')}. ${head}${firstFew(finding.sentences, '; ')}`
}
