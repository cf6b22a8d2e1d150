import { displayDate } from '../../identity/date-words.ts'
import { displayValue } from '../explain-reading.ts'
import { unitSuffix } from '../fact-name.ts'
import type { Leaf } from '../leaf.ts'
import type { Finding } from '../verdict.ts'
import { limitsOf } from './limits-of.ts'

/**
 * What the sentence of a leaf lacks. It must be one plain sentence that says what is asked, with the limit where there is
 * one; and where it rests on a value, with the value in its unit, its date and its source, of which the silence of the
 * record has those of its confirmation.
 */
export function sentenceFaults(leaf: Leaf, { sentence, evidence, verdict }: Finding): readonly string[] {
  const lacks = (what: string, part: string) =>
    sentence.toLowerCase().includes(part.toLowerCase()) ? [] : [`does not give the ${what}: ${part}`]
  const form = [
    [/^[A-Z0-9*]/u.test(sentence) || isQuoted(leaf, sentence), 'does not begin like a sentence'],
    [!/[\n\r\t]|\s{2}|\s$/u.test(sentence), 'has odd spaces'],
    [!/undefined|null|NaN|Infinity|\[object|true|false/u.test(sentence), 'shows a value of the program'],
    [!/\.\s+[A-Z]/u.test(sentence) && !sentence.endsWith('.'), 'is more than one sentence'],
    [sentence.length <= 320, 'is too long'],
    [saysAsked(leaf, sentence), 'does not say what is asked'],
  ] as const
  const found = evidence === null ? [] : evidenceParts(leaf, evidence)
  const rests = evidence === null && verdict !== 'unknown' ? ['rests on no evidence'] : []
  const asked = limitsOf(leaf).map((limit) => ['limit', limit] as const)
  return [
    ...form.filter(([isGood]) => !isGood).map(([, fault]) => fault),
    ...rests,
    ...[...found, ...asked].flatMap(([what, part]) => lacks(what, part)),
  ].map((fault) => `${sentence}: ${fault}`)
}

/** "asked: …", a limit, a name, or that none of what is asked is recorded; the rest are about the question itself. */
function saysAsked(leaf: Leaf, sentence: string): boolean {
  const own = ['attest', 'childbearingPotential', 'rareCancer'].includes(leaf.op)
  return own || /\basked: |\bthe limit of |\bnamed: |\bcounts? as |\bno(?:ne)? .* recorded\b| within /iu.test(sentence)
}

/** A question of the protocol stands as it is written there. */
function isQuoted(leaf: Leaf, sentence: string): boolean {
  return leaf.op === 'attest' && sentence.startsWith(leaf.text)
}

type Part = readonly [what: string, text: string]

/** Their evidence stands for a date, or for codes of which the sentence names the one that was asked for. */
const isOfWhole: readonly Leaf['op'][] = ['age', 'interval', 'topography']

function evidenceParts(leaf: Leaf, evidence: NonNullable<Finding['evidence']>): readonly Part[] {
  const { value, unit, on, source } = evidence
  const date: readonly Part[] = on === null ? [] : [['date', displayDate(on)]]
  const shown: readonly Part[] =
    value === null || typeof value === 'boolean' || isOfWhole.includes(leaf.op)
      ? []
      : [['value', `${displayValue(value)}${unitSuffix(unit)}`]]
  return [...shown, ...date, ['source', source]]
}
