import cql from 'cql-execution'
import type { Tri } from '../../domain/eligibility/tri.ts'
import type { ElmNode } from './elm.ts'
import type { PlainPatient } from './plain-patient.ts'

/** The rules as one ELM library, each a definition under its own name, ready to be run. */
export function elmLibrary(rules: Readonly<Record<string, ElmNode>>): InstanceType<typeof cql.Library> {
  const patient = { type: 'SingletonFrom', operand: { type: 'Retrieve', dataType: 'Patient' } }
  const definition = (name: string, expression: ElmNode) => ({
    name,
    context: 'Patient',
    accessLevel: 'Public',
    expression,
  })
  return new cql.Library({
    library: {
      identifier: { id: 'Criteria', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      statements: {
        def: [
          definition('Patient', patient),
          ...Object.entries(rules).map(([name, expression]) => definition(name, expression)),
        ],
      },
    },
  })
}

/** What cql-execution answers for each patient and rule. Throws TypeError where that is no truth value at all. */
export async function runElm(
  library: InstanceType<typeof cql.Library>,
  patients: readonly PlainPatient[],
): Promise<ReadonlyMap<string, Readonly<Record<string, Tri>>>> {
  const remaining = patients.values()
  let current = remaining.next().value
  const source = {
    currentPatient: () => current,
    nextPatient: () => {
      current = remaining.next().value
      return current
    },
  }
  const { patientResults } = await new cql.Executor(library).exec(source)
  return new Map(Object.entries(patientResults).map(([patientId, results]) => [patientId, answersIn(results)]))
}

function answersIn(results: unknown): Readonly<Record<string, Tri>> {
  const values: readonly (readonly [string, unknown])[] = Object.entries(Object(results))
  return Object.fromEntries(
    values.flatMap(([name, value]) => (name === 'Patient' ? [] : [[name, triOfElm(name, value)]])),
  )
}

function triOfElm(name: string, value: unknown): Tri {
  if (value === null) return 'unknown'
  if (value === true) return 'met'
  if (value === false) return 'notMet'
  throw new TypeError(`The rule "${name}" gave ${String(value)}: true, false or null was expected`)
}
