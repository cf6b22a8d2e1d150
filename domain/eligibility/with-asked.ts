import type { Leaf } from './leaf.ts'
import { leafText } from './leaf-text.ts'
import { onceForEach } from './once-for-each.ts'
import type { Finding } from './verdict.ts'

/**
 * The finding with what is asked at the end of its sentence, unless the sentence says so already: nobody has to look up
 * the limit that a value, or its absence, is read against. "Platelets: not recorded; asked: platelets at least 100
 * ×10⁹/L". What was found stays beside it by itself, because a value can be asked for by several trials.
 */
export function withAsked(leaf: Leaf, finding: Finding): Finding {
  const { sentence } = finding
  if (saysAsked(leaf, finding)) return finding
  const asked = endsWithWindow(finding) ? textAlone(leaf) : textInFull(leaf)
  return { ...finding, sentence: `${sentence}${asked}`, found: sentence }
}

const textInFull = onceForEach((leaf: Leaf) => `; asked: ${leafText(leaf)}`)
const textAlone = onceForEach((leaf: Leaf) => `, and ${leafText(withoutWindow(leaf))}`)

function saysAsked(leaf: Leaf, finding: Finding): boolean {
  switch (leaf.op) {
    case 'attest':
    case 'childbearingPotential':
    case 'rareCancer':
      // The sentence is about the question itself.
      return true
    case 'diagnosis':
    case 'morphology':
      return saysLimit(finding) || /\bnamed: /u.test(finding.sentence)
    case 'topography':
      return / within /u.test(finding.sentence)
    case 'therapy':
    case 'surgery':
      return (
        saysLimit(finding) || saysNone(finding) || (isOfClassAlone(leaf) && /\bcounts? as /u.test(finding.sentence))
      )
    case 'condition':
    case 'interval':
    case 'medication':
    case 'otherMalignancy':
    case 'toxicity':
      return saysLimit(finding) || saysNone(finding)
    default:
      return saysLimit(finding)
  }
}

/** Of a value that is too old the sentence says how old it may be, which is not what is asked of the value. */
function saysLimit({ sentence, reason }: Finding): boolean {
  const words = reason === 'stale' ? sentence.replace(/\basked: at most [^;]*days\)?/gu, '') : sentence
  return words.includes('asked: ') || words.includes('the limit of ')
}

/** "No platinum within 28 days is recorded": the silence of a record is told in the words of the question. */
function saysNone({ sentence }: Finding): boolean {
  return /(?:^N|; n)o(?:ne)? .*(?:is|are) recorded\b/u.test(sentence)
}

function isOfClassAlone(leaf: Extract<Leaf, { op: 'therapy' | 'surgery' }>): boolean {
  return leaf.op === 'surgery'
    ? leaf.margin === undefined
    : [leaf.setting, leaf.site, leaf.forCurrentCancer, leaf.cyclesMin, leaf.cyclesMax].every(
        (part) => part === undefined,
      )
}

function endsWithWindow({ sentence, reason }: Finding): boolean {
  return reason === 'stale' && /\basked: at most [^;]*days\)?$/u.test(sentence)
}

/** The window has been said by then. */
function withoutWindow(leaf: Leaf): Leaf {
  if (!('withinDays' in leaf)) return leaf
  const { withinDays: _, ...asked } = leaf
  return asked as Leaf
}
