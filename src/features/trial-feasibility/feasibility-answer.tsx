import { useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { joinedStepsSentence } from '#domain/feasibility/joined-steps-sentence.ts'
import { proseDate } from '../../format/dates.ts'
import { draftCountText } from '../../format/suppressed-count.ts'
import { CsvDownload } from '../../ui/csv-download.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { feasibilityFindings } from './feasibility-findings.ts'
import { FoldedHospitals } from './folded-hospitals.tsx'
import { HowToRead } from './how-to-read.tsx'
import { JoinedStepsTable } from './joined-steps-table.tsx'
import {
  columnsWithoutDistance,
  csvHeader,
  csvRow,
  feasibilityRows,
  organisationColumns,
  tableRows,
} from './organisation-columns.tsx'

type FeasibilityAnswerProps = {
  readonly feasibility: components['schemas']['Feasibility']
  readonly fileName: `${string}.csv`
  /** Of patients of others, nobody cannot be told from a few. */
  readonly isDraft: boolean
  /** Why there is nowhere to measure a distance to; null where the trial takes patients somewhere. */
  readonly whyNoDistance: string | null
}

/** Numbers by hospital and by criterion, with what must be read beside them. */
export function FeasibilityAnswer({ feasibility, fileName, isDraft, whyNoDistance }: FeasibilityAnswerProps) {
  const { asOf, organisations, considered, steps, note, stepsNote } = feasibility
  const hasDistances = whyNoDistance === null
  const rows = useMemo(() => feasibilityRows(feasibility, isDraft), [feasibility, isDraft])
  const shown = useMemo(() => tableRows(rows), [rows])
  // A total alone lies nowhere.
  const hasColumn = hasDistances && shown.some(({ distance }) => distance !== '')
  if (organisations.length === 0) {
    return (
      <EmptyState title="No hospital has patients here yet">
        <p>Numbers appear once patients are recorded.</p>
      </EmptyState>
    )
  }
  const hasOwn = organisations.some(({ isOwn }) => isOwn)
  return (
    <>
      <ul className="nhsuk-list" aria-label="In short">
        {feasibilityFindings(feasibility, isDraft).map(({ where, found }) => (
          <li key={where}>
            <strong>{where}:</strong> {found}
          </li>
        ))}
      </ul>
      <p>
        On the data held on {proseDate(asOf)}; nobody has asked these patients.{' '}
        {isDraft
          ? 'Clinicians’ verdicts on criteria do not count in a draft.'
          : 'Clinicians’ verdicts on criteria count.'}
      </p>
      <section className="nhsuk-u-margin-bottom-5" aria-labelledby="by-hospital">
        <h2 className="nhsuk-heading-m" id="by-hospital">
          By hospital
        </h2>
        {shown.length === 0 ? null : (
          <DataTable
            caption={`Patients by hospital${hasDistances ? ', the nearest to a place of the trial first' : ''}`}
            isCaptionHidden
            isDense
            columns={hasColumn ? organisationColumns : columnsWithoutDistance}
            rows={shown}
            rowId={({ id }) => id}
          />
        )}
        <FoldedHospitals rows={rows} isDraft={isDraft} hasDistances={hasDistances} />
        <HowToRead
          inShort={`“To read”: no rule stops them, but a person must still read or judge something. ${hasOwn ? 'Of patients of others, small' : 'Small'} numbers are hidden and all others rounded${isDraft ? ', a few too high or too low' : ''}, so rows may not add up.${hasDistances ? '' : ` ${whyNoDistance}`}`}
        >
          <p>
            {note}{' '}
            {hasDistances ? 'Distances are straight lines to the nearest open site or place of the trial.' : null}
          </p>
        </HowToRead>
        <CsvDownload
          fileName={fileName}
          header={csvHeader(hasDistances)}
          rows={rows.map((row) => csvRow(row, hasDistances))}
        />
      </section>
      {steps.length === 0 ? null : (
        <section className="nhsuk-u-margin-bottom-5" aria-labelledby="by-criterion">
          <h2 className="nhsuk-heading-m" id="by-criterion">
            {hasOwn ? 'By criterion, patients of others' : 'By criterion'}
          </h2>
          <p>{joinedStepsSentence({ considered, steps }, draftCountText)}.</p>
          <HowToRead inShort="Rounded, and a few too high or too low: criteria that they do not tell apart share a row.">
            <p>{stepsNote}</p>
          </HowToRead>
          <JoinedStepsTable considered={considered} steps={steps} isDraft={isDraft} fileName={`criteria-${fileName}`} />
        </section>
      )}
    </>
  )
}
