import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { BoardView } from './BoardView.tsx'
import { texts } from './texts.ts'
import classes from './wall.module.css'

/** The board alone, to be read from across the room. */
export function WallPage() {
  const t = useWords(texts)
  const { data: me } = useSuspenseQuery(look('/me'))
  const board = useQuery(look('/board'))
  useEffect(() => {
    document.title = `${t('wall')} – sssbot`
  })
  return (
    <main className={classes.wall}>
      <h1 className={classes.title}>{t('title')}</h1>
      <Loaded from={board}>{(data) => <BoardView board={data} channelsAt={me.places.channel} />}</Loaded>
      {me.person && (
        <Link to="/" className={classes.back}>
          {t('wall.back')}
        </Link>
      )}
    </main>
  )
}
