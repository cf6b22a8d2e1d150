import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { missingItemWords } from '../../format/missing-item.ts'

type MissingItem = components['schemas']['MissingItem']

/** The first item of the minimum set that was never recorded and how many more; those open below, so that a row stays a few lines high. */
export function MissingData({ missing }: { readonly missing: readonly MissingItem[] }) {
  const [first, ...others] = missing
  if (first === undefined) return 'Nothing'
  return (
    <div>
      {missingItemWords[first]}
      {others.length === 0 ? null : (
        <details className="app-more">
          <summary>and {countText(others.length)} more</summary>
          <ul className="app-more__list">
            {others.map((item) => (
              <li key={item}>{missingItemWords[item]}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
