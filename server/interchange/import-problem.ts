/** Why a record, a line or a file could not be taken in, in words for the person who supplied it. */
export interface ImportProblem {
  /** The field, as `protocolSection.statusModule.overallStatus`; empty where the whole record is meant. */
  readonly path: string
  /** What is wrong, with the value. */
  readonly reason: string
  /** What to do about it. */
  readonly remedy: string
}
