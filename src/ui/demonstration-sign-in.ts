import { createContext } from 'react'

export type DemonstrationAccount = { readonly role: string; readonly email: string; readonly password: string }

/** Accounts to try the page with where it runs alone on invented data; null wherever a server answers. */
export const DemonstrationSignIn = createContext<readonly DemonstrationAccount[] | null>(null)
