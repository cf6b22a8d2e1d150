import type { components } from '#api/schema.ts'
import { alreadyCorrected, refuseRelease, trimmedRelease } from '#domain/disclosure/release-register.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Caller } from '../../http/caller.ts'
import { notAllowed, notFound, toProblem } from '../../http/problem.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldRelease } from '../../state/held-release.ts'
import { organisationNamed } from '../organisation-named.ts'

type Schemas = components['schemas']

interface Publishing {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly now: Date
  readonly asOf: CalendarDate
}

/** The register, the latest release first; of one day the one entered last. */
export function releaseRegister(state: DemonstrationState): Schemas['ReleaseRegister'] {
  const items = state.releases.map((release) => describe(state, release)).toSorted(latestFirst)
  return { items, isCapped: false }
}

export function addRelease({ state, caller, now, asOf }: Publishing, body: Schemas['NewRelease']): Schemas['Release'] {
  return publish({ state, caller, now, asOf }, body, null)
}

/** @throws Problem 404 for an entry of another organisation, 409 where it was put right already */
export function correctRelease(
  asked: Publishing,
  releaseId: string,
  { reason, ...body }: Schemas['ReleaseCorrection'],
): Schemas['Release'] {
  const { state, caller } = asked
  const organisationId = organisationOf(caller)
  const standing = state.releases.find((each) => each.releaseId === releaseId.toLowerCase())
  if (standing?.organisationId !== organisationId) throw notFound('release of your organisation')
  if (describe(state, standing).correctedBy !== null) throw toProblem(alreadyCorrected)
  return publish(asked, body, { corrects: standing.releaseId, reason: reason.trim() })
}

function publish(
  { state, caller, now, asOf }: Publishing,
  body: Schemas['NewRelease'],
  correction: { readonly corrects: string; readonly reason: string } | null,
): Schemas['Release'] {
  const entry = trimmedRelease(body)
  const refusal = refuseRelease(entry, correction?.reason ?? null, asOf)
  if (refusal !== null) throw toProblem(refusal)
  const release: HeldRelease = {
    ...entry,
    releaseId: crypto.randomUUID(),
    organisationId: organisationOf(caller),
    recordedAt: now.toISOString(),
    corrects: correction?.corrects ?? null,
    reason: correction?.reason ?? null,
  }
  state.releases.push(release)
  return describe(state, release)
}

function describe(state: DemonstrationState, { organisationId, ...release }: HeldRelease): Schemas['Release'] {
  const later = state.releases.find(({ corrects }) => corrects === release.releaseId)
  return {
    ...release,
    releasedBy: organisationNamed(state, organisationId),
    correctedBy: later?.releaseId ?? null,
  }
}

function latestFirst(a: Schemas['Release'], b: Schemas['Release']): number {
  return (
    compareKeys(b.releasedOn, a.releasedOn) ||
    compareKeys(b.recordedAt, a.recordedAt) ||
    compareKeys(a.releaseId, b.releaseId)
  )
}

function organisationOf({ organisation }: Caller): string {
  if (organisation === null) throw notAllowed('Releases are entered by somebody who works for an organisation.')
  return organisation.organisationId
}
