import { Link } from 'react-router'
import { paths } from '../../data/paths.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { YourChoices } from './your-choices.tsx'

/** What people are told of the data about them, before anybody signs in. Written to be read at the age of eleven. */
export function AboutYourDataPage() {
  return (
    <div className="app-narrow">
      <PageHeading title="About your data" />
      <p>
        Your hospital uses this service to look for research trials for people with a rare cancer. This page tells you
        what it knows about you, and who can see it.
      </p>

      <h2 className="nhsuk-heading-m">What is held</h2>
      <ul>
        <li>your name, date of birth, sex and NHS number</li>
        <li>your hospital number, your postcode and your ethnic group</li>
        <li>the kind of cancer you have, your test results and your treatments</li>
        <li>which trials might suit you, and why</li>
        <li>if you are referred to a trial: what was sent, and what happened next</li>
      </ul>
      <p>It comes from your hospital’s own records. Your care team can add to it and put it right.</p>

      <h2 className="nhsuk-heading-m">Why it is held</h2>
      <p>
        Each trial has a long list of rules about who can join. A computer can check the list for you. It finds trials
        that your team might miss. It does not decide. Your doctors and the trial team do that, and then you do.
      </p>
      <p>You never have to join a trial. If you say no, your care stays just as good.</p>

      <h2 className="nhsuk-heading-m">Who can see it</h2>
      <ul>
        <li>Cancer doctors and nurses at your hospital can see your record.</li>
        <li>
          A trial team can see you only if you agree to be referred. They see the part of your record that was sent to
          them.
        </li>
        <li>
          A privacy officer checks who has looked at records. They see your name and numbers, not your test results.
        </li>
        <li>Managers and planners see how many people there are. They do not see who you are.</li>
        <li>The people who run the computers keep the service working. It does not show them your record.</li>
      </ul>
      <p>Nobody sells your data. It is not used for adverts or for insurance.</p>

      <h2 className="nhsuk-heading-m">How long it is kept</h2>
      <p>
        Your hospital decides this. It must follow the rules of the NHS on keeping records. Records about cancer are
        kept for many years, as you may need them later. The list of who has looked at your record is kept too. Nobody
        can change it.
      </p>

      <YourChoices />

      <h2 className="nhsuk-heading-m">When numbers leave the hospital</h2>
      <p>
        Sometimes a hospital gives numbers to somebody else, such as a university. The numbers say how many people there
        were. They do not say who. Each time this happens, it goes on a list that all can read.
      </p>
      <p>
        <Link to={paths.releases}>See the register of releases</Link>
      </p>
    </div>
  )
}
