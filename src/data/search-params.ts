import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import * as v from 'valibot'

/**
 * Search parameters ⇄ typed filters, described once a feature by a valibot object schema in which every entry has a
 * fallback, so that an address typed by hand never breaks a page:
 * `v.object({ status: v.fallback(v.array(v.picklist([...])), []), sort: v.fallback(v.picklist([...]), 'dueOn') })`.
 * Free text about a person never goes here.
 */
export type SearchSchema = v.ObjectSchema<v.ObjectEntries, undefined>

/** The filters in an address. A parameter that is not understood reads as its fallback. */
export function parseSearch<Schema extends SearchSchema>(
  schema: Schema,
  params: URLSearchParams,
): v.InferOutput<Schema> {
  const record: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(schema.entries)) {
    const given = params.getAll(name)
    record[name] = isArrayEntry(entry) ? given : given[0]
  }
  return v.parse(schema, record)
}

/** The address of the filters; what equals its fallback is left out, so that the same view has one short address. */
export function formatSearch<Schema extends SearchSchema>(
  schema: Schema,
  value: v.InferOutput<Schema>,
): URLSearchParams {
  const fallbacks: Record<string, unknown> = parseSearch(schema, new URLSearchParams())
  const params = new URLSearchParams()
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || item === '' || JSON.stringify(item) === JSON.stringify(fallbacks[name])) continue
    for (const one of Array.isArray(item) ? item : [item]) params.append(name, String(one))
  }
  return params
}

/** `?…` of the filters with some of them changed, for links: filter chips, pages, tiles. Never empty: `?` clears. */
export function searchWith<Schema extends SearchSchema>(
  schema: Schema,
  value: v.InferOutput<Schema>,
  patch: Partial<v.InferOutput<Schema>>,
): string {
  return `?${formatSearch(schema, { ...value, ...patch })}`
}

/**
 * The filters of the address and a function that changes some of them by navigating. While the page loads what was
 * chosen, they are those chosen: the controls answer at once, and a second choice made meanwhile keeps the first.
 */
export function useTypedSearch<Schema extends SearchSchema>(schema: Schema) {
  const address = useAddressSearch()
  const navigate = useNavigate()
  const search = useMemo(() => parseSearch(schema, new URLSearchParams(address)), [schema, address])
  const setSearch = useCallback(
    (patch: Partial<v.InferOutput<Schema>>, options?: { replace?: boolean }) => {
      void navigate(searchWith(schema, search, patch), { preventScrollReset: true, ...options })
    },
    [schema, search, navigate],
  )
  return [search, setSearch] as const
}

/** The search of the address, or of the one that is on its way where only the search changes. */
function useAddressSearch(): string {
  const { pathname, search } = useLocation()
  const { location: next, formMethod } = useNavigation()
  return next !== undefined && next.pathname === pathname && formMethod === undefined ? next.search : search
}

function isArrayEntry(entry: object): boolean {
  if ('type' in entry && entry.type === 'array') return true
  return (
    'wrapped' in entry && typeof entry.wrapped === 'object' && entry.wrapped !== null && isArrayEntry(entry.wrapped)
  )
}
