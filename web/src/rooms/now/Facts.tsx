import type { ReactNode } from 'react'
import type { BoardRow } from '../../../../src/rooms/api/contract.ts'
import { lasting } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './card.module.css'
import { promisedOf } from './promised.ts'
import { texts } from './texts.ts'

/** Who leads, what was said last, when the next is due, and what is missing. */
export function Facts({ row, now }: { row: BoardRow; now: number }) {
  const t = useWords(texts)
  return (
    <>
      <dl className={classes.facts}>
        <Fact name={t('handler')} alarm={row.handler === null && row.status === 'responding'}>
          {row.handler?.name ?? t('handler.none')}
        </Fact>
        <Fact name={t('update')}>
          <LastUpdate row={row} now={now} />
        </Fact>
        {row.status === 'responding' && <NextUpdate at={row.next_update_at} now={now} />}
        {row.todos.all > 0 && <Fact name={t('todos')}>{t('todos.count', row.todos)}</Fact>}
      </dl>
      {row.missing.length > 0 && (
        <div className={classes.missing}>
          <span id={`missing-${row.id}`}>{t(row.status === 'responding' ? 'missing' : 'left')}</span>
          <ul aria-labelledby={`missing-${row.id}`}>
            {row.missing.map((each) => (
              <li key={each}>{t(`missing.${each}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** `alarm`: somebody should do something about it. */
function Fact({ name, alarm = false, children }: { name: string; alarm?: boolean; children: ReactNode }) {
  return (
    <div data-alarm={alarm || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function LastUpdate({ row: { update }, now }: { row: BoardRow; now: number }) {
  const t = useWords(texts)
  const locale = useLocale()
  if (!update) return t('update.none')
  const ago = (at: string) => lasting(now - Date.parse(at), locale)
  return (
    <>
      <time dateTime={update.at}>{t('update.ago', { ago: ago(update.at) })}</time> · {update.by.name}
      <span className={classes.condition}>{update.condition}</span>
      {update.unchanged_at && <span>{t('update.unchanged', { ago: ago(update.unchanged_at) })}</span>}
    </>
  )
}

function NextUpdate({ at, now }: { at: string | null; now: number }) {
  const t = useWords(texts)
  const locale = useLocale()
  const { is, gaps, isLate } = promisedOf(at, now, locale)
  const words = t(`next.${is}`, gaps)
  return (
    <Fact name={t('next')} alarm={isLate}>
      {at === null ? words : <time dateTime={at}>{words}</time>}
    </Fact>
  )
}
