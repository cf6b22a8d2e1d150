import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import { alreadyCorrected, refuseRelease, trimmedRelease } from '#domain/disclosure/release-register.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Asked, Caller, OpenOperation, Operation, Trx } from '../../plugins/operation.ts'
import { notAllowed, notFound, toProblem } from '../../plugins/problem.ts'
import { addReleaseEntry, readReleaseOf, readReleases } from './release-repository.ts'

type Release = components['schemas']['Release']

export interface ReleaseParts {
  /** One short transaction of nobody's: the register is public. */
  readonly read: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
}

const mostListed = 1000

/** The public register of de-identified releases. It is added to by information officers, and read by everybody. */
export function releaseOperations({ read }: ReleaseParts): {
  readonly listReleases: OpenOperation<'listReleases'>
  readonly addRelease: Operation<'addRelease'>
  readonly correctRelease: Operation<'correctRelease'>
} {
  return {
    async listReleases() {
      return { body: await read((trx) => readReleases(trx, mostListed)) }
    },

    addRelease(asked) {
      const { trx, caller, audit, headers, body } = asked
      const once = { caller, audit, key: headers['idempotency-key'], operation: 'addRelease', content: body }
      return answerOnce(trx, once, async () => ({ body: await publish(asked, null) }))
    },

    correctRelease(asked) {
      const { trx, caller, audit, params, headers, body } = asked
      const content = { ...params, body }
      const once = { caller, audit, key: headers['idempotency-key'], operation: 'correctRelease', content }
      return answerOnce(trx, once, async () => {
        const standing = await readReleaseOf(trx, organisationOf(caller), params.releaseId)
        if (standing === null) throw notFound('release of your organisation')
        if (standing.correctedBy !== null) throw toProblem(alreadyCorrected)
        return { body: await publish(asked, { corrects: standing.releaseId, reason: body.reason.trim() }) }
      })
    },
  }
}

type AskedToPublish = Pick<Asked<'addRelease'>, 'body' | 'asOf' | 'now'> & {
  readonly trx: Trx
  readonly caller: Caller
}

async function publish(
  { trx, caller, body, asOf, now }: AskedToPublish,
  correction: { readonly corrects: string; readonly reason: string } | null,
): Promise<Release> {
  const entry = trimmedRelease(body)
  const refusal = refuseRelease(entry, correction?.reason ?? null, asOf)
  if (refusal !== null) throw toProblem(refusal)
  const organisationId = organisationOf(caller)
  const releaseId = randomUUID()
  const row = { releaseId, organisationId, entry, recordedBy: caller.accountId, recordedAt: now, correction }
  if (!(await addReleaseEntry(trx, row))) throw toProblem(alreadyCorrected)
  const added = await readReleaseOf(trx, organisationId, releaseId)
  if (added === null) throw new Error(`The release ${releaseId} was added and cannot be read.`)
  return added
}

/** An information officer works for one organisation, whose releases these are. */
function organisationOf({ organisation }: Caller): string {
  if (organisation === null) throw notAllowed('Releases are entered by somebody who works for an organisation.')
  return organisation.organisationId
}
