import { Tag } from './tag.tsx'

/** Stands after an outcome in which verdicts of clinicians count, so that nobody takes it for software's alone. */
export function SetByClinicianTag({ isSet }: { readonly isSet: boolean }) {
  if (!isSet) return null
  return (
    <>
      {' '}
      <Tag colour="purple">With a clinician’s verdict</Tag>
    </>
  )
}
