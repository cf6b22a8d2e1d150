import type { ReleaseEntry } from '#domain/disclosure/release-register.ts'

/** An entry of the register of releases; which one puts it right is told by that one. */
export interface HeldRelease extends ReleaseEntry {
  readonly releaseId: string
  readonly organisationId: string
  readonly recordedAt: string
  readonly corrects: string | null
  readonly reason: string | null
}
