import type { Insertable } from 'kysely'
import { formatMorphology } from '#domain/cancer/normalise-code.ts'
import { readDiagnosis } from '#domain/cancer/read-diagnosis.ts'
import { withBehaviour } from '#domain/eligibility/leaves/evaluate-codes.ts'
import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import type { PatientFacts, Reading } from '#domain/eligibility/patient-facts.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { HeldScale, ScreeningColumns } from '../database/tables/screening-columns.ts'
import { biomarkerAnswers } from './biomarker-answers.ts'
import { type HeldLab, type HeldStagePart, heldLabs, heldScales, heldStages } from './fact-catalogue.ts'
import { stageLabels } from './stage-labels.ts'

/**
 * The facts in the columns that criteria compiled to SQL compare. What cannot be compared (a word where a number is
 * needed, a foreign unit, a report without its limit, a category that was not assessed) is null, which is "not known".
 */
export function factColumns(facts: PatientFacts): Insertable<ScreeningColumns> {
  const row = personColumns(facts)
  for (const [analyte, held] of heldLabs) addLab(row, analyte, held, facts)
  for (const [scale, column] of heldScales) addScale(row, column, facts.performanceStatus[scale]?.latest)
  for (const held of heldStages) row[`stage_${held.column}`] = stageColumn(held, facts)
  return row
}

type Row = Insertable<ScreeningColumns>

function personColumns(facts: PatientFacts): Row {
  const morphology = facts.diagnosis === null ? null : readDiagnosis(facts.diagnosis).morphology
  return {
    born_on: facts.bornOn,
    died_on: facts.diedOn,
    sex: facts.sex,
    diagnosis_basis: facts.diagnosis?.basis ?? null,
    morphology: morphology === null ? null : withBehaviour(formatMorphology(morphology)),
    biomarker_answers: JSON.stringify(biomarkerAnswers(facts)),
  }
}

function addLab(row: Row, analyte: string, { column, unit }: HeldLab, facts: PatientFacts): void {
  const reading = facts.labs[analyte]?.latest
  row[`lab_${column}`] = reading === undefined ? null : finite(numberIn(reading, unit, analyte))
  row[`lab_${column}_x_uln`] = reading === undefined ? null : multipleOf(reading, reading.upperLimit)
  row[`lab_${column}_x_lln`] = reading === undefined ? null : multipleOf(reading, reading.lowerLimit)
  row[`lab_${column}_on`] = reading?.on ?? null
}

/** The limit of normal counts only where the same report gives it. */
function multipleOf({ value }: Reading, limit: number | null): number | null {
  return typeof value !== 'number' || limit === null || limit <= 0 ? null : finite(value / limit)
}

/** No laboratory reports such a number; a database column could not compare it. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

function addScale(row: Row, column: HeldScale, reading: Reading | undefined): void {
  row[`ps_${column}`] = typeof reading?.value === 'number' ? reading.value : null
  row[`ps_${column}_word`] = reading === undefined ? null : comparableWord(String(reading.value))
  row[`ps_${column}_on`] = reading?.on ?? null
}

function stageColumn({ system, part }: HeldStagePart, facts: PatientFacts): string[] | null {
  const reading = facts.stages[system]
  const category = part === 'group' ? groupOf(reading) : reading?.detail[part]
  if (category === undefined) return null
  const labels = stageLabels(String(category))
  return labels[0]?.endsWith('X') === true ? null : [...labels]
}

function groupOf(reading: Reading | undefined): string | undefined {
  return typeof reading?.value === 'string' && reading.value !== '' ? reading.value : undefined
}
