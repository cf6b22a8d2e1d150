/** What somebody is told whose request is refused, as plain data: what is wrong, where, and how to mend it (RFC 9457). */
export interface RefusalText {
  /** HTTP status code. */
  readonly status: number
  /** Stable name for programs; problem details carry it as "urn:problem:" and this word. */
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  /** The places in the request, as JSON pointers, where it is one of them. */
  readonly errors?: { readonly pointer: string; readonly message: string }[]
}

/** One field of a request that cannot be taken. @param pointer a JSON pointer to it */
export function badField(pointer: string, message: string, remedy: string): RefusalText {
  return {
    status: 400,
    kind: 'invalid-request',
    title: 'Something in the form is not right',
    detail: message,
    remedy,
    errors: [{ pointer, message }],
  }
}
