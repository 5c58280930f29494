import { useQuery } from '@tanstack/react-query'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { ForSome } from '../../ui/ForSome.tsx'
import classes from './settings.module.css'
import { texts } from './texts.ts'

/** The settings as they are in force, for who administers the bot. */
export default function SettingsPage() {
  const t = useWords(texts)
  const found = useQuery(look('/settings'))
  return (
    <ForSome title={t('title')} from={found} forbidden={t('forbidden')} above={<p>{t('lead')}</p>}>
      {({ settings, refused }) => (
        <>
          {refused.length > 0 ? (
            <section aria-labelledby="refused" className={classes.refused}>
              <h2 id="refused">{t('refused')}</h2>
              <ul>
                {refused.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ) : (
            <p>{t('fine')}</p>
          )}
          <div className={classes.parts}>
            {Object.entries(settings).map(([part, value]) => (
              <Part key={part} name={part} value={value} />
            ))}
          </div>
        </>
      )}
    </ForSome>
  )
}

/** A part of the settings; what is one word stands there whole. */
function Part({ name, value }: { name: string; value: unknown }) {
  if (typeof value !== 'object' || value === null)
    return (
      <div className={classes.part}>
        <code>{name}</code> <span>{inShort(value)}</span>
      </div>
    )
  return (
    <details className={classes.part}>
      <summary>
        <code>{name}</code> <span>{inShort(value)}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled by keyboard, too. */}
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  )
}

/** What stands beside a closed part: what it is, or what it is made of. */
function inShort(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '—')
  const names = Array.isArray(value) ? value.map((each) => keyOf(each)) : Object.keys(value)
  return names.filter(Boolean).join(', ')
}

const keyOf = (each: unknown): string =>
  typeof each === 'object' && each !== null ? ('key' in each ? String(each.key) : '') : String(each)
