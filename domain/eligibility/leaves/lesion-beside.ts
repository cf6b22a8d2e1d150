import type { Reading } from '../patient-facts.ts'
import type { Tri } from '../tri.ts'
import { notStableAfter, type SiteState, type Stability, saidOfTreatment } from './site-state.ts'

/**
 * A whole is treated or stable as its own record says, unless a record of a part since then denies it. A metastasis recorded
 * later in a part that is not said to be treated, or not to be stable, may be a new one, so whether all are is open. It is
 * open, too, where the part is said to be what the whole was denied to be before: the rest of it may not be.
 */
export function besidePart(own: SiteState, inPart: SiteState, partReadings: readonly Reading[]): SiteState {
  if (inPart.presence === 'notMet') return own
  return { ...own, ...treatedBesidePart(own, inPart), stability: stableBesidePart(own, inPart, partReadings) }
}

function treatedBesidePart(own: SiteState, inPart: SiteState): Pick<SiteState, 'isTreated' | 'treatedBy'> {
  if (inPart.isTreated === 'met' && isDeniedByItself(own.isTreated, own) && isAfterTreatment(inPart, own))
    return { isTreated: 'unknown' }
  if (own.isTreated === 'notMet' || inPart.isTreated === 'met') return saidOfTreatment(own)
  if (inPart.isTreated === 'notMet' && inPart.latest.on > own.latest.on) return saidOfTreatment(inPart)
  const isDenied = inPart.isTreated === 'notMet' && inPart.latest.on === own.latest.on
  return isDenied || isAfterTreatment(inPart, own) ? { isTreated: 'unknown' } : saidOfTreatment(own)
}

/** What another part denied, a part that is treated or stable does not open again. */
function isDeniedByItself(said: Tri | 'stable', { beside }: SiteState): boolean {
  return said === 'notMet' && beside === undefined
}

function isAfterTreatment({ latest }: SiteState, { treatedBy }: SiteState): boolean {
  return treatedBy !== undefined && latest.on > treatedBy.on
}

function stableBesidePart(own: SiteState, inPart: SiteState, partReadings: readonly Reading[]): Stability {
  const isLater = inPart.latest.on > own.latest.on
  if (isLater && inPart.stability.kind === 'stable' && isDeniedByItself(own.stability.kind, own))
    return { kind: 'unknown' }
  if (own.stability.kind === 'notMet' || inPart.latest.on < own.latest.on) return own.stability
  if (inPart.stability.kind === 'notMet') return { kind: isLater ? 'notMet' : 'unknown' }
  if (own.stability.kind !== 'stable') return own.stability
  if (inPart.stability.kind !== 'stable') return isLater ? inPart.stability : own.stability
  // A part that was not stable in between counts from when it was again.
  const isKnownSince = inPart.stability.isExact || notStableAfter(own.latest.on, partReadings) !== undefined
  return isKnownSince && inPart.stability.since > own.stability.since ? inPart.stability : own.stability
}

/**
 * What a later record of the whole leaves open of a metastasis in a part, and that record; null where nothing. It may be of
 * a new one in the part, or of one elsewhere: it neither confirms nor denies what was said of the part.
 */
export function besideWhole(
  own: SiteState,
  inWhole: SiteState,
  wholeReadings: readonly Reading[],
): { readonly state: Partial<Pick<SiteState, 'isTreated' | 'stability'>>; readonly reading: Reading } | null {
  if (own.presence !== 'met') return null
  const saysOtherwise = (own.isTreated === 'met') !== (inWhole.isTreated === 'met') && own.isTreated !== 'unknown'
  const isTreatmentOpen = saysOtherwise && isAfterTreatment(inWhole, own)
  const notStable = own.stability.kind === 'stable' ? notStableAfter(own.latest.on, wholeReadings) : undefined
  const isStableSince =
    own.stability.kind === 'notMet' && inWhole.stability.kind === 'stable' && inWhole.latest.on > own.latest.on
  const isStabilityOpen = notStable !== undefined || isStableSince
  if (!isTreatmentOpen && !isStabilityOpen) return null
  const unknown: Tri = 'unknown'
  return {
    state: {
      ...(isTreatmentOpen ? { isTreated: unknown } : {}),
      ...(isStabilityOpen ? { stability: { kind: unknown } } : {}),
    },
    reading: notStable ?? inWhole.latest,
  }
}
