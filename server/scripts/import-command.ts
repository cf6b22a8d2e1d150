import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { ImportClass } from '../interchange/classify-import.ts'
import {
  countOutcome,
  countRejection,
  countSkipped,
  emptyImportSummary,
  formatImportSummary,
  type ImportSummary,
  importExitCode,
  type Rejection,
} from '../interchange/import-summary.ts'
import { readTrials, type TrialInput } from '../interchange/read-trials.ts'
import { storeTrial } from '../trial-store/store-trial-repository.ts'
import type { Command, CommandContext } from './command.ts'

const usage =
  'Usage: npm run import -- trials PATH [--dry-run] (a file of ClinicalTrials.gov records, .gz too, or a directory)\n'
const progressEvery = 100

/**
 * `import trials PATH`: takes in every readable record, one short transaction each, so that one that fails loses nothing
 * of the others and requests are answered in between. It says which database it writes to before it does and when it has
 * done: somebody may have named another one than they think. `--dry-run` does the same work and keeps nothing of it.
 */
export const importCommand: Command = async (context) => {
  const isDryRun = context.args.includes('--dry-run')
  const [what, path, ...rest] = context.args.filter((word) => word !== '--dry-run')
  if (what !== 'trials' || path === undefined || rest.length > 0) {
    context.output.stderr(usage)
    return 2
  }
  const absolute = resolve(context.cwd, path)
  if (!existsSync(absolute)) {
    context.output.stderr(`There is no file or directory ${absolute}. Check the path.\n`)
    return 2
  }
  const { place } = context.database
  context.output.stdout(isDryRun ? `Dry run, nothing is kept. Database: ${place}\n` : `Database: ${place}\n`)
  let summary = emptyImportSummary
  for await (const input of readTrials(absolute)) {
    if (context.signal.aborted) break
    summary = await takeIn({ ...context, isDryRun }, summary, input)
    const done = summary.added + summary.changed + summary.unchanged
    if (done > 0 && done % progressEvery === 0) context.output.stdout(`${done} trials so far\n`)
  }
  if (context.signal.aborted)
    context.output.stderr('Stopped before the end. What is counted below is kept; import again to go on.\n')
  context.output.stdout(`${formatImportSummary(summary)}\n`)
  context.output.stdout(isDryRun ? `Dry run: nothing was kept in ${place}\n` : `Kept in ${place}\n`)
  return context.signal.aborted ? 1 : importExitCode(summary)
}

type Taking = CommandContext & { readonly isDryRun: boolean }

async function takeIn(context: Taking, summary: ImportSummary, input: TrialInput): Promise<ImportSummary> {
  switch (input.kind) {
    case 'skipped':
      return countSkipped(summary, input.source)
    case 'rejected':
      return countRejection(summary, input.rejection)
    case 'trial': {
      const { trial } = input
      const kind = await store(context, trial)
      return kind === 'older' ? countRejection(summary, olderRecord(input)) : countOutcome(summary, kind)
    }
    default:
      return input satisfies never
  }
}

/** One transaction; that of a dry run is undone, so that what is said is what the same import would do. */
async function store({ database, clock, isDryRun }: Taking, trial: TrialRecord): Promise<ImportClass> {
  const undone = new DryRun()
  try {
    return await database.db.transaction().execute(async (trx) => {
      undone.kind = await storeTrial(trx, trial, { now: clock.now() })
      if (isDryRun) throw undone
      return undone.kind
    })
  } catch (error) {
    if (error === undone && undone.kind !== null) return undone.kind
    throw error
  }
}

/** Ends a transaction of which nothing is to be kept. */
class DryRun extends Error {
  kind: ImportClass | null = null
}

function olderRecord({ place, trial }: Extract<TrialInput, { kind: 'trial' }>): Rejection {
  const reason = 'is older than the record stored and would undo it'
  const problem = {
    path: 'protocolSection.statusModule.lastUpdatePostDateStruct',
    reason,
    remedy: 'Import the newest record of this trial.',
  }
  return { place, registryId: trial.registryId, problems: [problem] }
}
