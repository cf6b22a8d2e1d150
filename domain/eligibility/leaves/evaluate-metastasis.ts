import { type CalendarDate, daysBetween } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { contradictionOfMetastasis, goneSince } from '../contradicting-records.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainContradiction, explainReading, explainStale, tooOldWords } from '../explain-reading.ts'
import { settled, undecided } from '../finding.ts'
import { imagingWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { MetastasisLeaf } from '../leaf.ts'
import { metastasisDetails } from '../metastasis-details.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { notTri, type Tri } from '../tri.ts'
import { usualWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { siteName, stateOfSite } from './brain-and-cns.ts'
import { type SiteState, type Stability, stabilityOn, treatmentSaidOn } from './site-state.ts'

/**
 * The state of one metastatic site by its latest record: present, untreated, treated, stable, progressing or absent.
 * Presence stands until somebody records otherwise, also by an extent of disease that denies it or that was found after
 * treatment; treatment given stays given; absence, how it behaves, and that it is not treated hold only until the next scan is due. Records of the CNS and of its parts bear on each other: see `stateOfSite`.
 */
export function evaluateMetastasis(leaf: MetastasisLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem(`metastasis:${leaf.site}`)
  const state = stateOfSite(leaf.site, facts)
  if (state === null) return undecided('missing', item, `${siteName(leaf.site)}: not recorded`)
  const { latest, presence } = state
  const label = siteName(state.site)
  const evidence = evidenceOfReading(latest)
  const contradiction = state.contradiction ?? contradictionOfMetastasis(latest, facts.diseaseExtent)
  if (contradiction !== null)
    return undecided('contradictory', item, explainContradiction(label, latest, contradiction), evidence)
  const opposed = presence === 'unknown' ? opposedFinding(item, `${label}:`, latest) : null
  if (opposed !== null) return opposed
  if (presence === 'notMet' && !isWithinDays(latest.on, anchor, imagingWindowDays)) {
    const sentence = explainStale(`${label}:`, latest, anchor, usualWindow(imagingWindowDays))
    return undecided('stale', item, sentence, evidence)
  }
  const gone = leaf.status === 'treated' ? null : goneSince(latest, facts.diseaseExtent)
  const words = explainState(state)
  if (gone !== null) {
    const since = recordWords(`${gone.label}:`, gone.reading)
    return undecided('missing', item, `${words}, ${since}: whether it is still there is not recorded`, evidence)
  }
  if (presence === 'unknown' && state.note !== undefined) return undecided('missing', item, words, evidence)
  const sentence = `${words}${decidingWords(leaf, state)}; asked: ${askedWords(leaf)}`
  const verdict = judgeStatus(leaf, state, anchor)
  const saidOn = dayOfAnswer(leaf, state)
  if (verdict !== 'unknown' && saidOn !== null && !isWithinDays(saidOn, anchor, imagingWindowDays)) {
    const old = `which ${tooOldWords(saidOn, anchor, usualWindow(imagingWindowDays))}`
    return undecided(
      'stale',
      item,
      `${words}${decidingWords(leaf, state)}, ${old}; asked: ${askedWords(leaf)}`,
      evidence,
    )
  }
  const ofRest = state.site === leaf.site ? '' : ' of the rest'
  if (verdict === 'unknown') return undecided('missing', item, `${sentence}, which it does not say${ofRest}`, evidence)
  return settled(verdict, sentence, evidence)
}

function judgeStatus({ status, forAtLeastDays }: MetastasisLeaf, state: SiteState, anchor: CalendarDate): Tri {
  switch (status) {
    case 'present':
      return state.presence
    case 'absent':
      return notTri(state.presence)
    case 'treated':
      return state.isTreated
    case 'stable':
      return isStable(state.stability, anchor, forAtLeastDays)
  }
}

/** The day that what answers was said on; `null` for what stands. */
function dayOfAnswer({ status }: MetastasisLeaf, state: SiteState): CalendarDate | null {
  if (status === 'stable') return stabilityOn(state)
  return status === 'treated' && state.isTreated === 'notMet' ? treatmentSaidOn(state) : null
}

function isStable(stability: Stability, anchor: CalendarDate, forAtLeastDays = 0): Tri {
  if (stability.kind !== 'stable') return stability.kind
  if (daysBetween(stability.since, anchor) >= forAtLeastDays) return 'met'
  return stability.isExact ? 'notMet' : 'unknown'
}

/** "Brain metastasis: present on 03-Aug-2026, treated (Radiology report), which is a CNS metastasis". */
function explainState({ site, latest, note = '', beside }: SiteState): string {
  const words = `${recordWords(`${siteName(site)}:`, latest)}${note}`
  return beside === undefined ? words : `${words}, ${recordWords(`${beside.label}:`, beside.reading)}`
}

function recordWords(label: string, reading: Reading): string {
  return `${[explainReading(label, reading), ...metastasisDetails(reading)].join(', ')} (${reading.source})`
}

/** What an earlier record says, where that decides: ", recorded as stable since 01-Aug-2026". */
function decidingWords({ status }: MetastasisLeaf, state: SiteState): string {
  const { latest, beside, treatedBy, isTreated, stability } = state
  if (status === 'treated' && isTreated !== 'unknown' && treatedBy !== undefined) {
    const isTold = treatedBy === latest || treatedBy === beside?.reading
    return isTold
      ? ''
      : `, recorded as ${isTreated === 'met' ? 'treated' : 'untreated'} on ${displayDate(treatedBy.on)}`
  }
  const isEarlier =
    status === 'stable' && stability.kind === 'stable' && !stability.isExact && stability.since < latest.on
  return isEarlier ? `, recorded as stable since ${displayDate(stability.since)}` : ''
}

function askedWords(leaf: MetastasisLeaf): string {
  return leaf.forAtLeastDays === undefined ? leaf.status : `${leaf.status} for at least ${leaf.forAtLeastDays} days`
}
