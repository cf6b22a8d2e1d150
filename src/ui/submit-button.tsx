import type { ComponentProps, MouseEvent } from 'react'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  /** The form is on its way; a further click does nothing, and the button stays in the tab order. */
  readonly isPending?: boolean
  readonly kind?: 'primary' | 'secondary' | 'warning'
  /** One of many of its kind on the page. */
  readonly isSmall?: boolean
}

/** The button that sends a form. With `name` and `value` it can say which of several. */
export function SubmitButton(props: SubmitButtonProps) {
  const { isPending = false, kind = 'primary', isSmall = false, onClick, children, ...rest } = props
  const stopWhilePending = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault()
    else onClick?.(event)
  }
  const look = kind === 'primary' ? '' : ` nhsuk-button--${kind}`
  return (
    <button
      {...rest}
      type="submit"
      className={`nhsuk-button${look}${isSmall ? ' app-button-small' : ''}`}
      aria-disabled={isPending}
      onClick={stopWhilePending}
    >
      {children}
    </button>
  )
}
