/**
 * Which way of deriving facts the stored ones come from. Raise it whenever `deriveFacts`, `worklistFacts` or
 * `factColumns` would give something else for the same rows: until the nightly work has stored them anew, older facts
 * are derived when read.
 */
export const factsVersion = 3

/** The same for the answers to criteria: raise it whenever the evaluator would judge the same facts otherwise. */
export const rulesVersion = 2
