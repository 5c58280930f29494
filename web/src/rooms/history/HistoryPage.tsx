import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { look, Refused } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Lost } from '../../ui/Lost.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { ChangesView } from './ChangesView.tsx'
import { ReadingsView } from './ReadingsView.tsx'
import { texts } from './texts.ts'
import { useUndo } from './undo.ts'

/** Who changed what of an incident. */
export default function HistoryPage() {
  const t = useWords(texts)
  const { id } = useParams({ from: '/shell/incidents/$id/history' })
  const { cursor } = useSearch({ from: '/shell/incidents/$id/history' })
  const changes = useQuery({
    ...look('/incidents/{id}/changes', { path: { id }, query: cursor ? { cursor } : {} }),
    placeholderData: keepPreviousData,
  })
  const undo = useUndo(id)
  if (changes.error instanceof Refused && changes.error.problem.status === 404) return <Lost />
  const back = (
    <Link to="/incidents/$id" params={{ id }}>
      {t('back')}
    </Link>
  )
  return (
    <Loaded from={changes}>
      {(data) => (
        <Page title={t('title', { summary: data.incident.summary })} back={back}>
          <p>{t('lead')}</p>
          <p role="alert">{undo.error?.message}</p>
          <div role="status">{undo.isSuccess && t('undone')}</div>
          <ChangesView changes={data.changes} onUndo={(change) => undo.mutate(change)} />
          <Pager>
            {cursor && (
              <Link to="/incidents/$id/history" params={{ id }}>
                {t('first')}
              </Link>
            )}
            {data.next !== null && (
              <Link to="/incidents/$id/history" params={{ id }} search={{ cursor: String(data.next) }}>
                {t('next')}
              </Link>
            )}
          </Pager>
          {data.can.readings && <ReadingsView id={id} />}
        </Page>
      )}
    </Loaded>
  )
}
