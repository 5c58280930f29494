import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { look } from '../../kit/api/look.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { timeOfDay } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Cut } from '../../ui/Cut.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Zone } from '../../ui/Zone.tsx'
import { texts } from './texts.ts'
import { WallBoard } from './WallBoard.tsx'
import classes from './wall.module.css'

/** The board alone, to be read from across the room. Its clock shows that it is alive. */
export function WallPage() {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const { data: me } = useSuspenseQuery(look('/me'))
  const board = useQuery(look('/board'))
  useEffect(() => {
    document.title = `${t('wall')} – sssbot`
  })
  return (
    <main className={classes.wall}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        {board.data && <span>{t('count', { count: board.data.incidents.length + board.data.more })}</span>}
        <Zone />
        <span className={classes.clock}>{timeOfDay(new Date(now).toISOString(), locale)}</span>
        {me.person && <Link to="/">{t('wall.back')}</Link>}
      </header>
      <Cut />
      <Loaded from={board}>{(data) => <WallBoard board={data} isLed={me.person !== null} />}</Loaded>
    </main>
  )
}
