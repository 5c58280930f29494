import { Fragment } from 'react'
import type { DrawnSample } from '../../../../src/rooms/api/contract.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './gallery.module.css'
import { texts } from './texts.ts'

/** One message or form in one state, in both languages. */
export function SampleView({ sample }: { sample: DrawnSample }) {
  const t = useWords(texts)
  const { name, to } = sample
  return (
    <section aria-labelledby={name} className={classes.sample}>
      <h2 id={name}>
        <code>{name}</code> <span>{t(`to.${to}`)}</span>
      </h2>
      <div className={classes.pair}>
        {(['ja', 'en'] as const).map((locale) => (
          <Surface key={locale} locale={locale} drawn={sample[locale]} />
        ))}
      </div>
    </section>
  )
}

function Surface({ locale, drawn: { title, parts, buttons } }: { locale: 'ja' | 'en'; drawn: DrawnSample['ja'] }) {
  return (
    <div lang={locale} className={classes.surface}>
      {title && <p className={classes.heading}>{title}</p>}
      {parts.map((part, n) => (
        // The parts of a picture never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Part key={n} part={part} />
      ))}
      {buttons.length > 0 && (
        <p className={classes.foot}>
          {buttons.map((words, n) => (
            <span key={words} className={classes.button} data-first={n === 0 || undefined}>
              {words}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function Part({ part: { is, words, within, isFirst, options = [] } }: { part: DrawnSample['ja']['parts'][number] }) {
  switch (is) {
    case 'line':
      return <hr />
    case 'button':
      return (
        <span className={classes.button} data-first={isFirst || undefined}>
          {words}
        </span>
      )
    case 'menu':
      return (
        <span className={classes.menu}>
          {words} ▾{options.length > 0 && <small> {options.join(' / ')}</small>}
        </span>
      )
    case 'field':
      return (
        <p className={classes.field}>
          <strong>{words}</strong>
          <span>{within}</span>
        </p>
      )
    default:
      return (
        <p className={classes[is]}>
          <Marked words={words} />
        </p>
      )
  }
}

/** What stands between Slack's backticks is code, to the letter; its stars are bold. */
function Marked({ words }: { words: string }) {
  return words.split(/`([^`\n]+)`/).map((piece, n) => (
    // The pieces of one text never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={n}>{n % 2 === 1 ? <code>{piece}</code> : <Starred words={piece} />}</Fragment>
  ))
}

function Starred({ words }: { words: string }) {
  const pieces = words.split(/(?<![\p{L}\p{N}*])\*([^*\n]+)\*(?![\p{L}\p{N}*])/u)
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
  return pieces.map((piece, n) => (n % 2 === 1 ? <strong key={n}>{piece}</strong> : piece))
}
