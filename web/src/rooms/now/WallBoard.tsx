import type { Looks } from '../../../../src/rooms/api/contract.ts'
import { useWords } from '../../kit/words/words.ts'
import { texts } from './texts.ts'
import { WallRow } from './WallRow.tsx'
import classes from './wall.module.css'

/** Nobody scrolls a wall, and more rows would be too small for four metres. */
const mostRows = 8
/** Fewer do not grow any further. */
const fewestRows = 5

/** The worst of what is open, as large as the screen allows. `isLed`: whoever looks may open the page of each. */
export function WallBoard({ board, isLed }: { board: Looks['/board']; isLed: boolean }) {
  const t = useWords(texts)
  const shown = board.incidents.slice(0, mostRows)
  const more = board.incidents.length - shown.length + board.more
  if (shown.length === 0)
    return (
      <p className={classes.calm} role="status">
        {t('wall.calm')}
      </p>
    )
  const fontSize = `max(1rem, min(2.5vw, (100vh - 8rem) / ${Math.max(shown.length, fewestRows)} / 3.9))`
  return (
    <>
      <ul className={classes.rows} aria-label={t('title')} style={{ fontSize }}>
        {shown.map((row) => (
          <li key={row.id}>
            <WallRow row={row} isLed={isLed} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.more}>{t('more', { count: more })}</p>}
    </>
  )
}
