import type { ReactNode } from 'react'
import type { TagColour } from '#domain/referral/referral-status.ts'

type TagProps = { readonly colour: TagColour; readonly children: ReactNode }

/** An NHS tag. The words carry the meaning; the colour only helps to find it. */
export function Tag({ colour, children }: TagProps) {
  return <strong className={`nhsuk-tag nhsuk-tag--${colour} app-tag`}>{children}</strong>
}
