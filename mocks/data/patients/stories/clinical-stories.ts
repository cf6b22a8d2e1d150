import type { ClinicalStory } from '../clinical-story.ts'
import { bloodBrainAndGermCellStories } from './blood-brain-and-germ-cell-stories.ts'
import { carcinomaStories } from './carcinoma-stories.ts'
import { hormoneAndSkinStories } from './hormone-and-skin-stories.ts'
import { sarcomaStories } from './sarcoma-stories.ts'

/** The situations that were written to suit one of the invented trials. */
export const clinicalStories: readonly ClinicalStory[] = [
  ...carcinomaStories,
  ...sarcomaStories,
  ...hormoneAndSkinStories,
  ...bloodBrainAndGermCellStories,
]
