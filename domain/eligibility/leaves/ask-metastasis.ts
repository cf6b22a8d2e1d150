import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { MetastasisLeaf } from '../leaf.ts'
import type { Observation } from '../patient-record.ts'
import { finding, recordWith } from '../sample-record.ts'
import type { Finding } from '../verdict.ts'

/** The day on which tests ask about metastases. */
const today = '2026-08-04'

export type Site = 'brain' | 'cns' | 'leptomeningeal'
export type Row = readonly [site: Site, value: string, on?: string, detail?: Observation['detail']]

/** For tests: what some records of metastases say of a site. A record without a day is of 1 August 2026. */
export function askMetastasis(
  site: Site,
  status: MetastasisLeaf['status'],
  rows: readonly Row[],
  forAtLeastDays?: number,
): Finding {
  const observations = rows.map(([code, value, on = '2026-08-01', detail = {}], index) =>
    finding('metastasis', code, value, on, { detail, id: `${index}`, source: `${code} scan` }),
  )
  const leaf: MetastasisLeaf = {
    op: 'metastasis',
    site,
    status,
    ...(forAtLeastDays === undefined ? {} : { forAtLeastDays }),
  }
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations })), today)
}
