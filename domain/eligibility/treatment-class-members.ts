import { onceForEach } from './once-for-each.ts'
import { treatmentClasses } from './treatment-classes.ts'

/**
 * Classes that take others in. `certain`: whatever is recorded as the member is of the class too. `possible`: what is
 * recorded as the class alone may be of the member, so that nobody knows. General knowledge of oncology drugs; a
 * clinician should look through it.
 */
interface ClassMembers {
  readonly certain: readonly string[]
  readonly possible: readonly string[]
}

const cytotoxics = [
  ...['alkylating-agent', 'anthracycline', 'cisplatin', 'hypomethylating-agent', 'platinum', 'taxane', 'trabectedin'],
]
const checkpoint = ['anti-CTLA-4', 'anti-PD-1', 'anti-PD-L1']
const tyrosineKinase = ['BTK-inhibitor', 'FGFR-inhibitor', 'FLT3-inhibitor', 'imatinib']

const members: Readonly<Record<string, ClassMembers>> = {
  chemotherapy: {
    certain: [...cytotoxics, 'chemoradiotherapy'],
    possible: [...cytotoxics, 'mitotane', 'myeloablative'],
  },
  platinum: { certain: ['cisplatin'], possible: ['cisplatin'] },
  radiotherapy: { certain: ['chemoradiotherapy'], possible: [] },
  chemoradiotherapy: { certain: [], possible: cytotoxics },
  immunotherapy: {
    certain: [...checkpoint, 'immunotherapy-other'],
    possible: [...checkpoint, 'cellular-therapy', 'immunotherapy-other'],
  },
  TKI: {
    certain: tyrosineKinase,
    possible: [...tyrosineKinase, 'BRAF-inhibitor', 'MEK-inhibitor', 'VEGFR-inhibitor'],
  },
  biologic: {
    certain: [],
    possible: [...checkpoint, 'cellular-therapy', 'immunotherapy', 'immunotherapy-other', 'VEGFR-inhibitor'],
  },
  investigational: {
    certain: [],
    possible: treatmentClasses.filter(
      (name) => !['investigational', 'radiotherapy', 'chemoradiotherapy'].includes(name),
    ),
  },
}

const immunotherapies = ['immunotherapy', 'immunotherapy-other', 'cellular-therapy', ...checkpoint]
/** What is recorded as these alone may be immunotherapy too: it leaves the question open by its possible members. */
const ofAnyKind = ['biologic', 'investigational']
/** A chemoradiotherapy is a member of chemotherapy. */
const noDrugs = ['radiotherapy', 'liver-embolisation']

/**
 * What protocols call other anticancer drugs, beside immunotherapy of every sort: each class that is neither it nor a
 * certain member of another one.
 */
export const otherAnticancerDrugs: readonly string[] = treatmentClasses.filter(
  (name) =>
    ![...immunotherapies, ...ofAnyKind, ...noDrugs].includes(name) &&
    !Object.values(members).some(({ certain }) => certain.includes(name)),
)

/** The classes that answer a question for any of some classes with yes. */
export const classesMeeting = onceForEach((asked: readonly string[]): readonly string[] => [
  ...new Set(asked.flatMap((name) => [name, ...(members[name]?.certain ?? [])])),
])

/**
 * The classes that leave such a question open where none of their own possible members is recorded beside them, with
 * those members: "immunotherapy" alone may be an antibody against PD-1, and with "anti-CTLA-4" beside it is that one.
 */
export const classesLeavingOpen = onceForEach((asked: readonly string[]): readonly WideClass[] => {
  const meeting = classesMeeting(asked)
  return Object.entries(members).flatMap(([name, { possible }]) =>
    possible.some((member) => meeting.includes(member)) ? [{ name, members: possible }] : [],
  )
})

interface WideClass {
  readonly name: string
  readonly members: readonly string[]
}
