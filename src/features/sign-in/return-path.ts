import { paths } from '../../data/paths.ts'

/**
 * Where to go after signing in: an address of this service only. Anything else, above all another site written as
 * `//elsewhere` or `https://elsewhere`, leads home.
 */
export function returnPath(search: URLSearchParams): string {
  const wanted = search.get('return')
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return paths.home
  // Characters that a browser drops could turn `/<tab>/elsewhere` into another site.
  return wanted.replace(/[\t\r\n]/g, '') === wanted ? wanted : paths.home
}
