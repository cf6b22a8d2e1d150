import type { ActionFunctionArgs } from 'react-router'
import type { components } from '#api/schema.ts'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import { type Attempt, attempt } from '../../data/unwrap.ts'
import { type Refused, refused, refusedBy } from './post-patient-item.ts'
import { readWish, wishFields } from './read-wish.ts'

export type WishResult = { readonly kind: 'recorded'; readonly words: string } | Refused

/** Records one line of a patient's wishes. A refusal leaves the form as it is, with what was typed. */
export async function changeWishes({ params, request }: ActionFunctionArgs): Promise<WishResult> {
  const form = await request.formData()
  const reading = readWish(form)
  if (reading.kind === 'faulty') return refused(reading.faults)
  const header = {
    ...ifMatch(Number(form.get('version'))),
    'idempotency-key': String(form.get('idempotencyKey')),
  }
  const answer = await post(params.patientId ?? '', header, reading.act)
  if (answer.ok) return { kind: 'recorded', words: answer.data.history[0]?.text ?? '' }
  return refusedBy(answer.problem, (field, message) => ({ field: wishFields.includes(field) ? field : null, message }))
}

type Header = { 'if-match': string; 'idempotency-key': string }

function post(
  patientId: string,
  header: Header,
  act: WishAct,
): Promise<Attempt<components['schemas']['PatientWishes']>> {
  const params = { path: { patientId }, header }
  switch (act.kind) {
    case 'researchWish': {
      const { kind: _, routes, ...wish } = act
      const body = { ...wish, routes: [...routes] }
      return attempt(api.POST('/patients/{patientId}/wishes/research', { params, body }))
    }
    case 'researchWishWithdrawn': {
      const { kind: _, wishId, ...body } = act
      const path = { patientId, wishId }
      return attempt(
        api.POST('/patients/{patientId}/wishes/research/{wishId}/withdrawal', { params: { path, header }, body }),
      )
    }
    case 'optOutCheck': {
      const { kind: _, ...body } = act
      return attempt(api.POST('/patients/{patientId}/wishes/opt-out-checks', { params, body }))
    }
    case 'sensitiveFlag': {
      const { kind: _, ...body } = act
      return attempt(api.POST('/patients/{patientId}/wishes/sensitive-flag', { params, body }))
    }
    case 'death': {
      const { kind: _, ...body } = act
      return attempt(api.POST('/patients/{patientId}/death', { params, body }))
    }
  }
}
