import { Button } from '@mantine/core'
import type { ChangeAnswer } from '../../../../src/rooms/api/contract.ts'
import { moment } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './history.module.css'
import { texts } from './texts.ts'

type Props = { changes: readonly ChangeAnswer[]; onUndo(id: string): void }

export function ChangesView({ changes, onUndo }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  if (changes.length === 0) return <p>{t('none')}</p>
  return (
    <ol className={classes.changes}>
      {changes.map(({ id, at, who, door, token, words, turns, reason, can_undo }) => (
        <li key={id}>
          <span className={classes.when}>
            <time dateTime={at}>{moment(at, locale)}</time>
            <span>{who ?? t('bot')}</span>
            <span>{t(`door.${door}`, { token: token ?? '' })}</span>
          </span>
          <span className={classes.what}>
            <strong>{words}</strong>
            {turns.map(({ what, from, to }) => (
              <span key={what} className={classes.turn}>
                {what}: <del>{from ?? t('nothing')}</del> → <ins>{to ?? t('nothing')}</ins>
              </span>
            ))}
            {reason && <span>{t('reason', { reason })}</span>}
          </span>
          {can_undo && (
            <Button variant="default" size="xs" aria-label={`${t('undo')}: ${words}`} onClick={() => onUndo(id)}>
              {t('undo')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
