import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { look } from '../../kit/api/look.ts'
import { useWords } from '../../kit/words/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './gallery.module.css'
import { SampleView } from './SampleView.tsx'
import { texts } from './texts.ts'

/** What the bot says, part by part, in both languages side by side. */
export default function GalleryPage() {
  const t = useWords(texts)
  const { part } = useSearch({ from: '/shell/gallery' })
  const found = useQuery({
    ...look('/gallery', { query: part ? { part } : {} }),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      <Loaded from={found}>
        {({ parts, samples }) => (
          <>
            <nav aria-label={t('parts')} className={classes.parts}>
              {parts.map((each) => (
                <Link
                  key={each}
                  to="/gallery"
                  search={{ part: each }}
                  aria-current={each === (part ?? parts[0]) ? 'page' : undefined}
                >
                  {t(partName(each))}
                </Link>
              ))}
            </nav>
            {samples.map((sample) => (
              <SampleView key={sample.name} sample={sample} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

const known = [
  'home',
  'declaration',
  'card',
  'actions',
  'crew',
  'todos',
  'broadcast',
  'commands',
  'roll-call',
  'followed',
  'ladder',
  'learning',
  'talk',
  'sessions',
] as const

/** A part that is newer than this page has a name, too. */
const partName = (part: string): `part.${(typeof known)[number] | 'other'}` =>
  `part.${known.find((each) => each === part) ?? 'other'}`
