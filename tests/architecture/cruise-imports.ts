import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { projectRoot } from './project-files.ts'

/** What the import rules say about a tree of source files. */
export type ImportFindings = {
  /** How many modules were read. A checker that reads none finds nothing, so this is worth asserting. */
  readonly modulesRead: number
  /** One entry for each import that breaks a rule. */
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[]
}

export const importRulesFile = join(projectRoot, '.dependency-cruiser.cjs')

/**
 * Applies the project's import rules to the given folders of a tree.
 * @param root folder that the rules' paths start from
 */
export async function cruiseImports(root: string, folders: readonly string[]): Promise<ImportFindings> {
  const options = await extractDepcruiseOptions(importRulesFile)
  const { output } = await cruise([...folders], { ...options, baseDir: root, validate: true })
  if (typeof output === 'string') throw new Error(`The import checker answered with text, not with findings: ${output}`)
  const { totalCruised, violations } = output.summary
  return {
    modulesRead: totalCruised,
    violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
