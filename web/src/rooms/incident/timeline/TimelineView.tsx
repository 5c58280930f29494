import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryAnswer } from '../../../../../src/rooms/api/contract.ts'
import { look } from '../../../kit/api/look.ts'
import { useWords } from '../../../kit/words/words.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { CommandButton } from '../command/CommandButton.tsx'
import { Headed } from '../Headed.tsx'
import incident from '../incident.module.css'
import { Entries } from './Entries.tsx'
import { type EntryKind, KindFilter } from './KindFilter.tsx'
import { texts } from './texts.ts'

/** What happened, in its order, narrowed to what somebody looks for. `mayHide`: who may put entries right sees those that were hidden, too. */
export function TimelineView({ id, mayHide }: { id: string; mayHide: boolean }) {
  const t = useWords(texts)
  const [chosen, choose] = useState<ReadonlySet<EntryKind>>(new Set())
  const timeline = useQuery(
    look('/incidents/{id}/timeline', { path: { id }, query: mayHide ? { hidden: 'true' } : {} }),
  )
  const [isHiddenShown, showHidden] = useState(false)
  const isShown = ({ hidden, kind }: EntryAnswer) =>
    (isHiddenShown || !hidden) && (chosen.size === 0 || chosen.has(kind))
  return (
    <section aria-labelledby="timeline">
      <Headed
        id="timeline"
        title={t('timeline')}
        beside={<CommandButton asked={{ verb: 'add-entry', label: t('note.add') }} />}
      />
      <Loaded from={timeline}>
        {({ entries, people }) => {
          const hidden = entries.filter((entry) => entry.hidden).length
          return (
            <>
              <KindFilter
                entries={entries.filter((entry) => isHiddenShown || !entry.hidden)}
                chosen={chosen}
                onChange={choose}
                hidden={hidden}
                isHiddenShown={isHiddenShown}
                onHidden={showHidden}
              />
              {entries.length === 0 && <p className={incident.soft}>{t('none')}</p>}
              <Entries entries={entries.filter(isShown)} people={people} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
