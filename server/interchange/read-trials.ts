import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { unstorableText } from '../unstorable-text.ts'
import { parseStudy } from './clinical-trials-gov/parse-study.ts'
import { contentHash } from './content-hash.ts'
import type { ImportProblem } from './import-problem.ts'
import type { Rejection } from './import-summary.ts'
import type { InputLimits } from './read-file-values.ts'
import { type InputPlace, readInput } from './read-input.ts'

export type TrialInput =
  | { readonly kind: 'trial'; readonly place: InputPlace; readonly trial: TrialRecord; readonly contentHash: string }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'skipped'; readonly source: string }

/** Every ClinicalTrials.gov record at a path as a trial or as a rejection, in order; never throws for bad input. */
export async function* readTrials(path: string, limits?: InputLimits): AsyncGenerator<TrialInput> {
  for await (const entry of readInput(path, limits)) {
    const { place } = entry
    if (entry.kind === 'skipped') {
      yield { kind: 'skipped', source: place.source }
    } else if (entry.kind === 'problem') {
      yield { kind: 'rejected', rejection: { place, registryId: null, problems: [entry.problem] } }
    } else {
      const unstorable = unstorableText(entry.value)
      if (unstorable.length > 0) {
        yield { kind: 'rejected', rejection: { place, registryId: null, problems: unstorable.map(notText) } }
        continue
      }
      const parsed = parseStudy(entry.value)
      if ('ok' in parsed) yield { kind: 'trial', place, trial: parsed.ok, contentHash: contentHash(parsed.ok) }
      else yield { kind: 'rejected', rejection: { place, registryId: parsed.registryId, problems: parsed.problems } }
    }
  }
}

function notText(path: readonly string[]): ImportProblem {
  return {
    path: path.join('.'),
    reason: 'has a null character or half a character, which cannot be stored',
    remedy: 'Take the character out, or get the record again.',
  }
}
