import type { components } from '#api/schema.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { Tag } from '../../ui/tag.tsx'

/** What has changed since the reader last looked, and why; nothing where nothing has. */
export function ChangeNote({ change }: { readonly change: components['schemas']['CandidateChange'] | null }) {
  if (change === null) return null
  return (
    <div className="app-change-note">
      <p className="app-card__line">
        <Tag colour="pink">Changed since you last looked</Tag> {change.label}, {clinicalInstant(change.at)}
      </p>
      {change.because.map((sentence) => (
        <p key={sentence} className="app-card__line">
          {sentence}
        </p>
      ))}
    </div>
  )
}
