import type { Looks } from '../../../../src/rooms/api/contract.ts'
import { useWords } from '../../kit/words/words.ts'
import { Empty } from '../../ui/Empty.tsx'
import classes from './board.module.css'
import { IncidentCard } from './IncidentCard.tsx'
import { texts } from './texts.ts'

/** All that is open, the worst first. */
export function BoardView({ board, channelsAt }: { board: Looks['/board']; channelsAt: string }) {
  const t = useWords(texts)
  if (board.incidents.length === 0) return <Empty title={t('none')}>{t('none.lead')}</Empty>
  return (
    <>
      <ul className={classes.board} aria-label={t('title')}>
        {board.incidents.map((row) => (
          <li key={row.id}>
            <IncidentCard row={row} channelsAt={channelsAt} />
          </li>
        ))}
      </ul>
      {board.more > 0 && <p>{t('more', { count: board.more })}</p>}
    </>
  )
}
