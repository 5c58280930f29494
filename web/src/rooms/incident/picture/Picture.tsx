import type { ReactNode } from 'react'
import { lasting, moment } from '../../../kit/time/words.ts'
import { useLocale } from '../../../kit/words/locale.ts'
import { useWords } from '../../../kit/words/words.ts'
import { Headed } from '../Headed.tsx'
import { barsOf, type Moments, momentNames } from './moments.ts'
import classes from './picture.module.css'
import { shortenedIn, TwoBars } from './TwoBars.tsx'
import { texts } from './texts.ts'

type Props = { moments: Moments; status: string; now: number; beside?: ReactNode }

/** The same three times: as a sentence, as a picture, and as a table. */
export function Picture({ moments, status, now, beside }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const { users, organisation } = barsOf(moments, status, now)
  const lasted = (bar: { from: number; to: number }) => lasting(bar.to - bar.from, locale)
  const sentence = [
    t(`said.${users.isOver ? 'over' : 'open'}${users.isStartKnown ? '' : '.unknown'}`, { lasted: lasted(users) }),
    t('said.work', { lasted: lasted(organisation), still: t(`said.work.${organisation.isOver ? 'over' : 'open'}`) }),
  ].join(locale === 'ja' ? '' : ' ')
  const shortened = shortenedIn(moments, status, now)
    .map(({ from, to }) => lasting(to - from, locale))
    .join(locale === 'ja' ? '、' : ', ')
  const isOver = status !== 'responding' && status !== 'recovered'
  return (
    <section aria-labelledby="picture">
      <Headed id="picture" title={t('title')} beside={beside} />
      <p>{sentence}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is wider than the screen, and scrolled by keyboard, too. */}
      <div className={classes.frame} tabIndex={0}>
        <TwoBars moments={moments} status={status} now={now} label={sentence} />
      </div>
      {shortened.length > 0 && <p className={classes.scale}>{t('shortened', { lengths: shortened })}</p>}
      <table className={classes.table} aria-labelledby="picture">
        <thead>
          <tr>
            <th scope="col">{t('moment')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('from-declared')}</th>
          </tr>
        </thead>
        <tbody>
          {momentNames.map((name, n) => {
            const at = moments[name]
            const isToCome = name !== 'occurred' && name !== 'detected' && !isOver
            return (
              <tr key={name}>
                <th scope="row">
                  {n + 1}. {t(name)}
                </th>
                <td>
                  {at === null ? t(isToCome ? 'not-yet' : 'unknown') : moment(new Date(at).toISOString(), locale)}
                </td>
                <td>
                  {at === null || name === 'declared' ? '' : <Beside at={at} declared={moments.declared ?? at} />}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Beside({ at, declared }: { at: number; declared: number }) {
  const t = useWords(texts)
  const locale = useLocale()
  const time = lasting(Math.abs(at - declared), locale)
  return t(at < declared ? 'before' : 'after', { time })
}
