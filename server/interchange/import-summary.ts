import type { ImportProblem } from './import-problem.ts'
import type { InputPlace } from './read-input.ts'

export interface Rejection {
  readonly place: InputPlace
  /** The trial's registry identifier, where it could be read. */
  readonly registryId: string | null
  readonly problems: readonly ImportProblem[]
}

/** What one import did, so far. */
export interface ImportSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  /** The first `listedAtMost` of the rejected ones. */
  readonly rejections: readonly Rejection[]
  /** Files that are not JSON. */
  readonly skippedFiles: readonly string[]
}

/** A file of a million broken lines must not fill the memory: beyond this, rejected records are counted only. */
export const listedAtMost = 1000

export const emptyImportSummary: ImportSummary = {
  added: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  rejections: [],
  skippedFiles: [],
}

export function countOutcome(summary: ImportSummary, outcome: 'added' | 'changed' | 'unchanged'): ImportSummary {
  return { ...summary, [outcome]: summary[outcome] + 1 }
}

export function countRejection(summary: ImportSummary, rejection: Rejection): ImportSummary {
  const isListed = summary.rejections.length < listedAtMost
  const rejections = isListed ? [...summary.rejections, rejection] : summary.rejections
  return { ...summary, rejected: summary.rejected + 1, rejections }
}

export function countSkipped(summary: ImportSummary, source: string): ImportSummary {
  return { ...summary, skippedFiles: [...summary.skippedFiles, source] }
}

/** 0: everything was taken in; 1: some was rejected, the rest taken in; 2: nothing could be taken in. */
export function importExitCode({ added, changed, unchanged, rejected }: ImportSummary): 0 | 1 | 2 {
  if (added + changed + unchanged === 0) return 2
  return rejected === 0 ? 0 : 1
}

/** The report for the terminal: every rejected record with place, field, reason and remedy, then the counts. */
export function formatImportSummary(summary: ImportSummary): string {
  const { added, changed, unchanged, rejected, rejections, skippedFiles } = summary
  const unlisted = rejected - rejections.length
  return [
    ...rejections.flatMap(formatRejection),
    ...(unlisted > 0 ? [`… and ${unlisted} more rejected, not listed.`] : []),
    ...skippedFiles.map(
      (source) => `${source}: skipped, its name does not end in .json, .jsonl, .ndjson or one of these and .gz.`,
    ),
    ...(added + changed + unchanged + rejected === 0 ? [nothingFound] : []),
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected.`,
  ].join('\n')
}

const nothingFound =
  'No trial record was found there. Give a file of ClinicalTrials.gov records (.json, .jsonl, .ndjson or one of these and .gz), a list of studies that is not empty, or a directory that holds such files.'

function formatRejection({ place, registryId, problems }: Rejection): readonly string[] {
  const subject = registryId === null ? formatPlace(place) : `${formatPlace(place)} (${registryId})`
  return problems.map(({ path, reason, remedy }) => `${subject}: ${path === '' ? '' : `${path} `}${reason}. ${remedy}`)
}

/** "trials.jsonl, line 7" or "trials.json, record 3" (counted from 1). */
function formatPlace({ source, line, index }: InputPlace): string {
  return [source, ...(line === null ? [] : [`line ${line}`]), ...(index === null ? [] : [`record ${index + 1}`])].join(
    ', ',
  )
}
