import type { CancerProfile } from './cancer-profile.ts'
import { bloodBrainAndChildhoodProfiles } from './profiles/blood-brain-and-childhood-profiles.ts'
import { chestAndDigestiveProfiles } from './profiles/chest-and-digestive-profiles.ts'
import { glandAndSkinProfiles } from './profiles/gland-and-skin-profiles.ts'
import { pelvicProfiles } from './profiles/pelvic-profiles.ts'
import { sarcomaProfiles } from './profiles/sarcoma-profiles.ts'

/** A clinic has patients whose cancer is not rare, and some whose diagnosis nobody has coded yet. */
const otherProfiles: readonly CancerProfile[] = [
  {
    cancerTypeId: null,
    weight: 3,
    codes: { icd10: 'C50.4', topography: ['C50.4'], morphology: ['8500/3'], unspecified: '8500/3' },
    ageYears: [38, 82],
    maleShare: 0,
    staging: 'TNM8',
    course: 'anthracycline',
  },
  {
    cancerTypeId: null,
    weight: 2.5,
    codes: null,
    ageYears: [40, 80],
    maleShare: 0.5,
    staging: null,
    course: 'none',
  },
]

/** Every cancer of the demonstration: 57 taxonomy nodes, most often those for which there is a trial. */
export const cancerProfiles: readonly CancerProfile[] = [
  ...chestAndDigestiveProfiles,
  ...pelvicProfiles,
  ...glandAndSkinProfiles,
  ...sarcomaProfiles,
  ...bloodBrainAndChildhoodProfiles,
  ...otherProfiles,
]
