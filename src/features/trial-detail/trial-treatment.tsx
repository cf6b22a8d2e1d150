import type { components } from '#api/schema.ts'
import { codeWords } from './code-words.ts'
import { Paragraphs } from './paragraphs.tsx'

type TrialTreatmentProps = Pick<components['schemas']['Trial'], 'arms' | 'interventions'>

/** What the patients of each arm are given. */
export function TrialTreatment({ arms, interventions }: TrialTreatmentProps) {
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="treatment">
      <h2 className="nhsuk-heading-m" id="treatment">
        Arms and interventions
      </h2>
      {arms.length === 0 ? <p>No arms are stated.</p> : null}
      {arms.map(({ label, type, description }) => (
        <div key={label}>
          <h3 className="nhsuk-heading-xs">
            {label}
            {type === null ? null : ` (${codeWords(type)})`}
          </h3>
          {description === null ? null : <Paragraphs text={description} />}
        </div>
      ))}
      {interventions.length === 0 ? (
        <p>No interventions are stated.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {interventions.map(({ type, name, description }) => (
            <li key={`${type} ${name}`}>
              {codeWords(type)}: {name}
              {description === null ? null : <Paragraphs text={description} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
