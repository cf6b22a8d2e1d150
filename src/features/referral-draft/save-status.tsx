import { londonTime } from '../../format/dates.ts'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { SaveState } from './draft-saver.ts'

type SaveStatusProps = { readonly state: SaveState; readonly onSave: () => void }

/** Whether what was typed is stored; after a failure also why, and a way to try again. */
export function SaveStatus({ state, onSave }: SaveStatusProps) {
  return (
    <>
      <StatusMessage>{savedText(state)}</StatusMessage>
      {state.kind === 'failed' ? (
        <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onSave}>
          Save again
        </button>
      ) : null}
    </>
  )
}

function savedText(state: SaveState): string {
  switch (state.kind) {
    case 'unchanged':
      return ''
    case 'saving':
      return 'Saving…'
    case 'saved':
      return `Saved at ${londonTime(state.at)}`
    case 'failed':
      return `Not saved: ${state.problem.title}. ${state.problem.detail} Everything you typed is still on this page.`
    case 'conflict':
      return 'Not saved: somebody else changed this draft. Everything you typed is still on this page.'
    default:
      return state satisfies never
  }
}
