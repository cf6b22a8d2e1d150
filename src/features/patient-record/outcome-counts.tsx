import type { components } from '#api/schema.ts'
import { type CountLink, CountLinks } from '../../ui/count-links.tsx'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import { groupCandidates, groupId } from './group-candidates.ts'

/**
 * How many trials stand at each outcome, before any of them: the answer in one line, and the way to each. Of the trials for
 * the patient's cancer these are the numbers of the worklist; those for any cancer are counted apart, as there.
 */
export function OutcomeCounts({ list }: { readonly list: components['schemas']['CandidateList'] }) {
  const { candidates, baskets, notMatched, noLongerOffered } = list
  const { checked, toRead } = groupCandidates(candidates)
  const links: readonly CountLink[] = [
    ...checked.map((group) => ({
      label: outcomeWords[group.outcome].label,
      count: group.candidates.length,
      targetId: groupId(group.outcome),
    })),
    ...ifAny({ label: 'With criteria to read', count: toRead.length, targetId: groupId('toRead') }),
    { label: outcomeWords.notMatched.label, count: notMatched.length, targetId: groupId('notMatched') },
    ...ifAny({ label: 'For any cancer', count: baskets.length, targetId: groupId('baskets') }),
    ...ifAny({ label: 'Not listed any more', count: noLongerOffered.length, targetId: groupId('noLongerOffered') }),
  ]
  return <CountLinks label="Trials by outcome" links={links} />
}

function ifAny(link: CountLink): readonly CountLink[] {
  return link.count === 0 ? [] : [link]
}
