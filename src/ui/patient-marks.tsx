import type { ComponentProps } from 'react'
import type { components } from '#api/schema.ts'
import { Tag } from './tag.tsx'

/** What a list has to say of a patient beside the name. */
export function PatientMarks({ marks }: Pick<components['schemas']['PatientRow'], 'marks'>) {
  return marks.map((mark) => <Tag key={mark} {...tags[mark]} />)
}

const tags: Readonly<Record<components['schemas']['PatientMark'], ComponentProps<typeof Tag>>> = {
  died: { colour: 'grey', children: 'Died' },
  noResearch: { colour: 'orange', children: 'No research' },
  sensitive: { colour: 'purple', children: 'Sensitive' },
}
