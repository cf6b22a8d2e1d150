import type { components } from '#api/schema.ts'
import type { TagColour } from '#domain/referral/referral-status.ts'
import { Tag } from './tag.tsx'

/** What a list has to say of a patient beside the name. */
export function PatientMarks({ marks }: Pick<components['schemas']['PatientRow'], 'marks'>) {
  return marks.map((mark) => (
    <div key={mark}>
      <Tag colour={words[mark].colour}>{words[mark].text}</Tag>
    </div>
  ))
}

const words: Readonly<Record<components['schemas']['PatientMark'], { text: string; colour: TagColour }>> = {
  died: { text: 'Died', colour: 'grey' },
  noResearch: { text: 'No research', colour: 'orange' },
  sensitive: { text: 'Sensitive', colour: 'purple' },
}
