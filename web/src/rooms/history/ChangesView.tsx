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
          <time dateTime={at} className={classes.when}>
            {moment(at, locale)}
          </time>
          <span className={classes.what}>
            <strong>{words}</strong>
            {turns.map(({ what, from, to }) => (
              <span key={what} className={classes.turn}>
                {what}: <del>{from ?? t('nothing')}</del> → <ins>{to ?? t('nothing')}</ins>
              </span>
            ))}
            {reason && <span>{t('reason', { reason })}</span>}
            {can_undo && (
              <span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('undo')}: ${words}`}
                  onClick={() => onUndo(id)}
                >
                  {t('undo')}
                </Button>
              </span>
            )}
          </span>
          <span className={classes.who}>
            {who ?? t('bot')} · {t(`door.${door}`, { token: token ?? '' })}
          </span>
        </li>
      ))}
    </ol>
  )
}
