import type { ComponentProps, MouseEvent } from 'react'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  /** The form is on its way; a further click does nothing, and the button stays in the tab order. */
  readonly isPending?: boolean
  readonly kind?: 'primary' | 'secondary' | 'warning'
}

/** The button that sends a form. With `name` and `value` it can say which of several. */
export function SubmitButton({ isPending = false, kind = 'primary', onClick, children, ...rest }: SubmitButtonProps) {
  const stopWhilePending = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault()
    else onClick?.(event)
  }
  const look = kind === 'primary' ? '' : ` nhsuk-button--${kind}`
  return (
    <button
      {...rest}
      type="submit"
      className={`nhsuk-button${look}`}
      aria-disabled={isPending}
      onClick={stopWhilePending}
    >
      {children}
    </button>
  )
}
