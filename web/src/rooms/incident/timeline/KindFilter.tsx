import type { EntryAnswer } from '../../../../../src/rooms/api/contract.ts'
import { useWords } from '../../../kit/words/words.ts'
import { texts } from './texts.ts'
import classes from './timeline.module.css'

export type EntryKind = EntryAnswer['kind']

/** In the order in which people look for them. */
const kinds: readonly EntryKind[] = ['course', 'updates', 'said', 'written', 'people', 'todos', 'missed', 'channel']

type Props = {
  entries: readonly EntryAnswer[]
  chosen: ReadonlySet<EntryKind>
  onChange(chosen: ReadonlySet<EntryKind>): void
  /** How many are hidden; where there are any it is asked whether they are shown. */
  hidden: number
  isHiddenShown: boolean
  onHidden(isShown: boolean): void
}

/** Which kinds of entries are shown; all, where none is chosen. A kind that does not occur is not offered. */
export function KindFilter({ entries, chosen, onChange, hidden, isHiddenShown, onHidden }: Props) {
  const t = useWords(texts)
  const counts = Map.groupBy(entries, ({ kind }) => kind)
  const offered = kinds.filter((kind) => counts.has(kind) || chosen.has(kind))
  const turn = (kind: EntryKind) => {
    const others = new Set(chosen)
    if (!others.delete(kind)) others.add(kind)
    onChange(others)
  }
  if (offered.length < 2 && hidden === 0) return null
  return (
    <fieldset aria-label={t('filter')} className={classes.filter}>
      <button type="button" aria-pressed={chosen.size === 0} onClick={() => onChange(new Set())}>
        {t('all')}
      </button>
      {offered.map((kind) => (
        <button key={kind} type="button" aria-pressed={chosen.has(kind)} onClick={() => turn(kind)}>
          {t(kind)} <span>{counts.get(kind)?.length ?? 0}</span>
        </button>
      ))}
      {hidden > 0 && (
        <button type="button" aria-pressed={isHiddenShown} onClick={() => onHidden(!isHiddenShown)}>
          {t('hidden')} <span>{hidden}</span>
        </button>
      )}
    </fieldset>
  )
}
