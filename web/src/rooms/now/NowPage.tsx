import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { BoardView } from './BoardView.tsx'
import classes from './board.module.css'
import { texts } from './texts.ts'
import { WaitingView } from './WaitingView.tsx'

/** What is burning now, and what waits for whoever looks. */
export function NowPage() {
  const t = useWords(texts)
  const { data: me } = useSuspenseQuery(look('/me'))
  const board = useQuery(look('/board'))
  const waiting = useQuery(look('/waiting'))
  const count = board.data && <span>{t('count', { count: board.data.incidents.length + board.data.more })}</span>
  const waits = waiting.data && waiting.data.waiting.length > 0
  return (
    <Page title={t('title')} beside={count}>
      <div className={classes.now} data-waiting={waits || undefined}>
        <Loaded from={board}>{(data) => <BoardView board={data} channelsAt={me.places.channel} />}</Loaded>
        {waits && <WaitingView waiting={waiting.data.waiting} channelsAt={me.places.channel} />}
      </div>
    </Page>
  )
}
