const list = new Intl.ListFormat('en-GB')

/** "Only for cohorts A and B"; null of a criterion that asks everybody. */
export function onlyForCohorts(names: readonly string[] | null): string | null {
  if (names === null) return null
  return `Only for cohort${names.length === 1 ? '' : 's'} ${list.format(names)}`
}

/** The text of a criterion in one line, with the cohorts that alone it asks: "Adults (only for cohort A)". */
export function textWithCohorts({
  text,
  appliesTo,
}: {
  readonly text: string
  readonly appliesTo: readonly string[] | null
}): string {
  const cohorts = onlyForCohorts(appliesTo)
  return cohorts === null ? text : `${text} (${cohorts.charAt(0).toLowerCase()}${cohorts.slice(1)})`
}
