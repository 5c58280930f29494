import type { WaitingRow } from '../../../../src/rooms/api/contract.ts'
import { useBotTime } from '../../kit/time/bot-time.ts'
import { clock, dayWords } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { texts } from './texts.ts'
import classes from './waiting.module.css'

/** What waits for whoever looks, and where they do it. */
export function WaitingView({ waiting, channelsAt }: { waiting: readonly WaitingRow[]; channelsAt: string }) {
  const t = useWords(texts)
  const locale = useLocale()
  const now = useBotTime()
  const due = (text: string) => (text.includes('T') ? clock(text, now, locale) : dayWords(text, locale))
  return (
    <section className={classes.waiting} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      <ul>
        {waiting.map(({ what, incident, words, due: at }) => (
          <li key={`${incident.id} ${what} ${words ?? ''}`}>
            <span>
              <strong>{t(`waiting.${what}`, { words: words ?? t('waiting.gone') })}</strong>
              {at && <span className={classes.due}>{t('due', { when: due(at) })}</span>}
            </span>
            <span className={classes.where}>
              {incident.service[locale]} · {incident.summary}
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
    </section>
  )
}
