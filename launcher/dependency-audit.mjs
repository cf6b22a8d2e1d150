import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { projectRoot } from './project-root.mjs'

/**
 * What is known against the packages: who is concerned and how badly, or why nobody could be asked.
 * @typedef {{ asked: true, serious: string[], others: number } | { asked: false, why: string }} AuditAnswer
 */

const patienceMilliseconds = 30_000

/** Asks the registry, once, about the packages that the service runs with. @returns {AuditAnswer} */
export function auditDependencies() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=8000']
  const { stdout, error } = spawnSync('npm', args, {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout: patienceMilliseconds,
    shell: process.platform === 'win32',
  })
  return error ? { asked: false, why: error.message } : readAudit(stdout)
}

/**
 * Reads what `npm audit --json` printed. Severity "high" and "critical" are serious.
 * @param {string} printed
 * @returns {AuditAnswer}
 */
export function readAudit(printed) {
  /** @type {{ vulnerabilities?: Record<string, { severity: string }>, message?: string }} */
  let answer
  try {
    answer = JSON.parse(printed)
  } catch {
    return { asked: false, why: 'npm printed nothing that can be read' }
  }
  if (answer.vulnerabilities === undefined) {
    // Only what kind of answer it was: the rest names where the packages come from.
    return {
      asked: false,
      why: /^\d{3} [A-Za-z ]+/.exec(answer.message ?? '')?.[0].trim() ?? 'the registry did not answer',
    }
  }
  const found = Object.entries(answer.vulnerabilities)
  const serious = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
  return {
    asked: true,
    serious: serious.map(([name, { severity }]) => `${name}: ${severity}`),
    others: found.length - serious.length,
  }
}
