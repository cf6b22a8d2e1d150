import type { CalendarDate } from '../../identity/calendar-date.ts'
import type { Leaf } from '../leaf.ts'
import { biomarkerFragments } from './biomarker-fragments.ts'
import { diagnosisFragments, rarityFragments } from './diagnosis-fragments.ts'
import { diseaseFragments } from './disease-fragments.ts'
import { eventFragments } from './event-fragments.ts'
import type { Fragment } from './fragment.ts'
import { measurementFragments } from './measurement-fragments.ts'
import { personFragments } from './person-fragments.ts'
import { treatmentFragments } from './treatment-fragments.ts'

/** Records with which to try a leaf: values below, at and above its limit, dates at both ends of its window. */
export function fragmentsFor(leaf: Leaf, asOf: CalendarDate): readonly Fragment[] {
  switch (leaf.op) {
    case 'age':
    case 'sex':
    case 'childbearingPotential':
    case 'attest':
    case 'centralReview':
      return personFragments(leaf, asOf)
    case 'diagnosis':
    case 'morphology':
    case 'topography':
      return diagnosisFragments(leaf)
    case 'rareCancer':
      return rarityFragments()
    case 'grade':
    case 'stage':
    case 'diseaseExtent':
    case 'diseaseStatus':
    case 'progression':
    case 'bestResponse':
    case 'measurableDisease':
    case 'metastasis':
    case 'standardOptions':
      return diseaseFragments(leaf, asOf)
    case 'ps':
    case 'lab':
    case 'observation':
    case 'score':
      return measurementFragments(leaf, asOf)
    case 'biomarker':
      return biomarkerFragments(leaf)
    case 'therapy':
    case 'linesOfTherapy':
    case 'surgery':
    case 'interval':
      return treatmentFragments(leaf, asOf)
    case 'medication':
    case 'condition':
    case 'infection':
    case 'toxicity':
    case 'otherMalignancy':
      return eventFragments(leaf, asOf)
  }
}
