import { HttpResponse, http } from 'msw/http'
import { setupServer } from 'msw/node'
import type { components } from '#api/schema.ts'
import { draft, openSites, patient, stored, trialWith } from './sample-draft.ts'

type Schemas = components['schemas']
export type Answer = Schemas['Referral'] | Schemas['Problem'] | 'none'

export const neverAnswers: readonly Answer[] = Array<Answer>(100).fill('none')

type Saved = { readonly body: Schemas['ReferralDraft']; readonly version: string | null }
type Sent = { readonly body: Schemas['ReferralToSend']; readonly version: string | null; readonly key: string | null }

/** The API around one draft, for tests: what reached it, and how it is told to answer. */
export function sampleDraftApi() {
  const server = setupServer()
  const saved: Saved[] = []
  const sent: Sent[] = []

  /** Saving and sending answer as told, in this order; after that they succeed. */
  function serve({
    referral = draft,
    sites = openSites,
    saving = [],
    sending = [],
  }: {
    readonly referral?: Schemas['Referral']
    readonly sites?: Schemas['TrialSite'][]
    readonly saving?: readonly Answer[]
    readonly sending?: readonly Answer[]
  } = {}) {
    server.use(
      http.get('*/api/referrals/:id', () => HttpResponse.json<Schemas['Referral']>(referral)),
      http.get('*/api/patients/:id', () => HttpResponse.json<Schemas['Patient']>(patient)),
      http.get('*/api/trials/:id', () => HttpResponse.json<Schemas['Trial']>(trialWith(sites))),
      http.put<{ id: string }, Schemas['ReferralDraft']>('*/api/referrals/:id/draft', async ({ request }) => {
        saved.push({ body: await request.json(), version: request.headers.get('if-match') })
        return respond(saving[saved.length - 1] ?? stored(saved.length + 1))
      }),
      http.post<{ id: string }, Schemas['ReferralToSend']>('*/api/referrals/:id/send', async ({ request }) => {
        const { headers } = request
        sent.push({
          body: await request.json(),
          version: headers.get('if-match'),
          key: headers.get('idempotency-key'),
        })
        return respond(sending[sent.length - 1] ?? stored(9))
      }),
    )
  }

  function reset() {
    saved.length = 0
    sent.length = 0
    server.resetHandlers()
  }

  return { server, saved, sent, serve, reset }
}

function respond(answer: Answer) {
  if (answer === 'none') return HttpResponse.error()
  return 'status' in answer ? HttpResponse.json(answer, { status: answer.status }) : HttpResponse.json(answer)
}
