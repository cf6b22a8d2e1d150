type CohortNoteProps = { readonly steps: readonly { readonly isByCohort: boolean }[] }

/** Why a criterion of a cohort removes nobody from a table of criteria. */
export function CohortNote({ steps }: CohortNoteProps) {
  if (!steps.some(({ isByCohort }) => isByCohort)) return null
  return (
    <p className="nhsuk-hint">
      By cohort: such a criterion removes nobody here, because another cohort may take the patient. It counts in how
      many are possible.
    </p>
  )
}
