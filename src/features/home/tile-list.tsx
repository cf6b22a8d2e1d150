import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { Tile } from '../../ui/tile.tsx'
import { homeTiles } from './home-tiles.ts'

type CountedTiles = components['schemas']['Home']['tiles']

/** The numbers as tiles; what is only now and then anybody's work, and nothing today, in one line below them. */
export function TileList({ tiles }: { readonly tiles: CountedTiles }) {
  const isQuiet = ({ tile, count }: CountedTiles[number]) => count === 0 && homeTiles[tile].isOccasional === true
  return (
    <>
      <ul className="app-tiles">
        {tiles
          .filter((each) => !isQuiet(each))
          .map(({ tile, count }) => {
            const { label, to, isUrgent = false } = homeTiles[tile]
            return (
              <li key={tile}>
                <Tile label={label(count)} count={count} to={to} isUrgent={isUrgent} />
              </li>
            )
          })}
      </ul>
      <NothingWaiting tiles={tiles.filter(isQuiet)} />
    </>
  )
}

function NothingWaiting({ tiles }: { readonly tiles: CountedTiles }) {
  if (tiles.length === 0) return null
  return (
    <p className="app-tiles-quiet">
      Nothing waiting:{' '}
      {tiles.map(({ tile, count }, place) => (
        <span key={tile}>
          {place === 0 ? '' : ', '}
          <Link to={homeTiles[tile].to}>{homeTiles[tile].label(count)}</Link>
        </span>
      ))}
    </p>
  )
}
