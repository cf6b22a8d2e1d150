import { expect, test } from 'vitest'
import { readAudit } from './dependency-audit.mjs'

const printed = (vulnerabilities: Record<string, { readonly severity: string }>) => JSON.stringify({ vulnerabilities })

test('nothing known against any package', () => {
  expect(readAudit(printed({}))).toEqual({ asked: true, serious: [], others: 0 })
})

test('a high or critical weakness is serious, a moderate one is told', () => {
  const found = {
    a: { severity: 'high' },
    b: { severity: 'critical' },
    c: { severity: 'moderate' },
    d: { severity: 'low' },
  }
  expect(readAudit(printed(found))).toEqual({ asked: true, serious: ['a: high', 'b: critical'], others: 2 })
})

test('a registry that does not answer such questions is not taken for one that knows of nothing', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed - POST (some address)' })
  expect(readAudit(refused)).toEqual({ asked: false, why: '405 Method Not Allowed' })
  expect(readAudit(JSON.stringify({ message: 'request failed' }))).toMatchObject({ asked: false })
  expect(readAudit('')).toMatchObject({ asked: false })
})
