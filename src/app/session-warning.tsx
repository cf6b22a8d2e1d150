import { useState } from 'react'
import { PageDialog } from './page-dialog.tsx'
import { staySignedIn } from './session-expiry.ts'

type SessionWarningProps = { readonly seconds: number; readonly isFinal: boolean }

/** The last two minutes. What is typed is safe either way, and it says so. */
export function SessionWarning({ seconds, isFinal }: SessionWarningProps) {
  const [isRead, setRead] = useState(false)
  if (isFinal && isRead) return null
  return (
    <PageDialog title={isFinal ? 'Your working day here is about to end' : 'You are about to be signed out'}>
      <p>
        {isFinal
          ? `Twelve hours after signing in everybody is asked to sign in again. That is in ${timeLeft(seconds)}.`
          : `Nothing was asked for on this page for some time. You will be signed out in ${timeLeft(seconds)}.`}
      </p>
      <p>What you have typed stays on the page until you sign in again.</p>
      <button type="button" className="nhsuk-button" onClick={() => (isFinal ? setRead(true) : void staySignedIn())}>
        {isFinal ? 'Continue' : 'Stay signed in'}
      </button>
    </PageDialog>
  )
}

function timeLeft(seconds: number): string {
  if (seconds > 60) return '2 minutes'
  return seconds > 30 ? '1 minute' : 'less than half a minute'
}
