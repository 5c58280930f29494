import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { look, Refused } from '../../kit/api/look.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Lost } from '../../ui/Lost.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActPanel } from './command/ActPanel.tsx'
import { Commander } from './command/Commander.tsx'
import { IncidentView } from './IncidentView.tsx'
import { Levels } from './Levels.tsx'
import { PostmortemView } from './PostmortemView.tsx'
import { People } from './people/People.tsx'
import { SummaryView } from './summary/SummaryView.tsx'
import { Actions, Todos } from './Tasks.tsx'
import { texts } from './texts.ts'
import { TimelineView } from './timeline/TimelineView.tsx'
import { Updates } from './Updates.tsx'

/** One incident, during it and years after it. */
export function IncidentPage() {
  const t = useWords(texts)
  const { id } = useParams({ from: '/shell/incidents/$id' })
  const { data: catalog } = useSuspenseQuery(look('/catalog'))
  const { data: me } = useSuspenseQuery(look('/me'))
  const now = useBotTime()
  const detail = useQuery(look('/incidents/{id}/detail', { path: { id } }))
  if (detail.error instanceof Refused && detail.error.problem.status === 404) return <Lost />
  return (
    <Loaded from={detail}>
      {(data) => {
        const isOpen = data.incident.status === 'responding' || data.incident.status === 'recovered'
        return (
          <Page title={data.incident.summary} back={<Link to="/incidents">{t('back')}</Link>}>
            <Commander id={id} may={data.can.respond}>
              <IncidentView
                detail={data}
                catalog={catalog}
                channelsAt={me.places.channel}
                summary={<SummaryView id={id} drafts={data.drafts} />}
                side={
                  <>
                    {data.can.respond && <ActPanel id={id} />}
                    <People detail={data} now={now} isOpen={isOpen} />
                    <Levels levels={data.levels} catalog={catalog} isOpen={isOpen} />
                    <Todos todos={data.todos} isOpen={isOpen} />
                    <Actions actions={data.actions} />
                  </>
                }
              >
                <Updates updates={data.updates} isOpen={isOpen} />
                <TimelineView id={id} mayHide={data.can.respond} />
                <PostmortemView id={id} detail={data} />
              </IncidentView>
            </Commander>
          </Page>
        )
      }}
    </Loaded>
  )
}
