import { Notice } from '../../ui/notice.tsx'

type KeptNoticeProps = {
  /** What is on the page was typed before it was loaded. */
  readonly isRestored: boolean
  /** It holds what identifies somebody. */
  readonly isUnkept: boolean
  readonly onStartAnew: () => void
}

/** Where a draft is kept and for how long, and the way back to how it started. */
export function KeptNotice({ isRestored, isUnkept, onStartAnew }: KeptNoticeProps) {
  return (
    <>
      {isRestored ? (
        <Notice kind="information" title="This is your draft as you left it">
          <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onStartAnew}>
            Start anew
          </button>
        </Notice>
      ) : null}
      {isUnkept ? (
        <Notice kind="warning" title="The draft is not kept: it holds an NHS number or a date of birth">
          <p>A draft is about a trial. Take out what is about a patient.</p>
        </Notice>
      ) : (
        <p className="nhsuk-hint">
          It is kept for you in this tab, also when the page is loaded again, until the tab is closed. It is not stored
          on the server. Write nothing about a patient.
        </p>
      )}
    </>
  )
}
