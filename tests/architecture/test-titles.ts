import ts from 'typescript'
import type { ProjectFile } from './project-files.ts'

/**
 * The titles of all tests of a file, each behind the blocks that it stands in: `a referral > is sent once`. Of a test
 * that is made for each of a list, the title as it is written, with its placeholders.
 */
export function testTitlesIn({ path, text }: ProjectFile): readonly string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const titles: string[] = []
  const visit = (node: ts.Node, blocks: readonly string[]): void => {
    const call = namedCall(node)
    if (call?.kind === 'test') titles.push([...blocks, call.title].join(' > '))
    const inside = call?.kind === 'block' ? [...blocks, call.title] : blocks
    ts.forEachChild(node, (child) => visit(child, inside))
  }
  visit(source, [])
  return titles
}

const kinds: ReadonlyMap<string, 'test' | 'block'> = new Map([
  ['test', 'test'],
  ['it', 'test'],
  ['describe', 'block'],
])

function namedCall(node: ts.Node): { readonly kind: 'test' | 'block'; readonly title: string } | null {
  if (!ts.isCallExpression(node)) return null
  const [first] = node.arguments
  const kind = kinds.get(rootName(node.expression))
  if (kind === undefined || first === undefined || node.arguments.length < 2) return null
  if (ts.isStringLiteralLike(first)) return { kind, title: first.text }
  if (ts.isTemplateExpression(first)) return { kind, title: first.getText().slice(1, -1) }
  return null
}

/** `test` of test(…), test.each(…)(…) and test.describe(…). */
function rootName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isCallExpression(expression)) return rootName(expression.expression)
  return ts.isPropertyAccessExpression(expression) ? rootName(expression.expression) : ''
}
