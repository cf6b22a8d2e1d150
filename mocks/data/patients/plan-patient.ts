import type { DemonstrationOrganisation } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { evenSpread, type SpreadDimension } from '../random/even-spread.ts'
import { seededRandom } from '../random/seeded-random.ts'
import { stableId } from '../random/stable-id.ts'
import { weightedPick } from '../random/weighted-pick.ts'
import type { CancerProfile } from './cancer-profile.ts'
import { cancerProfiles } from './cancer-profiles.ts'
import type { ClinicalStory } from './clinical-story.ts'
import { type Completeness, completenessLevels } from './completeness.ts'
import { clinicalStories } from './stories/clinical-stories.ts'
import { generalStories } from './stories/general-stories.ts'

/** What is decided about a patient before a single row is written. */
export interface PatientPlan {
  readonly index: number
  readonly patientId: string
  readonly organisation: DemonstrationOrganisation
  readonly profile: CancerProfile
  readonly story: ClinicalStory
  readonly completeness: Completeness
  readonly twist: Twist
  readonly performanceStatus: 'missing' | 'stale' | 'recent'
  readonly isGenomicsTested: boolean
  readonly hasReferenceLimits: boolean
  readonly isMorphologyUnspecified: boolean
}

/** What stands in the way of a trial that would otherwise suit; `unanswered`: nobody has given the judgement asked for. */
export type Twist = 'none' | 'unanswered' | 'counts' | 'washout' | 'hard'

/** The plan of the patient with this index, from 0; it depends on the seed and the index only. */
export function planPatient(seed: number, index: number): PatientPlan {
  const place = (dimension: SpreadDimension) => evenSpread(index, dimension, offsetOf(seed, dimension))
  const profile = weightedPick(cancerProfiles, place('cancer'))
  const completeness = weightedPick(completenessLevels, place('completeness'))
  const ps = place('performanceStatus')
  const { psMissing, psStale } = completeness
  const story = pickStory(profile, place('story'))
  return {
    index,
    patientId: stableId(`${seed}/patient/${index}`),
    organisation: organisationByCode(weightedPick(organisationShares, place('organisation')).code),
    profile,
    story,
    completeness,
    twist: twistFor(story, place('twist')),
    performanceStatus: ps < psMissing ? 'missing' : ps < psMissing + psStale ? 'stale' : 'recent',
    isGenomicsTested: place('genomics') >= completeness.genomicsUntested,
    hasReferenceLimits: place('limits') >= completeness.limitsMissing,
    isMorphologyUnspecified: profile.codes !== null && place('morphology') < completeness.morphologyUnspecified,
  }
}

/** Where a trial was made for the cancer, most patients come close to it. */
const shareInTrialStory = 0.9

function pickStory(profile: CancerProfile, place: number): ClinicalStory {
  const suiting = clinicalStories.filter(
    ({ cancerTypeIds }) => profile.cancerTypeId !== null && cancerTypeIds.includes(profile.cancerTypeId),
  )
  if (suiting.length === 0) return weightedPick(generalStories(profile), place)
  if (place < shareInTrialStory) return weightedPick(suiting, place / shareInTrialStory)
  return weightedPick(generalStories(profile), (place - shareInTrialStory) / (1 - shareInTrialStory))
}

/** An obstacle that the trial of the story does not ask about gives way to the one that it does. */
function twistFor({ delayedBy }: ClinicalStory, place: number): Twist {
  const { twist } = weightedPick(twists, place)
  return twist === 'counts' || twist === 'washout' ? (delayedBy ?? twist) : twist
}

const twists: readonly { readonly twist: Twist; readonly weight: number }[] = [
  { twist: 'none', weight: 33 },
  { twist: 'unanswered', weight: 42 },
  { twist: 'counts', weight: 11 },
  { twist: 'washout', weight: 9 },
  { twist: 'hard', weight: 5 },
]

/** The first organisation is the one that most visitors sign in to, so it has most patients. */
const organisationShares: readonly { readonly code: string; readonly weight: number }[] = [
  { code: 'ZZ001', weight: 34 },
  { code: 'ZZ002', weight: 16 },
  { code: 'ZZ003', weight: 12 },
  { code: 'ZZ004', weight: 9 },
  { code: 'ZZ005', weight: 8 },
  { code: 'ZZ006', weight: 8 },
  { code: 'ZZ007', weight: 3 },
  { code: 'ZZ008', weight: 2 },
  { code: 'ZZ009', weight: 2 },
  { code: 'ZZ010', weight: 2 },
  { code: 'ZZ011', weight: 2 },
  { code: 'ZZ012', weight: 2 },
]

function offsetOf(seed: number, dimension: SpreadDimension): number {
  return seededRandom(`${seed}/offset/${dimension}`).next()
}
