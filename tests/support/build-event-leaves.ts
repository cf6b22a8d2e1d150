import fc from 'fast-check'
import { statusVocabulary } from '#domain/eligibility/status-words.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'

type EventKind =
  | 'diseaseStatus'
  | 'progression'
  | 'bestResponse'
  | 'metastasis'
  | 'therapy'
  | 'linesOfTherapy'
  | 'surgery'
  | 'medication'
  | 'condition'
  | 'infection'
  | 'toxicity'
  | 'otherMalignancy'
  | 'interval'

const withinDays = fc.constantFrom(14, 28, 0, 1_000_000)
const days = fc.constantFrom(0, 14, 27, 28, 29, 84)

/** Questions about what happened, each with and without a window. */
export function eventLeaves(): Readonly<Record<EventKind, fc.Arbitrary<Leaf>>> {
  return {
    diseaseStatus: fc.record(
      {
        op: fc.constant('diseaseStatus'),
        in: fc.subarray([...statusVocabulary], { minLength: 1 }),
        after: fc.constant('firstLine'),
        withinDays,
      },
      { requiredKeys: ['op', 'in'] },
    ),
    progression: fc.record(
      {
        op: fc.constant('progression'),
        relativeTo: fc.constantFrom('firstLine.end', 'lastLine.end'),
        withinDays: days,
      },
      { requiredKeys: ['op'] },
    ),
    bestResponse: fc.record(
      {
        op: fc.constant('bestResponse'),
        in: fc.subarray(['CR', 'PR', 'SD'], { minLength: 1 }),
        to: fc.constantFrom('firstLine', 'lastLine'),
      },
      { requiredKeys: ['op', 'in'] },
    ),
    metastasis: fc.record(
      {
        op: fc.constant('metastasis'),
        site: fc.constantFrom('cns', 'cns', 'brain', 'leptomeningeal', 'liver', 'spine'),
        status: fc.constantFrom('present', 'absent', 'treated', 'stable', 'stable'),
        forAtLeastDays: days,
      },
      { requiredKeys: ['op', 'site', 'status'] },
    ),
    therapy: therapy(),
    linesOfTherapy: fc
      .record({
        setting: fc.subarray(['any', 'palliative', 'adjuvant', 'neoadjuvant', 'maintenance'], {
          minLength: 1,
          maxLength: 2,
        }),
        limits: fc.constantFrom({ max: 0 }, { min: 1 }, { min: 1, max: 2 }, { min: 2 }, { max: 1 }),
      })
      .map(({ setting, limits }) => ({ op: 'linesOfTherapy', setting, ...limits })),
    surgery: fc.record(
      {
        op: fc.constant('surgery'),
        procedure: fc.constantFrom('primary-resection', 'major', 'minor'),
        margin: fc.subarray(['R0', 'R1'], { minLength: 1 }),
        withinDays,
      },
      { requiredKeys: ['op', 'procedure'] },
    ),
    medication: medication(),
    condition: condition(),
    infection: fc.record(
      {
        op: fc.constant('infection'),
        agent: fc.constantFrom('HIV', 'HBV'),
        result: fc.constantFrom('positive', 'active', 'negative', 'past'),
        withinDays: fc.constantFrom(0, 28, 365),
      },
      { requiredKeys: ['op', 'agent', 'result'] },
    ),
    toxicity: toxicity(),
    otherMalignancy: fc.record(
      {
        op: fc.constant('otherMalignancy'),
        onlyTypes: fc.subarray(['nmsc-treated', 'cervical-cis', 'breast-cancer'], { minLength: 1 }),
        withinDays: fc.constantFrom(1826, 365, 0),
      },
      { requiredKeys: ['op'] },
    ),
    interval: fc
      .record({
        from: fc.constantFrom(
          ...['firstLine.end', 'firstLine.start', 'lastLine.end', 'surgery.primary-resection', 'surgery.minor'],
          ...['therapy.last(neoadjuvant|adjuvant|chemoradiotherapy).end', 'therapy.last(radiotherapy).end'],
        ),
        limits: fc.constantFrom({ minDays: 28 }, { maxDays: 28 }, { minDays: 14, maxDays: 84 }, { maxDays: 0 }),
      })
      .map(({ from, limits }) => ({ op: 'interval', from, to: 'anchor', ...limits })),
  }
}

