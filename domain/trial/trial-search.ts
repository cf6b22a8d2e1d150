import { foldText } from '../identity/fold-text.ts'
import type { TrialCondition, TrialRecord, TrialSponsor } from './trial-record.ts'

/** What a trial is found by. */
export interface SearchedTrial extends Pick<TrialRecord, 'title' | 'acronym' | 'registryId'> {
  readonly sponsor: Pick<TrialSponsor, 'name'>
  readonly conditions: readonly Pick<TrialCondition, 'text'>[]
}

/**
 * Whether typed text finds a trial: each word is anywhere in the title, the acronym, the registry's identifier, the
 * sponsor or a condition, whatever the capitals, accents and punctuation. The parts of one typed word stand together, so
 * "DEMO-SBA-02" finds that trial alone. Text without a letter or a digit finds none.
 * @param searchForm what `trialSearchForm` made of the trial
 */
export function isTrialFoundByText(searchForm: string, text: string): boolean {
  const sought = soughtTrialWords(text)
  return sought.length > 0 && sought.every((word) => searchForm.includes(word))
}

/** The stored side of `isTrialFoundByText`: the folded texts, one a line, so that no word runs from one into the next. */
export function trialSearchForm({ title, acronym, registryId, sponsor, conditions }: SearchedTrial): string {
  return [title, acronym ?? '', registryId, sponsor.name, ...conditions.map(({ text }) => text)]
    .map(foldText)
    .filter((text) => text !== '')
    .join('\n')
}

/** The typed side of `isTrialFoundByText`, for a query: letters, digits and single spaces. Empty finds no trial. */
export function soughtTrialWords(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(foldText)
    .filter((word) => word !== '')
}
