import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { onlyForCohorts } from '../../format/only-for-cohorts.ts'
import { sentenceCase } from '../../format/sentence-case.ts'
import { CriterionHeadings } from '../../ui/criterion-headings.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FoldOnNarrow } from '../../ui/fold-on-narrow.tsx'
import { Muted } from '../../ui/muted.tsx'
import { Notice } from '../../ui/notice.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'

type TrialCriterion = components['schemas']['TrialCriterion']

/** Every criterion in both forms: the protocol's wording, and the rule that software checks where there is one. */
export function TrialCriteria({ criteria }: { readonly criteria: readonly TrialCriterion[] }) {
  const checked = criteria.filter(({ isRuleInForce }) => isRuleInForce).length
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="criteria">
      <h2 className="nhsuk-heading-m" id="criteria">
        Criteria
      </h2>
      {criteria.length === 0 ? (
        <Notice kind="warning" title="No criteria are recorded for this trial">
          <p>Read its protocol or ask a site before you refer.</p>
        </Notice>
      ) : null}
      {criteria.length > 0 && checked === 0 ? (
        <Notice kind="warning" title="This trial has no rules yet">
          <p>Software checks none of its criteria: somebody has to read all of them for each patient.</p>
        </Notice>
      ) : null}
      {criteria.length === 0 ? null : (
        <>
          <p>
            {countText(checked)} of {countText(criteria.length)} criteria checked by software,{' '}
            {countText(criteria.length - checked)} to read
          </p>
          <FoldOnNarrow label={`Criteria one by one (${countText(criteria.length)})`}>
            <DataTable
              caption="Criteria in the order of the protocol"
              isCaptionHidden
              columns={columns}
              rows={criteria}
              rowId={({ criterionId }) => criterionId}
            />
          </FoldOnNarrow>
        </>
      )}
    </section>
  )
}

const kindWords = { inclusion: 'Inclusion', exclusion: 'Exclusion', notStated: 'Not stated' } as const

const columns: readonly DataColumn<TrialCriterion>[] = [
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kindWords[kind] },
  { id: 'text', header: 'Protocol wording', isRowHeader: true, cell: (criterion) => <Wording {...criterion} /> },
  { id: 'rule', header: 'Rule in words', cell: (criterion) => <Rule {...criterion} /> },
]

function Wording({ headings, text, appliesTo }: TrialCriterion) {
  return (
    <div>
      <CriterionHeadings headings={headings} />
      {text}
      {appliesTo === null ? null : <Muted isBelow>{onlyForCohorts(appliesTo)}</Muted>}
    </div>
  )
}

function Rule({ criterionId, ruleText, rule, isRuleInForce }: TrialCriterion) {
  if (rule === null) return <VerdictMark mark="toRead" />
  return (
    <div>
      {isRuleInForce ? null : (
        <div>
          <VerdictMark mark="toRead" /> <Muted>The rule is not in use</Muted>
        </div>
      )}
      {ruleText === null ? null : sentenceCase(ruleText)}
      <details className="nhsuk-details nhsuk-u-margin-bottom-0">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">
            Rule as stored <span className="nhsuk-u-visually-hidden">for criterion {criterionId}</span>
          </span>
        </summary>
        <pre className="nhsuk-details__text">{JSON.stringify(rule, null, 2)}</pre>
      </details>
    </div>
  )
}
