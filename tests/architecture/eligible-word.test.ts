import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

/** Only a principal investigator says that somebody is eligible: no text of the software may. */
const finding = /\b(in)?eligible\b|eligibility confirmed/iu

/** Texts that may hold the word, each with the reason. */
const allowed: readonly (readonly [path: string, text: string, reason: string])[] = [
  ['domain/referral/referral-transition.ts', 'eligible', 'the status that a principal investigator sets'],
  ['domain/referral/referral-transition.ts', 'Confirm eligible', "the principal investigator's own act"],
  ['domain/referral/referral-status.ts', 'eligible', 'the status that a principal investigator sets'],
  ['domain/referral/referral-status.ts', 'Eligible, confirmed by PI', 'names the person who decided'],
  ['src/features/referral-detail/sample-referral.ts', 'eligible', 'a referral for tests, with the status'],
  ['src/features/referral-detail/sample-referral.ts', 'Confirm eligible', 'a referral for tests, with the act'],
]

const scanned = /^(domain|server|src)\/.*\.tsx?$/u
const isTest = /\.test\.tsx?$/u

describe('the word "eligible"', () => {
  const files = readProjectFiles().filter(({ path }) => scanned.test(path) && !isTest.test(path))

  it('is in no text of the software but those named here', () => {
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap(findingsIn)
    const isAllowed = (path: string, text: string) => allowed.some(([at, words]) => at === path && words === text)
    expect(found.filter(([path, text]) => !isAllowed(path, text))).toEqual([])
  })

  it('is still where it is allowed', () => {
    const found = files.flatMap(findingsIn)
    const gone = allowed.filter(([path, text]) => !found.some(([at, words]) => at === path && words === text))
    expect(gone).toEqual([])
  })
})

describe('the check of the word', () => {
  const textsFound = (text: string) => findingsIn({ path: 'src/a.tsx', text }).map(([, found]) => found)

  it.each([
    ["const a = 'The patient is eligible'", 'The patient is eligible'],
    ['const a = `$' + '{name} is ineligible`', ' is ineligible'],
    ['const a = <p>Eligible today</p>', 'Eligible today'],
    ["const a = 'Eligibility confirmed'", 'Eligibility confirmed'],
    ['const a = <p title="not eligible" />', 'not eligible'],
  ])('reports %s', (line, text) => {
    expect(textsFound(line)).toEqual([text])
  })

  it.each(["import { a } from './eligible.ts'", 'const eligible = 1 // eligible', "const a = 'eligibility-text'"])(
    'lets %s pass',
    (line) => {
      expect(textsFound(line)).toEqual([])
    },
  )
})

/** Every string of the file that holds the word: literals, the fixed parts of templates, and text between tags. */
function findingsIn({ path, text }: ProjectFile): (readonly [path: string, text: string])[] {
  if (!finding.test(text)) return []
  const found: (readonly [string, string])[] = []
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    const words = wordsOf(node)
    if (words !== null && finding.test(words)) found.push([path, words.trimEnd()])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : null
}
