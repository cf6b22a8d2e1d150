/** Draws the sign-in dialog over the page; resolves once the same person has signed in again. */
type AskToSignIn = () => Promise<void>

let askToSignIn: AskToSignIn | null = null
const useListeners = new Set<() => void>()

/** While a page is open, whoever draws the dialog says so here. Returns how to take it back. */
export function offerSignIn(ask: AskToSignIn): () => void {
  askToSignIn = ask
  return () => {
    if (askToSignIn === ask) askToSignIn = null
  }
}

/** Waits until the person whose session has ended is signed in again; null where no page is open that could be kept. */
export function signedInAgain(): Promise<void> | null {
  return askToSignIn?.() ?? null
}

/** Calls back whenever something was asked of the server that lengthens the session. */
export function onSessionUse(listener: () => void): () => void {
  useListeners.add(listener)
  return () => useListeners.delete(listener)
}

export function noteSessionUse(): void {
  for (const listener of useListeners) listener()
}

/** Loads an address anew, so that nothing stays in the memory of the page: not what was shown, not what was typed. */
export const pageMemory = {
  empty(address: string): void {
    window.location.replace(address)
  },
}
