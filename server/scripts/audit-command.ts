import { parseArgs } from 'node:util'
import type { ChainHead } from '../audit/chain-repository.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { inTransaction } from '../database/transaction.ts'
import { jobCaller } from '../jobs/job-caller.ts'
import type { Command } from './command.ts'

const usage =
  'Usage: npm run audit -- verify [--head POSITION:HASH] (as an earlier run printed it and somebody wrote it down)\n'
const reportEveryMs = 2_000

/**
 * `audit verify`: goes along the chain of the audit log and says that it is whole, or names the first broken link. With
 * `--head`, also whether it still is the chain of which somebody kept the end elsewhere: whoever may change everything
 * in the database could make another whole chain.
 */
export const auditCommand: Command = async ({ args, output, signal, database }) => {
  const asked = readArguments(args)
  if (asked === null) {
    output.stderr(usage)
    return 2
  }
  let toldAt = performance.now()
  const verdict = await verifyChain({
    transact: (work) => inTransaction(database.gate, jobCaller, work),
    writtenDown: asked.head,
    signal,
    onProgress(checked) {
      if (performance.now() - toldAt < reportEveryMs) return
      output.stdout(`${checked} links so far\n`)
      toldAt = performance.now()
    },
  })
  switch (verdict.kind) {
    case 'whole': {
      const { head, waiting, late } = verdict
      output.stdout(`The audit log is whole: ${head.position} events, each linked to the one before.\n`)
      if (waiting > 0) output.stdout(`${waiting} events of the last moments wait for their link.\n`)
      if (late > 0)
        output.stdout(`${late} events were linked over 10 minutes late: usual where the service had stopped.\n`)
      output.stdout(`Keep this elsewhere, for the next time: --head ${head.position}:${head.hash}\n`)
      return 0
    }
    case 'broken':
      output.stderr(
        `The audit log is broken${verdict.position === null ? '' : ` at link ${verdict.position}`}. ${verdict.what}\n` +
          'Change nothing, keep a copy of the database, and tell the privacy officer.\n',
      )
      return 1
    case 'stopped':
      output.stderr('Stopped before the end: nothing is proved.\n')
      return 1
    default:
      return verdict satisfies never
  }
}

function readArguments(args: readonly string[]): { readonly head: ChainHead | null } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { head: { type: 'string' } },
    })
    if (positionals.length !== 1 || positionals[0] !== 'verify') return null
    if (values.head === undefined) return { head: null }
    const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(values.head) ?? []
    return position === undefined || hash === undefined ? null : { head: { position: Number(position), hash } }
  } catch {
    return null
  }
}
