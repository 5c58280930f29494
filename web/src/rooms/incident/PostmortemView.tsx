import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { DetailAnswer } from '../../../../src/rooms/api/contract.ts'
import { look } from '../../kit/api/look.ts'
import { dayWords } from '../../kit/time/words.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { CommandButton } from './command/CommandButton.tsx'
import { Headed } from './Headed.tsx'
import classes from './incident.module.css'
import { texts } from './texts.ts'

// Fetched by who reads one: it is a third of the script of all other pages.
const Markdown = lazy(() => import('../../ui/Markdown.tsx'))

/** What was learned, as the record has it now. */
export function PostmortemView({ id, detail: { postmortem } }: { id: string; detail: DetailAnswer }) {
  const t = useWords(texts)
  const locale = useLocale()
  const [isOpen, open] = useState(false)
  const document = useQuery({ ...look('/incidents/{id}/postmortem', { path: { id } }), enabled: isOpen })
  return (
    <section aria-labelledby="postmortem">
      <Headed
        id="postmortem"
        title={t('postmortem')}
        beside={
          postmortem.gaps > 0 && (
            <CommandButton
              asked={{
                verb: 'write-section',
                argument: 'gaps',
                label: t('gaps.fill', { count: postmortem.gaps }),
              }}
            />
          )
        }
      />
      <p className={classes.soft}>
        {postmortem.owner ? t('postmortem.owner', { name: postmortem.owner.name }) : t('owner.none')}
        {postmortem.due_on && ` · ${t('due', { when: dayWords(postmortem.due_on, locale) })}`}
      </p>
      <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{t('postmortem.show')}</summary>
        {isOpen && (
          <Loaded from={document}>
            {({ markdown, missing }) => (
              <>
                {missing > 0 && <p>{t('postmortem.missing', { count: missing })}</p>}
                <Suspense fallback={null}>
                  <Markdown words={markdown} />
                </Suspense>
              </>
            )}
          </Loaded>
        )}
      </details>
    </section>
  )
}
