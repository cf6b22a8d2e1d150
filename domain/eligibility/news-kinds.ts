/**
 * What somebody is told of. `toLookAgain`: a clinician's verdict does not count as it stands any more, and software does not
 * say the same. `noLongerMatches` is all that is lost: put off, ruled out, or not listed any more.
 */
export const newsKinds = ['newTrial', 'nowMayFit', 'toLookAgain', 'noLongerMatches'] as const

export type NewsKind = (typeof newsKinds)[number]

/** `other` is history only: nobody is told of it unasked. */
export const changeKinds = [...newsKinds, 'other'] as const

export type ChangeKind = (typeof changeKinds)[number]
