import { useMemo, useState } from 'react'
import type { components } from '#api/schema.ts'
import { onlyForCohorts } from '../../format/only-for-cohorts.ts'
import { ClinicianVerdict } from '../../ui/clinician-verdict.tsx'
import { CriterionHeadings } from '../../ui/criterion-headings.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { Muted } from '../../ui/muted.tsx'
import { countedMarkOf, markOf, VerdictMark, type VerdictMarkKind } from '../../ui/verdict-mark.tsx'
import type { TypedOverride } from './change-override.ts'
import { CohortChoice, type ShownCohort, shownCohorts } from './cohort-choice.tsx'
import { isFolded, MetCriteria } from './met-criteria.tsx'
import { OtherParts } from './other-parts.tsx'
import { OverrideForm } from './override-form.tsx'
import { StandingOverrides } from './standing-overrides.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'

type TrialVerdict = components['schemas']['TrialVerdict']
type CriterionVerdict = components['schemas']['CriterionVerdict']

type CriterionVerdictsProps = { readonly patientId: string; readonly verdict: TrialVerdict }

/**
 * Every criterion of one cohort, at first of the one that gives the outcome: the verdict beside the protocol's own wording,
 * the rule in words, and the evidence.
 */
export function CriterionVerdicts({ patientId, verdict }: CriterionVerdictsProps) {
  const { candidate } = verdict
  const { data: result, reset } = useOverrideFetcher(patientId)
  const refused = result?.trialId === candidate.trialId && result.kind !== 'changed' ? result.typed : null
  const refusedId = refused?.standingId === null ? refused.criterionId : null
  const [openId, setOpenId] = useState(refusedId)
  const cohorts = shownCohorts(verdict)
  // Drawn again after a refusal, the form stands in the cohort that it was filled in for.
  const [chosen, setChosen] = useState(() => (cohorts.find((each) => hasForm(each, refused)) ?? cohorts[0]).cohort)
  const { cohort, criteria } = cohorts.find((each) => each.cohort === chosen) ?? cohorts[0]
  const excluding = useMemo(() => excludingFrom(candidate, cohort), [candidate, cohort])
  // A form stays where it was opened, or what is typed in it would be lost when the criterion becomes met.
  const [isOpenFolded, setIsOpenFolded] = useState<boolean | null>(null)
  const [lastResult, setLastResult] = useState(result)
  if (result !== lastResult) {
    setLastResult(result)
    if (result?.kind === 'changed') setOpenId(null)
  }
  const rows = useMemo(
    () =>
      openFirst(criteria, excluding).map((criterion) => {
        const isOpen = criterion.criterionId === openId
        const onToggle = () => {
          // What was told of another form, or of this one before, is not told again.
          reset()
          setOpenId(isOpen ? null : criterion.criterionId)
          setIsOpenFolded(isFolded(criterion))
        }
        return { criterion, isOpen, onToggle }
      }),
    [criteria, excluding, openId, reset],
  )
  const choose = (other: string) => {
    setOpenId(null)
    setChosen(other)
  }
  const choice = <CohortChoice cohorts={cohorts} shown={cohort} onChoose={choose} />
  const { folded = [], inSight = [] } = useMemo(
    () =>
      Object.groupBy(rows, ({ criterion, isOpen }) =>
        ((isOpen ? isOpenFolded : null) ?? isFolded(criterion)) ? 'folded' : 'inSight',
      ),
    [rows, isOpenFolded],
  )
  if (criteria.length === 0) {
    return (
      <>
        {choice}
        <p>
          No criteria are recorded for {cohort === null ? 'this trial' : `cohort ${cohort} of this trial`}. Read its
          protocol.
        </p>
        <StandingOverrides patientId={patientId} verdict={verdict} />
      </>
    )
  }
  const hasRules = criteria.some(({ ruleText }) => ruleText !== null)
  const tableOf = (caption: string, shown: typeof rows) => (
    <DataTable
      caption={cohort === null ? caption : `${caption}, cohort ${cohort}`}
      isCaptionHidden
      isDense={!hasRules}
      columns={hasRules ? verdictColumns : wordingColumns}
      rows={shown}
      rowId={({ criterion }) => criterion.criterionId}
      detail={({ criterion, isOpen }) =>
        isOpen ? <OverrideForm patientId={patientId} trialId={candidate.trialId} criterion={criterion} /> : null
      }
    />
  )
  return (
    <>
      {choice}
      {hasRules ? null : (
        <p className="app-card__line">
          <VerdictMark mark="toRead" /> Nobody has written rules for this trial, so software checked none of its
          criteria.
        </p>
      )}
      <div className={hasRules ? 'app-verdicts' : undefined}>
        {inSight.length === 0 ? null : tableOf(hasRules ? 'Criteria one by one' : 'Criteria to read', inSight)}
        <MetCriteria
          key={cohort}
          criteria={criteria}
          isEmpty={folded.length === 0}
          told={folded.some(({ isOpen }) => isOpen) ? refused : null}
          isOpenAtFirst={inSight.length === 0}
        >
          {tableOf('Criteria that are met', folded)}
        </MetCriteria>
      </div>
      <StandingOverrides patientId={patientId} verdict={verdict} />
    </>
  )
}

