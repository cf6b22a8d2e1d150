import { disclosureFootnote, weightedFootnote } from '../disclosure/disclosure-policy.ts'
import type { Criterion } from '../eligibility/criterion.ts'

export interface Withheld {
  readonly isDraft: boolean
  readonly isTooFew: boolean
  readonly isTotalWithheld: boolean
  readonly areStepsWithheld: boolean
}

/** What must be read beside the numbers: how much software checked, what is suppressed, and what is left out and why. */
export function feasibilityNote(criteria: readonly Pick<Criterion, 'expr'>[], withheld: Withheld): string {
  const toRead = criteria.filter(({ expr }) => expr === null).length
  return [
    ...(criteria.length === 0 ? ['No criteria are held: only the cancer type is compared.'] : []),
    ...(toRead === 0
      ? []
      : [
          `Software checks ${criteria.length - toRead} of ${criteria.length} criteria; whoever is possible must still be read against the other ${toRead}.`,
        ]),
    withheld.isDraft ? weightedFootnote : disclosureFootnote,
    ...(withheld.isTooFew
      ? [
          `${withheld.isDraft ? 'From 0 to 7 patients outside the care team count' : 'Fewer than 8 patients outside the care team are concerned'}, too few to break down.`,
        ]
      : []),
    ...(withheld.isTotalWithheld ? ['The total is left out, because it would give a small number away.'] : []),
    ...(withheld.areStepsWithheld
      ? ['The numbers by criterion are left out, because together they would give a small number away.']
      : []),
  ].join(' ')
}
