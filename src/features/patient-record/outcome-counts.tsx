import type { components } from '#api/schema.ts'
import { type CountLink, CountLinks } from '../../ui/count-links.tsx'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import { groupCandidates, groupId } from './group-candidates.ts'

/** How many trials stand in each group of the page, before any of them: the answer in one line, and the way to each. */
export function OutcomeCounts({ list }: { readonly list: components['schemas']['CandidateList'] }) {
  const { candidates, baskets, notMatched, noLongerOffered } = list
  const { checked, toRead } = groupCandidates(candidates)
  const links: readonly CountLink[] = [
    ...checked.map(({ outcome, candidates: { length } }) => ({
      label: outcomeWords[outcome].label,
      count: length,
      targetId: groupId(outcome),
    })),
    ...ifAny({ label: 'Criteria to read', count: toRead.length, targetId: groupId('toRead') }),
    ...ifAny({ label: 'For any cancer', count: baskets.length, targetId: groupId('baskets') }),
    { label: outcomeWords.notMatched.label, count: notMatched.length, targetId: groupId('notMatched') },
    ...ifAny({ label: 'Not listed any more', count: noLongerOffered.length, targetId: groupId('noLongerOffered') }),
  ]
  return <CountLinks label="Trials by outcome" links={links} />
}

function ifAny(link: CountLink): readonly CountLink[] {
  return link.count === 0 ? [] : [link]
}
