import { evidenceOfReading } from '../evidence-of.ts'
import { sourceAndDate } from '../explain-reading.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { SexLeaf } from '../leaf.ts'
import type { PatientFacts } from '../patient-facts.ts'
import { yesOrNo } from '../recorded-word.ts'
import type { Evidence, Finding } from '../verdict.ts'

export function evaluateSex(leaf: SexLeaf, facts: PatientFacts): Finding {
  if (facts.sex === null) return undecided('missing', namedItem('sex'), 'Sex is not recorded')
  const evidence = sexEvidence(facts)
  const isAmong = leaf.in.includes(facts.sex)
  const sentence = `Sex: ${facts.sex} (${evidence.source})${isAmong ? '' : `, not ${leaf.in.join(' or ')}`}`
  return claimed(isAmong, sentence, evidence)
}

/** A recorded statement decides; without one only male sex does, because nothing else rules childbearing out safely. */
export function evaluateChildbearingPotential(facts: PatientFacts): Finding {
  const reading = facts.childbearingPotential
  const stated = reading === null ? 'unknown' : yesOrNo(reading.value)
  if (reading !== null && stated !== 'unknown') {
    const words = stated === 'met' ? 'Of childbearing potential' : 'Not of childbearing potential'
    return settled(stated, `${words}, recorded ${sourceAndDate(reading)}`, evidenceOfReading(reading))
  }
  if (facts.sex === 'male') {
    const evidence = sexEvidence(facts)
    return settled('notMet', `Not of childbearing potential: sex is recorded as male (${evidence.source})`, evidence)
  }
  return undecided('missing', namedItem('childbearing-potential'), 'Childbearing potential is not recorded')
}

function sexEvidence(facts: PatientFacts): Evidence {
  return { value: facts.sex, unit: null, on: null, source: 'Patient record', rowId: facts.patientId }
}
