import { useQuery } from '@tanstack/react-query'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { useEndSession } from './end-session.ts'
import { SessionsView } from './SessionsView.tsx'
import { texts } from './texts.ts'

/** Where whoever looks is signed in; for who administers the bot, where everybody is. */
export function SessionsPage() {
  const t = useWords(texts)
  const sessions = useQuery(look('/sessions'))
  const end = useEndSession()
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      <Loaded from={sessions}>
        {(data) => <SessionsView sessions={data.sessions} onEnd={(id) => end.mutate(id)} />}
      </Loaded>
    </Page>
  )
}
