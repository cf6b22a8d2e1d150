type CriterionHeadingsProps = {
  /** Outermost first, as the source writes them. */
  readonly headings: readonly string[]
}

/**
 * The headings that a criterion stands under, to be read before its text: "Life expectancy: At least 2 months". A heading
 * that says no more than whether its list includes or excludes is left out, because the kind stands beside each text.
 */
export function CriterionHeadings({ headings }: CriterionHeadingsProps) {
  const told = headings.filter((heading) => !saysKindOnly.test(heading.trim()))
  if (told.length === 0) return null
  return (
    <>
      <span className="nhsuk-u-secondary-text-colour">{told.map(withColon).join(' ')}</span>{' '}
    </>
  )
}

const saysKindOnly = /^(?:key |main )?(?:in|ex)clusion criteria:?$/iu

function withColon(heading: string): string {
  return /[:.;?]$/u.test(heading.trim()) ? heading.trim() : `${heading.trim()}:`
}
