import { displayDate } from '../explain-date.ts'
import { displayValue } from '../explain-reading.ts'
import type { Leaf } from '../leaf.ts'
import type { Finding } from '../verdict.ts'
import { limitsOf } from './limits-of.ts'

/**
 * What the sentence of a leaf lacks. It must be one plain sentence; where it rests on a value, with the value, its date
 * and its source, of which the silence of the record has those of its confirmation; and where it is settled by a limit,
 * with the limit.
 */
export function sentenceFaults(leaf: Leaf, { sentence, evidence, verdict }: Finding): readonly string[] {
  const lacks = (what: string, part: string) => (sentence.includes(part) ? [] : [`does not give the ${what}: ${part}`])
  const form = [
    [/^[A-Z0-9*]/u.test(sentence) || isQuoted(leaf, sentence), 'does not begin like a sentence'],
    [!/[\n\r\t]|\s{2}|\s$/u.test(sentence), 'has odd spaces'],
    [!/undefined|null|NaN|Infinity|\[object|true|false/u.test(sentence), 'shows a value of the program'],
    [!/\.\s+[A-Z]/u.test(sentence) && !sentence.endsWith('.'), 'is more than one sentence'],
    [sentence.length <= 300, 'is too long'],
  ] as const
  const found = evidence === null ? [] : evidenceParts(evidence)
  const rests = evidence === null && verdict !== 'unknown' ? ['rests on no evidence'] : []
  const asked = verdict === 'unknown' ? [] : limitsOf(leaf).map((limit) => ['limit', limit] as const)
  return [
    ...form.filter(([isGood]) => !isGood).map(([, fault]) => fault),
    ...rests,
    ...[...found, ...asked].flatMap(([what, part]) => lacks(what, part)),
  ].map((fault) => `${sentence}: ${fault}`)
}

/** A question of the protocol stands as it is written there. */
function isQuoted(leaf: Leaf, sentence: string): boolean {
  return leaf.op === 'attest' && sentence.startsWith(leaf.text)
}

type Part = readonly [what: string, text: string]

function evidenceParts(evidence: NonNullable<Finding['evidence']>): readonly Part[] {
  const { value, on, source } = evidence
  const date: readonly Part[] = on === null ? [] : [['date', displayDate(on)]]
  const number: readonly Part[] = typeof value === 'number' ? [['value', displayValue(value)]] : []
  return [...number, ...date, ['source', source]]
}
