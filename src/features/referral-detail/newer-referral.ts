import type { components } from '#api/schema.ts'

type Referral = components['schemas']['Referral']

/** Of two answers about one referral the one with the higher version; of the same version the one that came later. */
export function newerReferral(earlier: Referral, later: Referral | null | undefined): Referral {
  return later && later.referral.version >= earlier.referral.version ? later : earlier
}
