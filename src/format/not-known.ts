/** How a missing value reads everywhere: never a dash, a question mark or a zero. */
export const notKnown = 'Not known'
