import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { WishResult } from './change-wishes.ts'
import { useRefusal } from './use-refusal.ts'

export type WishFormProps = {
  readonly patientId: string
  /** What is recorded now: the form is sent from this version, and from the newer one after a refusal. */
  readonly version: number
  readonly fetcher: FetcherWithComponents<WishResult>
}

export type WishFieldOf = (name: string) => { name: string; id: string; error: string | undefined }

type Parts = WishFormProps & {
  readonly act: WishAct['kind']
  readonly label: string
  readonly submitLabel: string
  readonly children: (fieldOf: WishFieldOf) => ReactNode
}

/** The frame of every form of wishes: what was typed stays until it has been recorded. */
export function WishForm({ patientId, version, fetcher, act, label, submitLabel, children }: Parts) {
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const id = useId()
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    fields.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }, [])
  const { refused, errorOf } = useRefusal(fetcher)
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientWishes(patientId)}
      noValidate
      className="app-narrow app-print-hidden"
      aria-label={label}
    >
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field, message }) =>
          field === null ? { message } : { fieldId: `${id}${field}`, message },
        )}
      />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields}>{children((name) => ({ name, id: `${id}${name}`, error: errorOf(name) }))}</div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>{submitLabel}</SubmitButton>
    </fetcher.Form>
  )
}
