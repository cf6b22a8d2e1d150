import { describe, expect, it } from 'vitest'
import { type ChromiumPlaces, findChromium } from './find-chromium.ts'

const machine = (present: readonly string[], more: Partial<ChromiumPlaces> = {}): ChromiumPlaces => ({
  setting: undefined,
  searchPath: '/usr/local/bin:/usr/bin',
  playwrightPath: '/cache/playwright/chrome',
  exists: (path) => present.includes(path),
  install: () => false,
  ...more,
})

describe('the Chromium for the journeys', () => {
  it('is the one that the setting names, before any other', () => {
    const places = machine(['/opt/mine/chrome', '/usr/bin/chromium'], { setting: '/opt/mine/chrome' })
    expect(findChromium(places)).toEqual({ path: '/opt/mine/chrome', foundBy: 'the setting CHROMIUM_PATH' })
  })

  it('is never another one when the setting is wrong', () => {
    const places = machine(['/usr/bin/chromium'], { setting: '/opt/gone/chrome' })
    expect(() => findChromium(places)).toThrow('/opt/gone/chrome')
  })

  it('is else the one on the system', () => {
    const places = machine(['/usr/bin/chromium', '/cache/playwright/chrome'])
    expect(findChromium(places)).toEqual({ path: '/usr/bin/chromium', foundBy: 'the system' })
  })

  it("is else Playwright's own", () => {
    expect(findChromium(machine(['/cache/playwright/chrome'])).foundBy).toBe("Playwright's own download")
  })

  it('is else installed', () => {
    const present: string[] = []
    const install = () => present.push('/usr/bin/chromium') > 0
    expect(findChromium(machine(present, { install }))).toEqual({
      path: '/usr/bin/chromium',
      foundBy: 'installing it with apt',
    })
  })

  it('is asked for, with every remedy, when there is none', () => {
    expect(() => findChromium(machine([]))).toThrow(/playwright install chromium.*CHROMIUM_PATH/)
  })
})
