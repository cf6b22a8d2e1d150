import type { RefusalText } from '../access/refusal-text.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { identifyingText } from './identifying-text.ts'

/**
 * What somebody is told whose free text would take an identifier to another organisation; null where it holds none.
 * Identity goes with the record that is shared, where it is looked for and guarded, and nowhere else.
 */
export function refuseIdentifyingText(
  pointer: string,
  text: string | undefined,
  bornOn: CalendarDate | null,
): RefusalText | null {
  const found = identifyingText(text ?? '', bornOn)
  const [first] = found
  if (first === undefined) return null
  const message = found.map(({ kind, found: words }) => `“${words}” reads as ${kindWords[kind]}`).join('; ')
  return {
    status: 400,
    kind: 'identifying-text',
    title: 'The text names the patient',
    detail: `${message}. Text that other organisations read must not hold it.`,
    remedy: 'Take it out of the text. Who the patient is goes with the shared record.',
    errors: [{ pointer, message }],
  }
}

const kindWords = { nhsNumber: 'an NHS number', dateOfBirth: 'a date of birth' } as const
