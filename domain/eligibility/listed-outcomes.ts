import { type Outcome, outcomes } from './outcome-label.ts'

/**
 * The outcomes whose patients a trial lists: the one asked for and, where none is, all but those who do not fit. These
 * are counted beside the others and listed only where somebody asks for them.
 */
export function listedOutcomes(asked: Outcome | null): readonly Outcome[] {
  return asked === null ? outcomes.filter((outcome) => outcome !== 'notMatched') : [asked]
}
