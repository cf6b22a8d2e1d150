import type { CalendarDate } from '../../identity/calendar-date.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { displayValue, explainStale, sourceAndDate } from '../explain-reading.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { imagingWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { DiseaseExtentLeaf, GradeLeaf, MeasurableDiseaseLeaf, StandardOptionsLeaf } from '../leaf.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { isOneOf, yesOrNo } from '../recorded-word.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

export function evaluateDiseaseExtent(leaf: DiseaseExtentLeaf, facts: PatientFacts): Finding {
  return judgeWord(leaf.in, facts.diseaseExtent, namedItem('disease-extent'))
}

export function evaluateGrade(leaf: GradeLeaf, facts: PatientFacts): Finding {
  return judgeWord(leaf.in, facts.grade, namedItem('grade'))
}

export function evaluateStandardOptions(leaf: StandardOptionsLeaf, facts: PatientFacts): Finding {
  return judgeWord(leaf.in, facts.standardOptions, namedItem('standard-options'))
}

/** One coded word, which stands until somebody records another. */
function judgeWord(words: readonly string[], reading: Reading | null, item: SettlingItem): Finding {
  if (reading === null) return undecided('missing', item, `${item.label}: not recorded`)
  const isListed = isOneOf(reading.value, words)
  const sentence = `${item.label}: ${displayValue(reading.value)} ${sourceAndDate(reading)}; asked: ${words.join(' or ')}`
  return claimed(isListed, sentence, evidenceOfReading(reading))
}

/** Yes or no by the criteria that the trial names; a lesion that was irradiated counts only once it has progressed. */
export function evaluateMeasurableDisease(
  leaf: MeasurableDiseaseLeaf,
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding {
  const item = { key: 'measurable-disease', label: `Measurable disease by ${leaf.by}` }
  const reading = facts.measurableDisease
  if (reading === null) return undecided('missing', item, `${item.label}: not recorded`)
  const evidence = evidenceOfReading(reading)
  const words = `${item.label}: ${displayValue(reading.value)} ${sourceAndDate(reading)}`
  if (!isWithinDays(reading.on, anchor, leaf.withinDays ?? imagingWindowDays)) {
    return undecided('stale', item, explainStale(`${item.label}:`, reading, anchor), evidence)
  }
  const stated = yesOrNo(reading.value)
  if (reading.detail.by !== leaf.by || stated === 'unknown') {
    return undecided('missing', item, `${words}, not stated by ${leaf.by}`, evidence)
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
