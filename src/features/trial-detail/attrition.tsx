import { useMemo } from 'react'
import { useRevalidator } from 'react-router'
import type { components } from '#api/schema.ts'
import { attritionSentence } from '#domain/feasibility/attrition-sentence.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { suppressedCountText } from '../../format/suppressed-count.ts'
import { AttritionTable } from '../../ui/attrition-table.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { loadAttrition } from './load-attrition.ts'

/** Which criterion removes how many of the caller's patients, and for how many it cannot be decided. */
export function Attrition({ trialId }: { readonly trialId: string }) {
  const { answer } = useAnswer(useMemo(() => loadAttrition(trialId), [trialId]))
  const revalidator = useRevalidator()
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="attrition">
      <h2 className="nhsuk-heading-m" id="attrition">
        What each criterion leaves
      </h2>
      {answer === null ? <LoadingState what="the numbers" /> : null}
      {answer?.ok === false ? (
        <ErrorState problem={answer.problem} onRetry={() => void revalidator.revalidate()} />
      ) : null}
      {answer?.ok ? <Steps attrition={answer.data} trialId={trialId} /> : null}
    </section>
  )
}

type StepsProps = { readonly attrition: components['schemas']['Attrition']; readonly trialId: string }

function Steps({ attrition, trialId }: StepsProps) {
  if (attrition.considered === 0) {
    return (
      <EmptyState title="None of your patients has a cancer that this trial takes or could take">
        <p>There is nobody to count. Feasibility, above, shows other hospitals.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p>{attritionSentence(attrition, suppressedCountText)}.</p>
      {attrition.steps.length === 0 ? null : (
        <AttritionTable attrition={attrition} fileName={`attrition-${trialId}.csv`} />
      )}
    </>
  )
}
