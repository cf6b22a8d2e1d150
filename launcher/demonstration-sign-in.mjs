/** Said where the page runs alone. A test compares it with the accounts that the mock API knows. */
export const demonstrationSignIn =
  'Sign in as oncologist@zz001.example with the password demonstration-only; the sign-in page names the other roles.'
