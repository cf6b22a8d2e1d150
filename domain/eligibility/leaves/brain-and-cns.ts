import type { Contradiction } from '../contradicting-records.ts'
import { factName } from '../fact-name.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { besidePart, besideWhole } from './lesion-beside.ts'
import { presenceOfSite, recordedState, type SiteState, saidOfTreatment } from './site-state.ts'

/**
 * What is known of a site from its own records and, of the central nervous system and its parts, the brain and the
 * leptomeninges, from those of the other. A metastasis in a part is one in the CNS, and a CNS without any has none in its
 * parts; nothing else follows: neither where a CNS metastasis is, nor what is in the rest of the CNS. The later record
 * counts. Whatever an older absence said is open again once a metastasis was found later that may be what it denies. Two of
 * one day that deny each other contradict. A metastasis recorded later on one side may be a new one: see `besidePart` and
 * `besideWhole` for what is still treated and stable then.
 */
export function stateOfSite(site: string, { metastases }: Pick<PatientFacts, 'metastases'>): SiteState | null {
  const own = metastases[site]
  const ofCns = metastases[cns] ?? []
  const stateInPart = (name: string) => recordedState(name, metastases[name], { whole: ofCns, parts: [] })
  if (site === cns) {
    const parts = partsOfCns.flatMap(({ name }) => {
      const inPart = stateInPart(name)
      return inPart === null ? [] : [{ state: inPart, readings: metastases[name] ?? [] }]
    })
    const ofParts = parts.flatMap(({ readings }) => readings)
    return stateOfCns(recordedState(cns, own, { whole: [], parts: ofParts }), parts)
  }
  const part = partsOfCns.find(({ name }) => name === site)
  if (part === undefined) return recordedState(site, own)
  return stateOfPart(part.place, stateInPart(site), recordedState(cns, ofCns), ofCns)
}

/** Every site about which something is recorded, under its own name or that of the CNS or a part of it. */
export function sitesOf({ metastases }: Pick<PatientFacts, 'metastases'>): readonly string[] {
  const sites = Object.keys(metastases)
  const ofCns = [cns, ...partsOfCns.map(({ name }) => name)]
  return sites.some((site) => ofCns.includes(site)) ? [...new Set([...sites, ...ofCns])] : sites
}

const cns = 'cns'
const partsOfCns = [
  { name: 'brain', place: 'brain' },
  { name: 'leptomeningeal', place: 'leptomeninges' },
] as const

interface PartOfCns {
  readonly state: SiteState
  readonly readings: readonly Reading[]
}

function stateOfCns(own: SiteState | null, parts: readonly PartOfCns[]): SiteState | null {
  if (own?.presence === 'met') return parts.reduce(together, own)
  const states = parts.map((part) => cnsByPart(own, part)).toSorted(latestFirst)
  const [first, ...others] = states.filter(({ presence }) => presence === 'met')
  if (first !== undefined) return others.reduce(bothThere, first)
  const contradicted = states.find(({ contradiction }) => contradiction !== undefined)
  return contradicted ?? states.find(({ presence }) => presence === 'unknown') ?? own
}

/** What one part says of a CNS in which its own record, if there is one, found nothing. */
function cnsByPart(own: SiteState | null, { state: inPart, readings }: PartOfCns): SiteState {
  const found = readings.find(({ value }) => presenceOfSite(value) === 'met')
  if (own !== null && (found === undefined || own.latest.on > found.on)) return own
  if (own !== null && own.latest.on === found?.on)
    return own.presence === 'notMet' ? against(own, inPart.site, found) : own
  if (inPart.presence !== 'met') return open(inPart, 'the rest of the CNS is not recorded')
  // That a part is treated or stable says nothing of the rest.
  return {
    ...inPart,
    note: ', which is a CNS metastasis',
    isTreated: inPart.isTreated === 'notMet' ? 'notMet' : 'unknown',
    stability: { kind: inPart.stability.kind === 'notMet' ? 'notMet' : 'unknown' },
  }
}

function stateOfPart(
  place: string,
  own: SiteState | null,
  inCns: SiteState | null,
  cnsReadings: readonly Reading[],
): SiteState | null {
  if (inCns === null) return own
  const isNone = inCns.presence === 'notMet'
  if (isNone && (own === null || own.latest.on < inCns.latest.on))
    return { ...inCns, note: `, so none in the ${place}` }
  if (isNone && own?.presence === 'met' && own.latest.on === inCns.latest.on) return against(own, cns, inCns.latest)
  if (isNone) return own
  const overtaken = own !== null && cnsReadings.some((reading) => overtakes(reading, own))
  if (own === null || overtaken) return open(inCns, `whether it is in the ${place} is not recorded`)
  const beside = besideWhole(own, inCns, cnsReadings)
  return beside === null ? own : { ...own, ...beside.state, beside: namedReading(cns, beside.reading) }
}

/** A CNS metastasis found after the part had none may be in it; one in the part was gone when the CNS had none. */
function overtakes(reading: Reading, { presence, latest }: SiteState): boolean {
  const found = presenceOfSite(reading.value)
  if (presence === 'notMet') return found === 'met' && reading.on > latest.on
  return presence === 'met' && found === 'notMet' && reading.on >= latest.on
}

function together(own: SiteState, { state: inPart, readings }: PartOfCns): SiteState {
  const state = besidePart(own, inPart, readings)
  const changesNothing = state.isTreated === own.isTreated && state.stability === own.stability
  const isSeenToo = inPart.presence === 'met' && inPart.latest.on >= own.latest.on && own.beside === undefined
  return changesNothing && !isSeenToo ? own : { ...own, ...state, beside: namedReading(inPart.site, inPart.latest) }
}

/** Neither of two parts knows of the rest, and each denies of the whole what is denied of it. */
function bothThere(one: SiteState, other: SiteState): SiteState {
  return {
    ...one,
    beside: namedReading(other.site, other.latest),
    ...(other.isTreated === 'notMet' ? saidOfTreatment(other) : saidOfTreatment(one)),
    stability: other.stability.kind === 'notMet' ? other.stability : one.stability,
  }
}

function latestFirst(one: SiteState, other: SiteState): number {
  return other.latest.on.localeCompare(one.latest.on)
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
