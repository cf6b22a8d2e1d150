import { rulesVersion } from '#domain/eligibility/rules-version.ts'

/**
 * Which way of deriving facts the stored ones come from. Raise it whenever `deriveFacts`, `worklistFacts` or
 * `factColumns` would give something else for the same rows: until the nightly work has stored them anew, older facts
 * are derived when read.
 */
export const factsVersion = 18

export { rulesVersion }
