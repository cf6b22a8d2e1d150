import { countText } from '../format/counts.ts'
import type { TreeRow } from './cancer-type-rows.ts'

export type CancerTypeCount = {
  readonly confirmed: number
  /** Patients whose codes allow this type and do not prove it. */
  readonly possible: number
}

type CancerTypeBranchProps = {
  readonly row: TreeRow
  readonly count: CancerTypeCount | null
  readonly isSelected: boolean
  readonly isTabStop: boolean
}

/** One row of the tree. The tree handles its keys and clicks and finds the row by `data-id`. */
export function CancerTypeBranch({ row, count, isSelected, isTabStop }: CancerTypeBranchProps) {
  const { type, depth, hasChildren, isOpen, position, siblings } = row
  const id = type.cancerTypeId
  return (
    <div
      className="app-tree__row"
      style={{ paddingInlineStart: `${(depth - 1) * 1.25}rem` }}
      role="treeitem"
      tabIndex={isTabStop ? 0 : -1}
      data-id={id}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(hasChildren ? { 'aria-expanded': isOpen } : {})}
    >
      <span
        className={`app-tree__arrow${hasChildren ? '' : ' app-tree__arrow--none'}`}
        aria-hidden="true"
        data-part="arrow"
      >
        {hasChildren ? (isOpen ? '▾' : '▸') : null}
      </span>
      <span className="app-tree__name">{type.name}</span>
      {count === null ? null : <Count {...count} />}
    </div>
  )
}

/** In a narrow column only the two numbers are seen, `12 + 3`; the tree says above them what they are. */
function Count(count: CancerTypeCount) {
  return (
    <span className="app-tree__count">
      <span aria-hidden="true">
        {countText(count.confirmed)}
        {count.possible === 0 ? null : ` + ${countText(count.possible)}`}
      </span>
      <span className="nhsuk-u-visually-hidden"> {countWords(count)}</span>
    </span>
  )
}

/** `12 with an exact code, 3 need a histology code`. */
export function countWords({ confirmed, possible }: CancerTypeCount): string {
  const sure = `${countText(confirmed)} with an exact code`
  if (possible === 0) return sure
  return `${sure}, ${countText(possible)} ${possible === 1 ? 'needs' : 'need'} a histology code`
}
