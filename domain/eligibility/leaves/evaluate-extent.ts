import type { CalendarDate } from '../../identity/calendar-date.ts'
import { contradictionOfExtent } from '../contradicting-records.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { displayList, displayValue, explainContradiction, explainStale, sourceAndDate } from '../explain-reading.ts'
import { extentHeld, judgeExtent } from '../extent-words.ts'
import { factNameInside } from '../fact-name.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { attestationWindowDays, extentWindowDays, imagingWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { DiseaseExtentLeaf, GradeLeaf, MeasurableDiseaseLeaf, StandardOptionsLeaf } from '../leaf.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { isOneOf, yesOrNo } from '../recorded-word.ts'
import { usualWindow, valueWindow } from '../value-window.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/** The latest word; what has not spread is asked again once the next scan is due, or where another record denies it. */
export function evaluateDiseaseExtent(leaf: DiseaseExtentLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem('disease-extent')
  const { diseaseExtent: reading } = facts
  const contradiction = contradictionOfExtent(facts)
  if (reading !== null && contradiction !== null)
    return undecided(
      'contradictory',
      item,
      explainContradiction(item.label, reading, contradiction),
      evidenceOfReading(reading),
    )
  if (reading === null) return undecided('missing', item, `${item.label}: not recorded`)
  const unusable = staleOrOpposed(reading, item, anchor, extentWindowDays(String(reading.value)))
  if (unusable !== null) return unusable
  const held = extentHeld(facts)
  const verdict = judgeExtent(held, leaf.in)
  const spread = held.length > 1 ? '; a metastasis is recorded, so the disease is metastatic' : ''
  const said = `${item.label}: ${displayValue(reading.value)} ${sourceAndDate(reading)}${spread}`
  const asked = displayList(leaf.in)
  if (verdict !== 'unknown') return settled(verdict, `${said}; asked: ${asked}`, evidenceOfReading(reading))
  return undecided(
    'missing',
    item,
    `${said}, which does not say whether it is as asked: ${asked}`,
    evidenceOfReading(reading),
  )
}

export function evaluateGrade(leaf: GradeLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  return judgeWord(leaf.in, facts.grade, namedItem('grade'), anchor, null)
}

/** Which options are left is a judgement of the team, and ages as one. */
export function evaluateStandardOptions(leaf: StandardOptionsLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  return judgeWord(leaf.in, facts.standardOptions, namedItem('standard-options'), anchor, attestationWindowDays)
}

/** One coded word, which stands for so many days, or until somebody records another. */
function judgeWord(
  words: readonly string[],
  reading: Reading | null,
  item: SettlingItem,
  anchor: CalendarDate,
  windowDays: number | null,
): Finding {
  if (reading === null) return undecided('missing', item, `${item.label}: not recorded`)
  const unusable = staleOrOpposed(reading, item, anchor, windowDays)
  if (unusable !== null) return unusable
  const isListed = isOneOf(reading.value, words)
  const sentence = `${item.label}: ${displayValue(reading.value)} ${sourceAndDate(reading)}; asked: ${displayList(words)}`
  return claimed(isListed, sentence, evidenceOfReading(reading))
}

function staleOrOpposed(
  reading: Reading,
  item: SettlingItem,
  anchor: CalendarDate,
  windowDays: number | null,
): Finding | null {
  if (windowDays === null || isWithinDays(reading.on, anchor, windowDays))
    return opposedFinding(item, `${item.label}:`, reading)
  const sentence = explainStale(`${item.label}:`, reading, anchor, usualWindow(windowDays))
  return undecided('stale', item, sentence, evidenceOfReading(reading))
}

/** Yes or no by the criteria that the trial names; a lesion that was irradiated counts only once it has progressed. */
export function evaluateMeasurableDisease(
  leaf: MeasurableDiseaseLeaf,
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding {
  const item = { key: 'measurable-disease', label: `Measurable disease by ${factNameInside(leaf.by)}` }
  const reading = facts.measurableDisease
  if (reading === null) return undecided('missing', item, `${item.label}: not recorded`)
  const evidence = evidenceOfReading(reading)
  const words = `${item.label}: ${displayValue(reading.value)} ${sourceAndDate(reading)}`
  const window = valueWindow(leaf, imagingWindowDays)
  if (!isWithinDays(reading.on, anchor, window.days)) {
    return undecided('stale', item, explainStale(`${item.label}:`, reading, anchor, window), evidence)
  }
  const opposed = opposedFinding(item, `${item.label}:`, reading)
  if (opposed !== null) return opposed
  const stated = yesOrNo(reading.value)
  if (reading.detail.by !== leaf.by || stated === 'unknown') {
    return undecided('missing', item, `${words}, not stated by ${factNameInside(leaf.by)}`, evidence)
  }
  if (stated === 'notMet' || leaf.irradiatedLesionRule === undefined || reading.detail.isIrradiated === false) {
    return settled(stated, words, evidence)
  }
  const { isIrradiated, hasProgressedSince } = reading.detail
  if (isIrradiated === true && typeof hasProgressedSince === 'boolean') {
    return claimed(
      hasProgressedSince,
      `${words}; irradiated, ${hasProgressedSince ? 'has' : 'has not'} progressed since`,
      evidence,
    )
  }
  return undecided(
    'missing',
    item,
    `${words}; whether the lesion was irradiated and has progressed since is not recorded`,
    evidence,
  )
}
