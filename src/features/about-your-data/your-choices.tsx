/** Rights, opt-outs and whom to ask. */
export function YourChoices() {
  return (
    <>
      <h2 className="nhsuk-heading-m">What you can ask for</h2>
      <p>You can ask your hospital to:</p>
      <ul>
        <li>show you what it holds about you, and give you a copy</li>
        <li>put right what is wrong</li>
        <li>stop using your data in some way, and think again about why it does</li>
        <li>tell you why it holds your data, and which law lets it</li>
      </ul>
      <p>It costs nothing. Ask the team that cares for you, or the data protection officer of your hospital.</p>

      <h2 className="nhsuk-heading-m">Ask who has seen your record</h2>
      <p>
        This service makes a note each time somebody opens your record. Ask the privacy officer of your hospital for the
        list. It says what kind of person looked, where they work, on which day, and why. You can have it on paper.
      </p>

      <h2 className="nhsuk-heading-m">If you do not want this</h2>
      <p>
        You can tell your care team that you do not want to hear about research. They will write that down. From that
        moment this service shows them no trial for you. You can change your mind at any time.
      </p>
      <p>
        There is also a choice for all of England. It is called the national data opt-out. It stops the NHS from using
        your record for research and planning without asking you. Your own care team may still look for a trial for you,
        because that is part of your care. You can make the choice at{' '}
        <a href="https://www.nhs.uk/your-nhs-data-matters/">nhs.uk/your-nhs-data-matters</a>, or call{' '}
        <a href="tel:03003035678">0300 303 5678</a>.
      </p>

      <h2 className="nhsuk-heading-m">If you are not happy</h2>
      <p>
        Tell your hospital first. You can also tell the Information Commissioner’s Office. It makes sure that people’s
        data is kept safe. Go to <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk/make-a-complaint</a>, or call{' '}
        <a href="tel:03031231113">0303 123 1113</a>.
      </p>

      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">The law</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>
            Your hospital is the controller of your data. Its usual grounds in the UK General Data Protection Regulation
            are Article 6(1)(e), a public task, and Article 9(2)(h), health care. What you tell your care team is also
            kept in confidence. Your record goes to a trial team only with your agreement.
          </p>
        </div>
      </details>
    </>
  )
}
