import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { look, Refused } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Lost } from '../../ui/Lost.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActPanel } from './command/ActPanel.tsx'
import { Commander } from './command/Commander.tsx'
import { IncidentView } from './IncidentView.tsx'
import { Lists } from './Lists.tsx'
import { PostmortemView } from './PostmortemView.tsx'
import { SummaryView } from './summary/SummaryView.tsx'
import { TimelineView } from './TimelineView.tsx'
import { texts } from './texts.ts'

/** One incident, during it and years after it. */
export function IncidentPage() {
  const t = useWords(texts)
  const { id } = useParams({ from: '/shell/incidents/$id' })
  const path = { id }
  const { data: catalog } = useSuspenseQuery(look('/catalog'))
  const { data: me } = useSuspenseQuery(look('/me'))
  const detail = useQuery(look('/incidents/{id}/detail', { path }))
  const timeline = useQuery(look('/incidents/{id}/timeline', { path }))
  if (detail.error instanceof Refused && detail.error.problem.status === 404) return <Lost />
  return (
    <Loaded from={detail}>
      {(data) => (
        <Page title={data.incident.summary} beside={<Link to="/incidents">{t('back')}</Link>}>
          <Commander id={id} may={data.can.respond}>
            <IncidentView
              detail={data}
              catalog={catalog}
              channelsAt={me.places.channel}
              act={data.can.respond && <ActPanel id={id} />}
            >
              <SummaryView id={id} drafts={data.drafts} />
              <Lists detail={data} catalog={catalog} />
              <Loaded from={timeline}>
                {({ entries, people }) => <TimelineView entries={entries} people={people} />}
              </Loaded>
              <PostmortemView id={id} detail={data} />
            </IncidentView>
          </Commander>
        </Page>
      )}
    </Loaded>
  )
}
