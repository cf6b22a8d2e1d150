import type { components } from '#api/schema.ts'
import { Notice } from '../../ui/notice.tsx'
import { researchWishLine } from './wish-lines.ts'

type ResearchWish = components['schemas']['ResearchWish']
type WishNoticesProps = { readonly wishes: readonly ResearchWish[]; readonly onReview: () => void }

/** The wishes that hold, above everything that could be offered. */
export function WishNotices({ wishes, onReview }: WishNoticesProps) {
  if (wishes.length === 0) return null
  return (
    <Notice kind="warning" title="The patient’s wishes about research">
      <ul className="app-wishes__list">
        {wishes.map((wish) => (
          <li key={wish.wishId}>{researchWishLine(wish)}</li>
        ))}
      </ul>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary app-button-small app-print-hidden"
        onClick={onReview}
      >
        Review the wish
      </button>
    </Notice>
  )
}

/** Stands in the place of the trials. */
export function NoResearch() {
  return (
    <section className="app-beside__main" aria-labelledby="candidate-trials">
      <h2 className="nhsuk-heading-s" id="candidate-trials">
        Candidate trials
      </h2>
      <p>
        No trial is shown, because the patient does not want to hear about research. Whether any would fit was not
        looked at. This changes nothing in the patient’s care.
      </p>
    </section>
  )
}

/** Trials that are left out because of a wish and not because of any criterion. */
export function LeftOutByWish({ wishes }: Pick<WishNoticesProps, 'wishes'>) {
  const named = wishes.flatMap(({ trial }) => trial ?? [])
  if (named.length === 0) return null
  return (
    <section aria-labelledby="left-out-by-wish">
      <h3 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id="left-out-by-wish">
        Left out by the patient’s wish ({named.length})
      </h3>
      <ul className="app-wishes__list">
        {named.map(({ trialId, registryId, title }) => (
          <li key={trialId}>
            {title} ({registryId}): the patient does not want to hear about it. Its criteria were not looked at.
          </li>
        ))}
      </ul>
    </section>
  )
}
