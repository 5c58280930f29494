import type { StatementAnswer } from '../../../../../src/rooms/api/contract.ts'
import { useWords } from '../../../kit/words/words.ts'
import classes from './summary.module.css'
import { texts } from './texts.ts'

/** Sentences, each with the message that it rests on, where that has an address. */
export function Statements({ of }: { of: readonly StatementAnswer[] }) {
  const t = useWords(texts)
  return (
    <ul className={classes.statements}>
      {of.map(({ words, sources }, n) => {
        const link = sources.find((source) => source.link)?.link
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may say the same, and the list is replaced as a whole.
          <li key={n}>
            {words}{' '}
            {link && (
              <a href={link} aria-label={t('link')}>
                ↗
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
