import axe from 'axe-core'
import { expect } from 'vitest'

/** No fault that axe finds without layout. Contrast, target size and reflow are looked at in a real browser. */
export async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