function therapy(): fc.Arbitrary<Leaf> {
  const window = fc.oneof(
    fc.constant({}),
    fc.record({ withinDays }),
    fc.record({ orHalfLives: fc.constantFrom(2, 5, 2.5) }),
    fc.record({
      withinDays,
      orHalfLives: fc.constantFrom(2, 5, 2.5),
      whichever: fc.constantFrom<'longer' | 'shorter'>('longer', 'shorter'),
    }),
  )
  const asked = fc.record(
    {
      any: fc.subarray(['chemotherapy', 'platinum', 'anti-PD-1', 'radiotherapy', 'surgery', 'systemic-any'], {
        minLength: 1,
        maxLength: 2,
      }),
      forCurrentCancer: fc.boolean(),
      setting: fc.subarray(['adjuvant', 'palliative'], { minLength: 1 }),
      site: fc.constantFrom('target-lesion', 'non-target-lesion'),
      cyclesMin: fc.constantFrom(1, 4),
      cyclesMax: fc.constantFrom(4, 6),
    },
    { requiredKeys: ['any'] },
  )
  const rich = fc.tuple(asked, window).map(([parts, limits]): Leaf => ({ op: 'therapy', ...parts, ...limits }))
  const plain = fc.tuple(asked, window).map(([{ any }, limits]): Leaf => ({ op: 'therapy', any, ...limits }))
  return fc.oneof(rich, plain, plain)
}

function medication(): fc.Arbitrary<Leaf> {
  const time = fc.oneof(
    fc.record({ withinDays }),
    fc.constant({ status: 'active' as const }),
    fc.record({ status: fc.constant('active' as const), withinDays }),
  )
  const dose = fc.constantFrom(
    {},
    {},
    { doseMgPredEqMin: 10 },
    { doseMgPredEqMin: 10, doseCmp: '>' as const },
    { doseMgPredEqMin: 10, doseCmp: '>=' as const },
  )
  const only = fc.constantFrom({}, {}, { only: true })
  const concept = fc.constantFrom('lmwh', 'anticoagulant-therapeutic', 'vitamin-k-antagonist', 'live-vaccine')
  const steroid = fc.constant('systemic-corticosteroid')
  return fc
    .oneof(
      { weight: 1, arbitrary: fc.tuple(steroid, time, dose, only) },
      { weight: 2, arbitrary: fc.tuple(concept, time, fc.constant({}), only) },
    )
    .map(([name, ...parts]) => Object.assign({ op: 'medication' as const, concept: name }, ...parts))
}

function condition(): fc.Arbitrary<Leaf> {
  const op = fc.constant('condition' as const)
  const time = {
    status: fc.constantFrom('active' as const, 'history' as const),
    withinDays: fc.constantFrom(28, 183, 0, 1_000_000),
  }
  return fc.oneof(
    fc.record(
      { op, concept: fc.constantFrom('pregnancy', 'breastfeeding', 'stroke', 'active-infection'), ...time },
      { requiredKeys: ['op', 'concept'] },
    ),
    fc.record(
      { op, concept: fc.constant('autoimmune-disease'), ...time, needsSystemicTherapy: fc.boolean() },
      { requiredKeys: ['op', 'concept'] },
    ),
    fc.record(
      { op, concept: fc.constant('myasthenia-gravis'), ...time, severityMin: fc.constantFrom('MGFA-IV', 'MGFA-II') },
      { requiredKeys: ['op', 'concept'] },
    ),
  )
}

function toxicity(): fc.Arbitrary<Leaf> {
  const asked = fc.oneof(
    fc.record({ term: fc.constantFrom('alopecia', 'peripheral-neuropathy', 'any', 'immune-related', 'fatigue') }),
    fc.record({ onlyTerms: fc.subarray(['alopecia', 'peripheral-neuropathy', 'fatigue'], { minLength: 1 }) }),
  )
  const rest = fc.record(
    { gradeMin: fc.constantFrom(1, 2, 3), ever: fc.boolean(), withinDays: fc.constantFrom(14, 28, 1_000_000) },
    { requiredKeys: [] },
  )
  return fc.tuple(asked, rest).map(([which, how]) => ({ op: 'toxicity', ...which, ...how }))
}
