import { disclosureFootnote, weightedFootnote } from '../disclosure/disclosure-policy.ts'
import type { Criterion } from '../eligibility/criterion.ts'

export interface Withheld {
  readonly isDraft: boolean
  readonly isTooFew: boolean
  readonly areTotalsWithheld: boolean
}

/** What must be read beside the numbers: how much software checked, what is suppressed, and what is left out and why. */
export function feasibilityNote(criteria: readonly Pick<Criterion, 'expr'>[], withheld: Withheld): string {
  const toRead = criteria.filter(({ expr }) => expr === null).length
  return [
    ...(criteria.length === 0 ? ['No criteria are held: only the cancer type is compared.'] : []),
    ...(toRead === 0
      ? []
      : [
          `Software checks ${criteria.length - toRead} of ${criteria.length} criteria; the other ${toRead === 1 ? '1 is' : `${toRead} are`} text.`,
        ]),
    'Patients “to read” are stopped by no rule, but a person must still read or judge something: nobody knows yet whether they fit.',
    withheld.isDraft ? weightedFootnote : disclosureFootnote,
    ...(withheld.isTooFew ? [withheld.isDraft ? tooFewOfDraft : tooFewAnywhere] : []),
    ...(withheld.areTotalsWithheld || (withheld.isTooFew && !withheld.isDraft)
      ? [
          'Rows such as these could be worked out from exact totals, so totals marked “about” are estimates: some patients count twice in them and some not at all, always the same ones.',
        ]
      : []),
  ].join(' ')
}

const tooFewOfDraft = 'From 0 to 7 patients outside the care team count, too few to break down.'
const tooFewAnywhere = 'No other hospital has more than 7 patients concerned, too few to break down.'

/** What must be read beside the numbers by criterion. */
export function stepsNote(isDraft: boolean): string {
  return [
    ...(isDraft
      ? []
      : [
          'By criterion, all numbers from 0 to 7 are shown as “0 to 7” and all others are rounded to the nearest 5. So that they cannot be set against the numbers by hospital, some patients count twice in them and some not at all, always the same ones: a number can be a few too high or too low.',
        ]),
    'Whom a criterion removes follows from the rounded numbers before and after it. Criteria that leave the rounded number as it was are taken together.',
  ].join(' ')
}
