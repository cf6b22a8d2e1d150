import {
  choiceEntry,
  dateEntry,
  type Entry,
  type EntryField,
  filledFields,
  numberEntry,
  textEntry,
} from './entry-form.ts'
import { factName } from './fact-name.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { Treatment } from './patient-record.ts'
import { treatmentClasses } from './treatment-classes.ts'
import { partsOfKind, procedureChoices, siteChoices, type TreatmentPart, treatmentKinds } from './treatment-parts.ts'
import { treatmentSettings } from './treatment-words.ts'
import { type Choice, plainChoices, wordChoices, yesOrNoChoices } from './value-shape.ts'

/** Everything that is asked of a treatment, with nothing filled in. */
export function entryOfNewTreatment(note?: string): Entry {
  return {
    kind: 'form',
    form: {
      target: { kind: 'treatment', replaces: null },
      fields: treatmentFields({}),
      usualSource: 'Clinic letter',
      ...(note === undefined ? {} : { note }),
    },
  }
}

/** The same with what is recorded of one. An operation that is known to have begun was done on that day. */
export function entryOfTreatment(itemId: string, entered: NewTreatment): Entry {
  const { kind: _, source, replaces: __, ...parts } = entered
  const isOperation = parts.treatmentKind === 'surgery'
  const recorded = isOperation ? { ...parts, endedOn: parts.endedOn ?? parts.startedOn ?? null } : parts
  return {
    kind: 'form',
    form: {
      target: { kind: 'treatment', replaces: itemId },
      fields: filledFields(treatmentFields(recorded), recorded),
      usualSource: source,
    },
  }
}

/** Fields of the same name are asked of different kinds, in the words of the kind. */
function treatmentFields({ procedure, site, endedOn }: Partial<NewTreatment>): readonly EntryField[] {
  const isUndatedRow = endedOn === null
  return [
    choiceEntry('treatmentKind', 'Kind of treatment', treatmentKinds),
    ofKinds(['systemic'], textEntry('name', 'Drug or drugs', { hint: 'For example carboplatin and paclitaxel' })),
    ofKinds(['radiotherapy'], textEntry('name', 'Radiotherapy', { hint: 'For example pelvic radiotherapy, 50 Gy' })),
    ofKinds(['surgery'], textEntry('name', 'Operation', { hint: 'For example right hemicolectomy' })),
    part('classes', classesField),
    part('hasAllClasses', hasAllClassesField),
    part(
      'procedure',
      choiceEntry('procedure', 'Sort of operation', withRecorded(procedureChoices, procedure), optional),
    ),
    part('margin', choiceEntry('margin', 'Resection margin', plainChoices('R0', 'R1', 'R2'), optional)),
    choiceEntry('setting', 'Setting', wordChoices(...treatmentSettings), optional),
    part('line', numberEntry('line', 'Line of treatment', { ...optional, hint: '1 is the first line' })),
    ofKinds(['systemic', 'radiotherapy'], { ...dateEntry('startedOn', 'First day'), isRequired: false }),
    part('isOngoing', choiceEntry('isOngoing', 'Still going on?', yesOrNoChoices)),
    {
      ...dateEntry('endedOn', 'Last dose or fraction'),
      hint: 'Leave it empty where it is not known.',
      isRequired: false,
      when: [kindAmong('systemic', 'radiotherapy'), { name: 'isOngoing', among: [false] }],
    },
    ofKinds(['surgery'], { ...dateEntry('endedOn', 'Date of the operation'), isRequired: !isUndatedRow }),
    part('cycles', numberEntry('cycles', 'Cycles given', optional)),
    part(
      'halfLifeDays',
      numberEntry('halfLifeDays', 'Half-life in days', {
        ...optional,
        hint: 'From the summary of product characteristics; of several drugs, the longest.',
      }),
    ),
    part(
      'site',
      choiceEntry('site', 'What was treated', withRecorded(siteChoices, site), {
        ...optional,
        hint: 'A target lesion is one that a trial would measure or treat.',
      }),
    ),
    choiceEntry('isForIndexCancer', 'For this cancer?', yesOrNoChoices),
  ]
}

const optional = { isRequired: false } as const

const classesField: EntryField = {
  name: 'classes',
  label: 'Classes',
  hint: 'Every class that any of its drugs belongs to.',
  isRequired: false,
  control: {
    kind: 'choices',
    choices: treatmentClasses.map((value) => ({ value, label: factName(value) })),
    initial: [],
  },
}

const hasAllClassesField = choiceEntry(
  'hasAllClasses',
  'Are these all of its classes?',
  [
    { value: true, label: 'Yes, it belongs to no other class on the list' },
    { value: false, label: 'No, or not known' },
  ],
  { hint: 'Unless they are, criteria that ask for another class stay undecided.' },
)

/** A field that is asked of the kinds that have the part. */
function part(name: TreatmentPart, field: EntryField): EntryField {
  const kinds = treatmentKinds.map(({ value }) => value)
  return ofKinds(
    kinds.filter((kind) => partsOfKind[kind].includes(name)),
    field,
  )
}

function ofKinds(kinds: readonly Treatment['kind'][], field: EntryField): EntryField {
  return { ...field, when: [kindAmong(...kinds)] }
}

function kindAmong(...among: readonly Treatment['kind'][]) {
  return { name: 'treatmentKind', among }
}

/** A word that was recorded before the list was closed can be kept. */
function withRecorded(choices: readonly Choice[], recorded: string | null | undefined): readonly Choice[] {
  if (recorded == null || choices.some(({ value }) => value === recorded)) return choices
  return [...choices, { value: recorded, label: factName(recorded) }]
}
