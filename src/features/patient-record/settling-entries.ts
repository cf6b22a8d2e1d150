import type { components } from '#api/schema.ts'
import { bloodSampleResults, type SampleResult } from '#domain/eligibility/blood-sample.ts'
import { type SettlingSource, settlingSource, settlingSources } from './settling-source.ts'

export type SettlingItem = components['schemas']['SettlingItem']

/** A result of the blood sample, and what is recorded of it that cannot be relied upon. */
export type HintedResult = SampleResult & Pick<SettlingItem, 'hint'>

/** One line of "what would settle it". */
export type SettlingEntry =
  | { readonly kind: 'item'; readonly item: SettlingItem }
  | { readonly kind: 'sample'; readonly results: readonly HintedResult[]; readonly items: readonly SettlingItem[] }
  | { readonly kind: 'group'; readonly source: SettlingSource; readonly items: readonly SettlingItem[] }

export type SettlingEntries = {
  /** What one record denies of another, which is an error to mend first, then what settles a trial alone, as given. */
  readonly alone: readonly SettlingEntry[]
  /** The rest, by what one action finds out, first what contributes to most trials. */
  readonly together: readonly SettlingEntry[]
}

/** The form that is open, and whether it stands inside a group: there it stays, or what is typed in it would be lost. */
export type OpenForm = { readonly key: string; readonly isInGroup: boolean }

/** The key of the form for several results; those of items are others. */
export const bloodSample = 'bloodSample'

/** What a blood sample gives is one line, with no line for each of its results; another group of one item is that item. */
export function settlingEntries(items: readonly SettlingItem[], open: OpenForm | null): SettlingEntries {
  const sample = sampleOf(items, open)
  const sampled = new Set(sample.items)
  const [first] = sample.items
  const stays = (item: SettlingItem, isInGroup: boolean) => item.key === open?.key && isInGroup === open.isInGroup
  const alone: SettlingEntry[] = []
  const together: SettlingEntry[] = []
  const grouped: SettlingItem[] = []
  for (const item of items) {
    if (item === first) (settlesAlone(sample.items) ? alone : together).push(sample)
    if (sampled.has(item)) continue
    if ((isDenied(item) || settlesAlone([item])) && !stays(item, true)) alone.push({ kind: 'item', item })
    else if (stays(item, false)) together.push({ kind: 'item', item })
    else grouped.push(item)
  }
  const bySource = Map.groupBy(grouped, ({ key }) => settlingSource(key))
  for (const source of settlingSources) {
    const [one, ...others] = bySource.get(source) ?? []
    if (one === undefined) continue
    const isOne = others.length === 0 && !stays(one, true)
    together.push(isOne ? { kind: 'item', item: one } : { kind: 'group', source, items: [one, ...others] })
  }
  const denied = (entry: SettlingEntry) => Number(entry.kind === 'item' && isDenied(entry.item))
  alone.sort((a, b) => denied(b) - denied(a))
  return { alone, together: together.toSorted((a, b) => trialsOf(b).length - trialsOf(a).length) }
}

/** Every trial whose outcome the line can still change. */
export function trialsOf(entry: SettlingEntry): readonly string[] {
  const items = entry.kind === 'item' ? [entry.item] : entry.items
  return [...new Set(items.flatMap(({ contributesTo }) => contributesTo))]
}

/** One result alone needs no form for several, unless that form is open. */
function sampleOf(items: readonly SettlingItem[], open: OpenForm | null): SettlingEntry & { kind: 'sample' } {
  const free = items.filter((item) => item.key !== open?.key && !isDenied(item))
  const byKey = new Map(free.map((item) => [item.key, item]))
  const results = bloodSampleResults([...byKey.keys()])
  if (results.length < (open?.key === bloodSample ? 1 : 2)) return { kind: 'sample', results: [], items: [] }
  return {
    kind: 'sample',
    results: results.map((result) => ({ ...result, hint: byKey.get(result.key)?.hint ?? null })),
    items: results.flatMap(({ key }) => byKey.get(key) ?? []),
  }
}

function isDenied({ opposing }: SettlingItem): boolean {
  return opposing.length > 0
}

function settlesAlone(items: readonly SettlingItem[]): boolean {
  return items.some((item) => item.settlesAlone.length > 0)
}
