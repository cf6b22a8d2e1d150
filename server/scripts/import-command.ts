import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
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

const usage = 'Usage: npm run import -- trials PATH (a file of ClinicalTrials.gov records, .gz too, or a directory)\n'
const progressEvery = 100

/**
 * `import trials PATH`: takes in every readable record, one short transaction each, so that one that fails loses nothing
 * of the others and requests are answered in between.
 */
export const importCommand: Command = async (context) => {
  const [what, path, ...rest] = context.args
  if (what !== 'trials' || path === undefined || rest.length > 0) {
    context.output.stderr(usage)
    return 2
  }
  const absolute = resolve(context.cwd, path)
  if (!existsSync(absolute)) {
    context.output.stderr(`There is no file or directory ${absolute}. Check the path.\n`)
    return 2
  }
  let summary = emptyImportSummary
  for await (const input of readTrials(absolute)) {
    if (context.signal.aborted) break
    summary = await takeIn(context, summary, input)
    const done = summary.added + summary.changed + summary.unchanged
    if (done > 0 && done % progressEvery === 0) context.output.stdout(`${done} trials so far\n`)
  }
  if (context.signal.aborted)
    context.output.stderr('Stopped before the end. What is counted below is kept; import again to go on.\n')
  context.output.stdout(`${formatImportSummary(summary)}\n`)
  return context.signal.aborted ? 1 : importExitCode(summary)
}

async function takeIn(context: CommandContext, summary: ImportSummary, input: TrialInput): Promise<ImportSummary> {
  switch (input.kind) {
    case 'skipped':
      return countSkipped(summary, input.source)
    case 'rejected':
      return countRejection(summary, input.rejection)
    case 'trial': {
      const { trial } = input
      const kind = await context.database.db
        .transaction()
        .execute((trx) => storeTrial(trx, trial, { now: context.clock.now() }))
      return kind === 'older' ? countRejection(summary, olderRecord(input)) : countOutcome(summary, kind)
    }
    default:
      return input satisfies never
  }
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
