import type { Insertable } from 'kysely'
import { formatMorphology } from '#domain/cancer/normalise-code.ts'
import { readDiagnosis } from '#domain/cancer/read-diagnosis.ts'
import { withBehaviour } from '#domain/eligibility/leaves/evaluate-codes.ts'
import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import { type PatientFacts, resultsOf, type Series } from '#domain/eligibility/patient-facts.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import { boundOf } from '#domain/eligibility/report-bound.ts'
import type { HeldScale, ScreeningColumns } from '../database/tables/screening-columns.ts'
import { biomarkerAnswers } from './biomarker-answers.ts'
import { biomarkerEntries } from './biomarker-entries.ts'
import { courseColumns } from './course-columns.ts'
import { documentOf } from './document-of.ts'
import { type HeldLab, heldLabs, heldScales, heldStages } from './fact-catalogue.ts'
import { finite, multipleOf, readingColumns } from './reading-columns.ts'
import { stateColumns } from './state-columns.ts'
import { stageColumn, tumourColumns } from './tumour-columns.ts'

/**
 * The facts in the columns that criteria compiled to SQL compare. What cannot be compared (a word where a number is
 * needed, a foreign unit, a report without its limit, a category that was not assessed) is null, which is "not known".
 */
export function factColumns(facts: PatientFacts): Insertable<ScreeningColumns> {
  const row: Row = {
    ...personColumns(facts),
    ...tumourColumns(facts),
    ...readingColumns(facts),
    ...courseColumns(facts),
    ...stateColumns(facts),
  }
  for (const [analyte, held] of heldLabs) addLab(row, analyte, held, facts)
  for (const [scale, column] of Object.entries(heldScales)) addScale(row, column, facts.performanceStatus[scale])
  for (const { system, part, column } of heldStages) row[`stage_${column}`] = stageColumn(system, part, facts)
  return row
}

type Row = Insertable<ScreeningColumns>

function personColumns(facts: PatientFacts): Partial<Row> {
  const morphology = facts.diagnosis === null ? null : readDiagnosis(facts.diagnosis).morphology
  return {
    born_on: facts.bornOn,
    died_on: facts.diedOn,
    sex: facts.sex,
    diagnosis_basis: facts.diagnosis?.basis ?? null,
    morphology: morphology === null ? null : withBehaviour(formatMorphology(morphology)),
    biomarker_answers: documentOf(biomarkerAnswers(facts)),
    biomarkers: documentOf(biomarkerEntries(facts)),
  }
}

function addLab(row: Row, analyte: string, { column, unit }: HeldLab, facts: PatientFacts): void {
  const [latest, ...others] = resultsOf(facts.labs[analyte])
  // A result beyond the range of its assay is no number, nor are several of one day: the document of readings has them.
  const isNumber = latest !== undefined && boundOf(latest) === null && others.length === 0
  const reading = isNumber ? latest : undefined
  row[`lab_${column}`] = reading === undefined ? null : finite(numberIn(reading, unit, analyte))
  row[`lab_${column}_x_uln`] = reading === undefined ? null : multipleOf(reading, reading.upperLimit)
  row[`lab_${column}_x_lln`] = reading === undefined ? null : multipleOf(reading, reading.lowerLimit)
  row[`lab_${column}_on`] = latest?.on ?? null
}

/** Several of one day are in the document of readings. */
function addScale(row: Row, column: HeldScale, series: Series | undefined): void {
  const [latest, ...others] = resultsOf(series)
  const reading = others.length === 0 ? latest : undefined
  row[`ps_${column}`] = typeof reading?.value === 'number' ? reading.value : null
  row[`ps_${column}_word`] = reading === undefined ? null : comparableWord(String(reading.value))
  row[`ps_${column}_on`] = latest?.on ?? null
}
