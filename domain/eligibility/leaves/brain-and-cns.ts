import type { Contradiction } from '../contradicting-records.ts'
import { factName } from '../fact-name.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { presenceOfSite, recordedState, type SiteState, type Stability } from './site-state.ts'

/**
 * What is known of a site from its own records and, of the brain and the central nervous system, from those of the other. A
 * metastasis in the brain is one in the CNS, and a CNS without any has none in the brain; nothing else follows: neither
 * where a CNS metastasis is, nor what is in the rest of the CNS. The later record counts. Whatever an older absence said is
 * open again once a metastasis was found later that may be what it denies. Two of one day that deny each other contradict.
 */
export function stateOfSite(site: string, { metastases }: Pick<PatientFacts, 'metastases'>): SiteState | null {
  const state = (named: string) => recordedState(named, metastases[named])
  if (site === cns) return stateOfCns(state(cns), state(brain), metastases[brain] ?? [])
  if (site === brain) return stateOfBrain(state(brain), state(cns), metastases[cns] ?? [])
  return state(site)
}

/** Every site about which something is recorded, under its own name or the other one. */
export function sitesOf({ metastases }: Pick<PatientFacts, 'metastases'>): readonly string[] {
  const sites = Object.keys(metastases)
  return sites.includes(cns) || sites.includes(brain) ? [...new Set([...sites, cns, brain])] : sites
}

const cns = 'cns'
const brain = 'brain'

function stateOfCns(
  own: SiteState | null,
  inBrain: SiteState | null,
  brainReadings: readonly Reading[],
): SiteState | null {
  if (inBrain === null) return own
  const isThere = inBrain.presence === 'met'
  if (own?.presence === 'met') return isThere && inBrain.latest.on >= own.latest.on ? together(own, inBrain) : own
  const found = brainReadings.find(({ value }) => presenceOfSite(value) === 'met')
  if (own !== null && (found === undefined || own.latest.on > found.on)) return own
  if (own !== null && own.latest.on === found?.on) return own.presence === 'notMet' ? against(own, brain, found) : own
  if (!isThere) return open(inBrain, 'the rest of the CNS is not recorded')
  // That a part is treated or stable says nothing of the rest.
  return {
    ...inBrain,
    note: ', which is a CNS metastasis',
    isTreated: inBrain.isTreated === 'notMet' ? 'notMet' : 'unknown',
    stability: { kind: inBrain.stability.kind === 'notMet' ? 'notMet' : 'unknown' },
  }
}

function stateOfBrain(
  own: SiteState | null,
  inCns: SiteState | null,
  cnsReadings: readonly Reading[],
): SiteState | null {
  if (inCns === null) return own
  const isNone = inCns.presence === 'notMet'
  if (isNone && (own === null || own.latest.on < inCns.latest.on)) return { ...inCns, note: ', so none in the brain' }
  if (isNone && own?.presence === 'met' && own.latest.on === inCns.latest.on) return against(own, cns, inCns.latest)
  if (isNone) return own
  const overtaken = own !== null && cnsReadings.some((reading) => overtakes(reading, own))
  return own === null || overtaken ? open(inCns, 'whether it is in the brain is not recorded') : own
}

/** A CNS metastasis found after the brain had none may be in it; one in the brain was gone when the CNS had none. */
function overtakes(reading: Reading, { presence, latest }: SiteState): boolean {
  const found = presenceOfSite(reading.value)
  if (presence === 'notMet') return found === 'met' && reading.on > latest.on
  return presence === 'met' && found === 'notMet' && reading.on >= latest.on
}

/** The CNS is treated or stable as its own record says, unless one of the brain since then denies it. */
function together(own: SiteState, inBrain: SiteState): SiteState {
  const isSameDay = own.latest.on === inBrain.latest.on
  const denial = isSameDay ? 'unknown' : 'notMet'
  const isTreated = inBrain.isTreated === 'notMet' && own.isTreated !== 'notMet' ? denial : own.isTreated
  return {
    ...own,
    beside: namedReading(brain, inBrain.latest),
    isTreated,
    stability: shared(own.stability, inBrain.stability, denial),
  }
}

function shared(own: Stability, inBrain: Stability, denial: 'unknown' | 'notMet'): Stability {
  if (inBrain.kind === 'notMet') return own.kind === 'notMet' ? own : { kind: denial }
  const isLater = own.kind === 'stable' && inBrain.kind === 'stable' && inBrain.isExact && inBrain.since > own.since
  return isLater ? inBrain : own
}

function open(state: SiteState, note: string): SiteState {
  return { ...state, note: `: ${note}`, presence: 'unknown', isTreated: 'unknown', stability: { kind: 'unknown' } }
}

function against(state: SiteState, site: string, reading: Reading): SiteState {
  return { ...state, contradiction: namedReading(site, reading) }
}

function namedReading(site: string, reading: Reading): Contradiction {
  return { label: siteName(site), reading }
}

/** "Brain metastasis". */
export function siteName(site: string): string {
  return `${factName(site)} metastasis`
}
