type SingleSignOnLinkProps = {
  /** Null where none is offered. */
  readonly offered: { readonly name: string; readonly start: string } | null
}

/** The way to the provider, before the form for a password. */
export function SingleSignOnLink({ offered }: SingleSignOnLinkProps) {
  if (offered === null) return null
  return (
    <>
      <p>
        <a className="nhsuk-button" href={offered.start}>
          Sign in with {offered.name}
        </a>
      </p>
      <h2 className="nhsuk-heading-m">Or sign in with a password</h2>
    </>
  )
}
