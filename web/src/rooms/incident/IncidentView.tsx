import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CatalogAnswer, DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { CommandButton } from './command/CommandButton.tsx'
import { Headed } from './Headed.tsx'
import classes from './incident.module.css'
import { momentsOf } from './picture/moments.ts'
import { Picture } from './picture/Picture.tsx'
import { texts } from './texts.ts'

type Props = {
  detail: DetailAnswer
  catalog: CatalogAnswer
  channelsAt: string
  summary: ReactNode
  /** What can be done, and who does it. */
  side: ReactNode
  children: ReactNode
}

/** How it stands, what can be done, when it was, and, as `children`, what was said and learned. Wide screens have what can be done beside it. */
export function IncidentView({ detail, catalog, channelsAt, summary, side, children }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const { incident, problems } = detail
  const level = catalog.levels.find(({ key }) => key === incident.level)
  const service = catalog.services.find(({ key }) => key === incident.service)?.name[locale] ?? incident.service
  const isOpen = incident.status === 'responding' || incident.status === 'recovered'
  const handler = detail.roles.find(({ role, until }) => role === 'handler' && until === null)
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <p className={classes.marks}>
          <span data-status={incident.status}>{t(incident.status)}</span>
          <span className={classes.dotted} style={{ color: level?.color ?? 'var(--line)' }}>
            <span>{level?.name[locale] ?? incident.level ?? t('level.none')}</span>
          </span>
          <span>{service}</span>
          {isOpen && (
            <span data-alarm={(!handler && incident.status === 'responding') || undefined}>
              {handler ? t('handler', { name: handler.person.name }) : t('handler.none')}
            </span>
          )}
          {incident.kind !== 'real' && <span>{t(incident.kind)}</span>}
          {incident.visibility === 'private' && <span>{t('private')}</span>}
          {incident.tags.map((tag) => (
            <Link key={tag} to="/incidents" search={{ tag }}>
              #{tag}
            </Link>
          ))}
        </p>
        <p className={classes.soft}>
          {t('declared', { name: detail.declared_by.name, when: moment(incident.declared_at, locale) })}
          {incident.channel.id && (
            <>
              {' · '}
              <a href={`${channelsAt}${incident.channel.id}`}>{t('channel', { name: incident.channel.name })}</a>
            </>
          )}
          {' · '}
          <Link to="/incidents/$id/history" params={{ id: incident.id }}>
            {t('history')}
          </Link>
        </p>
      </div>
      <div className={classes.lead}>
        <section aria-labelledby="impact">
          <Headed
            id="impact"
            title={t('impact')}
            beside={<CommandButton asked={{ verb: 'edit-summary', label: t('edit.summary') }} />}
          />
          <p className={incident.impact ? classes.words : classes.soft}>{incident.impact ?? t('impact.none')}</p>
        </section>
        {problems.length > 0 && (
          <section aria-labelledby="problems" className={classes.problems}>
            <h2 id="problems">{t('problems')}</h2>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </section>
        )}
        {summary}
      </div>
      <div className={classes.side}>{side}</div>
      <div className={classes.rest}>
        <Picture
          moments={momentsOf(detail)}
          status={incident.status}
          now={now}
          beside={<CommandButton asked={{ verb: 'edit-times', label: t('edit.times') }} />}
        />
        {children}
      </div>
    </div>
  )
}
