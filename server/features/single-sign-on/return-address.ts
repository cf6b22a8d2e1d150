/**
 * Where to go once signed in: a page of this service. Anything else, above all another site written as `//elsewhere`,
 * leads home, and so does what is no page.
 */
export function returnAddress(wanted: unknown, publicOrigin: string): string {
  if (typeof wanted !== 'string' || wanted.length > 1000 || !/^\/(?![/\\])/.test(wanted)) return '/'
  const parsed = URL.parse(wanted, publicOrigin)
  if (parsed === null || parsed.origin !== publicOrigin || /^\/(sso|api)(\/|$)/.test(parsed.pathname)) return '/'
  return parsed.pathname.startsWith('//') ? '/' : parsed.pathname + parsed.search
}
