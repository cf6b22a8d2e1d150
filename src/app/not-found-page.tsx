import { Link } from 'react-router'
import { paths } from '../data/paths.ts'
import { PageHeading } from '../ui/page-heading.tsx'

/** Any address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <p>The address does not lead to anything in this service. Check it, or start again from the home page.</p>
      <Link to={paths.home}>Go to the home page</Link>
    </>
  )
}
