import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { WaitingRow } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Due } from './Due.tsx'
import { texts } from './texts.ts'
import classes from './waiting.module.css'

/** So many stand there before somebody asks for all: more would hide what burns. */
const mostAtOnce = 5

/** What waits for whoever looks, and where they do it. */
export function WaitingView({ waiting, channelsAt }: { waiting: readonly WaitingRow[]; channelsAt: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const [isWhole, showWhole] = useState(false)
  const shown = isWhole ? waiting : waiting.slice(0, mostAtOnce)
  return (
    <section className={classes.waiting} aria-labelledby="waiting">
      <h2 id="waiting">
        {t('waiting')} <span>{waiting.length}</span>
      </h2>
      <ul>
        {shown.map(({ what, incident, words, due }) => (
          <li key={`${incident.id} ${what} ${words ?? ''}`}>
            <strong>{t(`waiting.${what}`, { words: words ?? t('waiting.gone') })}</strong>
            {due && <Due at={due} now={now} />}
            <span className={classes.where}>
              {incident.service[locale]} ·{' '}
              <Link to="/incidents/$id" params={{ id: incident.id }}>
                {incident.summary}
              </Link>
              {incident.channel.id && (
                <>
                  {' · '}
                  <a href={`${channelsAt}${incident.channel.id}`}>#{incident.channel.name}</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {waiting.length > mostAtOnce && (
        <button type="button" className={classes.all} aria-expanded={isWhole} onClick={() => showWhole(!isWhole)}>
          {isWhole ? t('waiting.less') : t('waiting.all', { count: waiting.length })}
        </button>
      )}
    </section>
  )
}
