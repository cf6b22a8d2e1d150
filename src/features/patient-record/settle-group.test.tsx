import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { id } from './sample-record.ts'
import type { SettlingItem } from './settling-entries.ts'

const { shown, open } = servePatientRecord()

const settling = (key: string, label: string, parts: Partial<SettlingItem> = {}): SettlingItem => ({
  ...{
    key,
    label,
    hint: null,
    replaces: null,
    opposing: [],
    settlesAlone: [],
    decidesDateOf: [],
    countsAsAbsent: [],
    countsAsGoingOn: [],
  },
  contributesTo: [id('21')],
  ...parts,
})
const panel = async () => within(await screen.findByRole('region', { name: 'What would settle it' }))

describe('what one action finds out', () => {
  it('is one line with its count and its trials, and opens by keyboard', async () => {
    const items = [
      settling('lab:platelets', 'Platelets', { settlesAlone: [id('21')] }),
      settling('metastasis:brain', 'Brain metastasis: present state', { contributesTo: [id('21'), id('22')] }),
      settling('measurable-disease', 'Measurable disease by RECIST 1.1', { contributesTo: [id('22'), id('23')] }),
      settling('assertion:treatment-history-complete', 'Confirm: treatment history complete'),
    ]
    shown.list = { ...shown.list, settling: items }
    const { container } = open()
    const top = (await panel()).getAllByRole('list')[0]
    expect([...(top?.children ?? [])].map((line) => line.querySelector('strong')?.textContent)).toEqual([
      'Platelets',
      'Scan and tumour assessment',
      'Confirm: treatment history complete',
    ])
    expect((await panel()).getByText('2 items, contribute to 3 trials')).toBeVisible()
    expect((await panel()).getByText('Measurable disease by RECIST 1.1', { selector: 'strong' })).not.toBeVisible()
    const group = (await panel()).getByRole('button', { name: 'Show Scan and tumour assessment' })
    group.focus()
    await userEvent.keyboard('{Enter}')
    expect((await panel()).getByText('Measurable disease by RECIST 1.1', { selector: 'strong' })).toBeVisible()
    expect((await panel()).getByRole('button', { name: 'Hide Scan and tumour assessment' })).toHaveFocus()
    await userEvent.tab()
    expect((await panel()).getByRole('button', { name: 'Fill in Brain metastasis: present state' })).toHaveFocus()
    await expectAccessible(container)
  })

  it('keeps what is typed in it while it is closed', async () => {
    const items = [settling('lab:urine-protein-24h', 'Urine protein'), settling('lab:gfr-measured', 'Measured GFR')]
    shown.list = { ...shown.list, settling: items }
    open()
    const toggle = async (word: string) =>
      userEvent.click((await panel()).getByRole('button', { name: `${word} Other laboratory results` }))
    await toggle('Show')
    await userEvent.click((await panel()).getByRole('button', { name: 'Fill in Urine protein' }))
    await userEvent.keyboard('1.2')
    await toggle('Hide')
    expect(screen.queryByRole('textbox', { name: /^Value/ })).toBeNull()
    await toggle('Show')
    expect(screen.getByRole('textbox', { name: /^Value/ })).toHaveValue('1.2')
  })
})
