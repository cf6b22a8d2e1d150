import type { components } from '#api/schema.ts'
import { clinicalDate } from '../../format/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { RecordingResult } from './record-patient-item.ts'
import { changeSentence } from './settle-sentences.ts'

type RecordingNewsProps = { readonly recorded: Extract<RecordingResult, { kind: 'recorded' }> | null }

/** What recording a value did; and what else is recorded because of which it answers nothing, with how to mend that. */
export function RecordingNews({ recorded }: RecordingNewsProps) {
  const opposing = recorded?.opposing ?? []
  return (
    <>
      <StatusMessage isHidden={recorded === null}>{recorded === null ? '' : changeSentence(recorded)}</StatusMessage>
      {opposing.length === 0 ? null : (
        <Notice kind="warning" title="Something else is recorded that says otherwise">
          <ul className="nhsuk-list">
            {opposing.map(({ itemId, how, record }) => (
              <li key={`${itemId} ${record.itemId} ${how}`}>{opposingSentence(how, record)}</li>
            ))}
          </ul>
          <p>
            Criteria that ask about it stay not known until a person mends this:{' '}
            <a href="#recorded-values">correct or take back what is wrong under Recorded values</a>, or record what
            holds now.
          </p>
        </Notice>
      )}
    </>
  )
}

type Opposing = components['schemas']['OpposingRecord']

/** "ECOG performance status: 0 on 12-Nov-2026 (Clinic letter, recorded by Dr Alex Moor) says otherwise." */
function opposingSentence(
  how: Opposing['how'],
  { label, valueText, on, source, recordedBy }: Opposing['record'],
): string {
  const end = how === 'saysOtherwise' ? 'says otherwise' : 'cannot be true beside it'
  return `${label}: ${valueText} on ${clinicalDate(on)} (${source}, recorded by ${recordedBy}) ${end}.`
}
