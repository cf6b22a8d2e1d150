/**
 * Whether the national data opt-out applies to a use of data with this legal basis. It does under regulation 2 or 5 of the
 * regulations of 2002 (section 251), which set consent aside, and nowhere else: not to care, not to explicit consent, and
 * not to data that name nobody. So no page about care asks this, and an opt-out is no reason to offer anybody less.
 */
export function optOutApplies(legalBasis: string): boolean {
  return /\bsection 251\b|\bs\.? ?251\b|\bregulations? [25]\b/i.test(legalBasis)
}

/** Whether a text says that the opt-outs were applied. */
export function saysOptOutsApplied(text: string): boolean {
  return /\bopt(?:ed)?[- ]?outs?\b/i.test(text)
}