/** Whether what was refused was filled in below one of these criteria. */
function hasForm({ criteria }: ShownCohort, refused: TypedOverride | null): boolean {
  return criteria.some(({ criterionId, cohort }) => criterionId === refused?.criterionId && cohort === refused.cohort)
}

/** What excludes the patient from a cohort, in the protocol's words. */
function excludingFrom({ blocking, blockingInCohorts }: TrialVerdict['candidate'], shown: string | null) {
  return [...blocking, ...blockingInCohorts.filter(({ cohort }) => cohort === shown).flatMap((own) => own.blocking)]
}

/**
 * What stops or is open comes before what is met, and what excludes (`blocking`, in the protocol's words) before what
 * would only put the trial off; otherwise the protocol's order stays.
 */
export function openFirst(
  criteria: readonly CriterionVerdict[],
  blocking: readonly string[] = [],
): readonly CriterionVerdict[] {
  const place = (criterion: CriterionVerdict) => {
    const mark = countedMarkOf(criterion)
    return mark === 'notMet' && blocking.includes(criterion.text) ? -1 : markOrder.indexOf(mark)
  }
  return criteria.toSorted((a, b) => place(a) - place(b))
}

const markOrder: readonly VerdictMarkKind[] = ['notMet', 'contradictory', 'notKnown', 'toRead', 'met']

/** Beside "Met", the bare word "Exclusion" could be read as the opposite of what it means. */
function kindText(criterion: CriterionVerdict): string {
  if (criterion.kind === 'notStated') return 'Not stated'
  if (criterion.kind === 'inclusion') return 'Inclusion'
  const mark = countedMarkOf(criterion)
  if (mark === 'met') return 'Exclusion, does not apply'
  return mark === 'notMet' ? 'Exclusion, applies' : 'Exclusion'
}

interface CriterionRow {
  readonly criterion: CriterionVerdict
  /** Whether the form for a verdict of one's own is open below it. */
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** The sentences with value, date, limit and source have half of the width: they are what is read. */
const verdictColumns: readonly DataColumn<CriterionRow>[] = [
  {
    id: 'verdict',
    header: 'Verdict',
    cell: ({ criterion }) => (
      <div>
        <CountedVerdict criterion={criterion} />
        <Muted isBelow>{kindText(criterion)}</Muted>
        {criterion.class === 'advisory' ? <Muted isBelow>Advice only, decides nothing</Muted> : null}
      </div>
    ),
  },
  {
    id: 'text',
    header: 'Protocol wording',
    isRowHeader: true,
    isProse: true,
    cell: ({ criterion }) => (
      <div>
        <Wording criterion={criterion} />
        <div className="app-verdicts__rule">
          <Muted isBelow>
            {criterion.ruleText === null ? (
              'Nobody has written a rule: read the wording'
            ) : (
              <LongText text={`Rule: ${criterion.ruleText}`} />
            )}
          </Muted>
        </div>
      </div>
    ),
  },
  {
    id: 'evidence',
    header: 'On the data held',
    isProse: true,
    cell: ({ criterion, isOpen, onToggle }) => (
      <>
        <Sentences sentences={criterion.sentences} />
        <OtherParts parts={criterion.otherParts} />
        {criterion.override === null ? null : <ClinicianVerdict override={criterion.override} />}
        <OverrideButton criterion={criterion} isOpen={isOpen} onToggle={onToggle} />
      </>
    ),
  },
]

/** Where nobody has written any rule, only the wording and what a clinician says differ from row to row. */
const wordingColumns: readonly DataColumn<CriterionRow>[] = [
  { id: 'text', header: 'Protocol wording', isRowHeader: true, isProse: true, cell: Wording },
  { id: 'kind', header: 'Kind', cell: ({ criterion }) => kindText(criterion) },
  {
    id: 'clinician',
    header: 'Clinician',
    cell: ({ criterion, isOpen, onToggle }) => (
      <>
        {criterion.override === null ? null : <ClinicianVerdict override={criterion.override} />}
        <OverrideButton criterion={criterion} isOpen={isOpen} onToggle={onToggle} />
      </>
    ),
  },
]

function Wording({ criterion: { headings, text, appliesTo } }: Pick<CriterionRow, 'criterion'>) {
  return (
    <div>
      <CriterionHeadings headings={headings} />
      <LongText text={text} />
      {appliesTo === null ? null : <Muted isBelow>{onlyForCohorts(appliesTo)}</Muted>}
    </div>
  )
}

/** What counts, and beside a clinician's verdict always the software's own. */
function CountedVerdict({ criterion }: Pick<CriterionRow, 'criterion'>) {
  if (criterion.override === null) return <VerdictMark mark={markOf(criterion)} />
  return (
    <div>
      <VerdictMark mark={countedMarkOf(criterion)} />
      <div className="app-verdict__software">
        Software: <VerdictMark mark={markOf(criterion)} />
      </div>
    </div>
  )
}

function OverrideButton({ criterion, isOpen, onToggle }: CriterionRow) {
  if (criterion.basis === null) return null
  const words = criterion.override === null ? 'Disagree? Set this criterion' : 'Change or withdraw this verdict'
  return (
    <button type="button" className="app-link-button app-print-hidden" aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? 'Close without saving' : words}
      <span className="nhsuk-u-visually-hidden">: {criterion.text}</span>
    </button>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return 'Nothing was looked up'
  return (
    <div>
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </div>
  )
}
