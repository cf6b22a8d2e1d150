import { tilesOf } from '#domain/access/home-tiles.ts'
import type { Operation } from '../../plugins/operation.ts'
import { readReferralRows } from '../../referral-rows/referral-row-repository.ts'
import { referralViewer } from '../../referral-rows/referral-viewer.ts'
import { readAttention } from './attention-repository.ts'
import { readCounts } from './home-count-repository.ts'

/** What needs the caller today: numbers that open a list, and the referrals that cannot wait. */
export const homeOperations: { readonly getHome: Operation<'getHome'> } = {
  async getHome({ trx, caller, asOf, audit }) {
    const tiles = tilesOf(caller.role)
    const viewer = referralViewer(caller)
    const counts = await readCounts(trx, {
      tiles,
      viewer,
      organisationId: caller.organisation?.organisationId ?? null,
      asOf,
    })
    const attention =
      viewer === null
        ? []
        : await readReferralRows(trx, { referralIds: await readAttention(trx, viewer, asOf), side: viewer.side, asOf })
    audit.referrals(attention.map(({ referralId }) => referralId))
    return { body: { tiles: tiles.flatMap((tile) => tileOf(tile, counts.get(tile))), attention } }
  },
}

function tileOf<Tile>(tile: Tile, count: number | undefined): { tile: Tile; count: number }[] {
  return count === undefined ? [] : [{ tile, count }]
}
