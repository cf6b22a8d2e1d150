/* The order decides: browsers name the ones that they descend from, so the more particular comes first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * What somebody signed in with, in words by which they know it again: "Firefox on Windows". Anybody can claim anything
 * here, so it is for reading only and decides nothing.
 *
 * @param userAgent what the browser says of itself, or nothing
 */
export function deviceWords(userAgent: string | undefined): string {
  const named = (names: typeof browsers) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = named(browsers)
  const system = named(systems)
  if (browser === undefined && system === undefined) return 'A device that does not say what it is'
  return `${browser ?? 'A browser'} on ${system ?? 'a device that does not say what it is'}`
}
