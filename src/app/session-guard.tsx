import { lazy, Suspense } from 'react'
import { useSessionGuard } from './use-session-guard.ts'

const SessionWarning = lazy(async () => ({ default: (await import('./session-warning.tsx')).SessionWarning }))
const SignInOverPage = lazy(async () => ({ default: (await import('./sign-in-over-page.tsx')).SignInOverPage }))

/** Warns before the session of this person ends, and when it has, asks over the page to sign in again. */
export function SessionGuard({ accountId }: { readonly accountId: string }) {
  const { state, signedIn } = useSessionGuard(accountId)
  return (
    <Suspense fallback={null}>
      {state.kind === 'warning' ? <SessionWarning seconds={state.seconds} isFinal={state.isFinal} /> : null}
      {state.kind === 'ended' ? <SignInOverPage onSignedIn={signedIn} /> : null}
    </Suspense>
  )
}
