import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import type { CancerType } from './cancer-type-search.ts'
import { CancerTypeTree } from './cancer-type-tree.tsx'

function cancerType(cancerTypeId: string, parentId: string | null, name: string, more: Partial<CancerType> = {}) {
  const level = parentId === null ? ('family' as const) : ('entity' as const)
  return { cancerTypeId, parentId, name, level, synonyms: [], icd10: [], morphology: [], isIrci: false, ...more }
}

const types: CancerType[] = [
  cancerType('sarcoma', null, 'Sarcoma'),
  cancerType('gist', 'sarcoma', 'Gastrointestinal stromal tumour', { synonyms: ['GIST'], morphology: ['8936/3'] }),
  cancerType('mpnst', 'sarcoma', 'Malignant peripheral nerve sheath tumour', { synonyms: ['PNT'] }),
  cancerType('neuroendocrine', null, 'Neuroendocrine tumour'),
  cancerType('pnet', 'neuroendocrine', 'Pancreatic neuroendocrine tumour', { synonyms: ['PNT'], icd10: ['C25.4'] }),
]
const counts = new Map([
  ['sarcoma', { confirmed: 12, possible: 3 }],
  ['gist', { confirmed: 12, possible: 0 }],
])

function Choice({ initial = null }: { readonly initial?: string | null }) {
  const [selectedId, setSelectedId] = useState(initial)
  return (
    <CancerTypeTree
      label="Cancer type"
      types={types}
      counts={counts}
      selectedId={selectedId}
      onSelect={setSelectedId}
    />
  )
}
const names = () => screen.getAllByRole('treeitem').map((item) => item.textContent)
const searchBox = () => screen.getByRole('searchbox', { name: 'Search cancer types' })

describe('choosing a cancer type', () => {
  it('begins with the families and their numbers', () => {
    render(<Choice />)
    expect(names()).toEqual(['▸Sarcoma12 + 3 12 with an exact code, 3 need a histology code', '▸Neuroendocrine tumour'])
  })

  it('opens, moves and chooses with the keyboard alone', async () => {
    render(<Choice />)
    await userEvent.tab()
    await userEvent.tab()
    expect(screen.getByRole('treeitem', { name: /^Sarcoma/ })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('treeitem', { name: /^Sarcoma/ })).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByRole('treeitem', { name: /^Gastrointestinal/ })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('treeitem', { name: /^Gastrointestinal/ })).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(screen.getByRole('treeitem', { name: /^Sarcoma/ })).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{End}')
    expect(screen.getByRole('treeitem', { name: /^Neuroendocrine/ })).toHaveFocus()
  })

  it('opens with the arrow and chooses with the name when a pointer is used', async () => {
    render(<Choice />)
    await userEvent.click(screen.getAllByText('▸')[0] as HTMLElement)
    expect(screen.queryByRole('treeitem', { selected: true })).toBeNull()
    await userEvent.click(screen.getByText('Gastrointestinal stromal tumour'))
    expect(screen.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/^Gastrointestinal/)
    await userEvent.click(screen.getByRole('button', { name: 'Show all cancer types' }))
    expect(screen.queryByRole('treeitem', { selected: true })).toBeNull()
  })

  it('finds every type that an ambiguous abbreviation could mean, each in its place', async () => {
    render(<Choice />)
    await userEvent.type(searchBox(), 'pnt')
    expect(screen.getByRole('status')).toHaveTextContent('2 cancer types found')
    expect(names()).toEqual([
      '▾Sarcoma12 + 3 12 with an exact code, 3 need a histology code',
      'Malignant peripheral nerve sheath tumour',
      '▾Neuroendocrine tumour',
      'Pancreatic neuroendocrine tumour',
    ])
  })

  it.each(['c25.4', 'C254', 'C25'])('finds a type by the ICD-10 code %s', async (code) => {
    render(<Choice />)
    await userEvent.type(searchBox(), code)
    expect(names()).toContain('Pancreatic neuroendocrine tumour')
    expect(names()).toHaveLength(2)
  })

  it('finds a type by its morphology code', async () => {
    render(<Choice />)
    await userEvent.type(searchBox(), '8936')
    expect(names()).toContain('Gastrointestinal stromal tumour12 12 with an exact code')
  })

  it('says when nothing is found', async () => {
    render(<Choice />)
    await userEvent.type(searchBox(), 'influenza')
    expect(screen.getByRole('status')).toHaveTextContent('0 cancer types found')
  })

  it('shows the type that is chosen already', () => {
    render(<Choice initial="pnet" />)
    expect(screen.getByRole('treeitem', { selected: true })).toHaveAccessibleName('Pancreatic neuroendocrine tumour')
  })

  it('is accessible', async () => {
    await expectAccessible(render(<Choice initial="pnet" />).container)
  })
})
