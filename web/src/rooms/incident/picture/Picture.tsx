import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { clock, lasting } from '../../../kit/time/words.ts'
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
  const { ref, width } = useElementSize()
  const { users, organisation } = barsOf(moments, status, now)
  const lasted = (bar: { from: number; to: number }) => lasting(bar.to - bar.from, locale)
  const known = !users.isStated ? '.unstated' : users.isStartKnown ? '' : '.unknown'
  const sentence = [
    t(`said.${users.isOver ? 'over' : 'open'}${known}`, { lasted: lasted(users) }),
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
      <div className={classes.frame} ref={ref}>
        <TwoBars moments={moments} status={status} now={now} label={sentence} room={width} />
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
            const before = momentNames.slice(0, n).flatMap((each) => moments[each] ?? [])
            const isToCome = name !== 'occurred' && name !== 'detected' && !isOver
            return (
              <tr key={name}>
                <th scope="row">
                  {n + 1}. {t(name)}
                </th>
                <td>{at === null ? t(isToCome ? 'not-yet' : 'unknown') : <When at={at} before={before.at(-1)} />}</td>
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

/** A moment; its day stands there only where it is not that of the moment above it. In milliseconds. */
function When({ at, before }: { at: number; before: number | undefined }) {
  const locale = useLocale()
  const iso = new Date(at).toISOString()
  return <time dateTime={iso}>{clock(iso, before ?? 0, locale)}</time>
}

function Beside({ at, declared }: { at: number; declared: number }) {
  const t = useWords(texts)
  const locale = useLocale()
  const time = lasting(Math.abs(at - declared), locale)
  return t(at < declared ? 'before' : 'after', { time })
}
