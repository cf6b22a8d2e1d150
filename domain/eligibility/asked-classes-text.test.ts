import { expect, test } from 'vitest'
import { askedClassesText } from './asked-classes-text.ts'
import { classesMeeting, otherAnticancerDrugs } from './treatment-class-members.ts'
import { treatmentClasses } from './treatment-classes.ts'

test('classes are named one by one, and all drugs beside immunotherapy in the words of protocols', () => {
  expect(askedClassesText(['platinum', 'anti-PD-1'])).toBe('platinum or anti-PD-1')
  expect(askedClassesText(otherAnticancerDrugs)).toBe('drug treatment other than immunotherapy')
  expect(askedClassesText([...otherAnticancerDrugs, 'radiotherapy'])).toBe(
    'radiotherapy or drug treatment other than immunotherapy',
  )
  expect(askedClassesText(otherAnticancerDrugs.slice(1))).not.toContain('other than')
})

test('every class is asked for, but for immunotherapy, what may be it, and what is no drug', () => {
  const asked = classesMeeting(otherAnticancerDrugs)
  expect(treatmentClasses.filter((name) => !asked.includes(name))).toEqual([
    ...['anti-CTLA-4', 'anti-PD-1', 'anti-PD-L1', 'biologic', 'cellular-therapy', 'immunotherapy'],
    ...['immunotherapy-other', 'investigational', 'liver-embolisation', 'radiotherapy'],
  ])
})
