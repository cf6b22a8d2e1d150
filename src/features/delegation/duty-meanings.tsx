import { duties } from '#domain/access/duty.ts'

/** What each duty lets somebody do. */
export function DutyMeanings() {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">What each duty lets somebody do</span>
      </summary>
      <div className="nhsuk-details__text">
        <dl>
          {duties.map(({ duty, label, meaning }) => (
            <div key={duty}>
              <dt>
                <strong>{label}</strong>
              </dt>
              <dd>{meaning}.</dd>
            </div>
          ))}
        </dl>
        <p>With any duty, somebody sees the referrals to the trial at this site and acknowledges them.</p>
      </div>
    </details>
  )
}
