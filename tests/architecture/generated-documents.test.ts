import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { referralTransitions } from '#domain/referral/referral-transition.ts'
import { generatedDocuments } from './generated-documents.ts'
import { projectRoot } from './project-files.ts'

it.each(Object.entries(generatedDocuments))(
  '%s says what the code does (else: npm run documents)',
  (path, document) => {
    const file = join(projectRoot, path)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(document())
  },
)

it('the referral document draws every transition once', () => {
  const arrows = (generatedDocuments['docs/referral-states.md']?.() ?? '').match(/--> [a-z]/g) ?? []
  expect(arrows).toHaveLength(referralTransitions.flatMap(({ from }) => from).length)
})
