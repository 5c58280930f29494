import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { CatalogAnswer } from '../../../../src/rooms/api/contract.ts'
import { useLocale } from '../../kit/words/locale.ts'
import { useWords } from '../../kit/words/words.ts'
import classes from './filters.module.css'
import { type FilterName, filtersIn, type Search } from './search.ts'
import { TextFilter } from './TextFilter.tsx'
import { texts } from './texts.ts'

/** Rarely used: folded away until somebody opens them, or one of them narrows the list where there is room to show it. */
const seldom: readonly FilterName[] = ['type', 'tag', 'kind', 'visibility', 'person', 'from', 'to']

type Props = { search: Search; catalog: CatalogAnswer; onChange(changed: Search): void }

/** What the list is narrowed to. */
export function FilterBar({ search, catalog, onChange }: Props) {
  const t = useWords(texts)
  const locale = useLocale()
  const named = (all: readonly { key: string; name: { ja: string; en: string } }[]) =>
    all.map(({ key, name }) => ({ value: key, label: name[locale] }))
  const statuses = ['open', 'responding', 'recovered', 'completed', 'cancelled', 'merged'] as const
  const choices: Partial<Record<FilterName, { value: string; label: string }[]>> = {
    status: statuses.map((each) => ({ value: each, label: t(`status.${each}`) })),
    service: named(catalog.services),
    level: named(catalog.levels.toReversed()),
    type: named(catalog.types),
    visibility: (['public', 'private'] as const).map((each) => ({ value: each, label: t(`visibility.${each}`) })),
  }
  const choice = (name: 'status' | 'service' | 'level' | 'type' | 'visibility') => (
    <NativeSelect
      key={name}
      label={t(name)}
      value={search[name] ?? ''}
      data={[{ value: '', label: t('any') }, ...(choices[name] ?? [])]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  )
  const set = filtersIn(search)
  // "With drills" hides nothing, so it opens nothing.
  const isHidden = (name: FilterName) => seldom.includes(name) && !(name === 'kind' && search.kind === 'all')
  const hidden = set.filter(isHidden)
  // Seven fields fill a phone's first screen: there the heading counts what is set inside instead. As wide as table-frame.module.css says.
  const isPhone = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false })
  return (
    <search aria-label={t('filters')} className={classes.bar}>
      <div className={classes.grid}>
        <TextFilter name="q" search={search} hint={t('q.hint')} onChange={onChange} />
        {choice('status')}
        {choice('service')}
        {choice('level')}
      </div>
      <details className={classes.more} open={!isPhone && hidden.length > 0}>
        <summary>{hidden.length > 0 ? t('more.set', { count: hidden.length }) : t('more')}</summary>
        <div className={classes.grid}>
          {choice('type')}
          <NativeSelect
            label={t('kind')}
            value={search.kind ?? 'real'}
            data={[...named(catalog.kinds), { value: 'all', label: t('kind.all') }]}
            onChange={({ currentTarget: { value } }) => onChange({ kind: value === 'real' ? '' : value })}
          />
          {choice('visibility')}
          <TextFilter name="tag" search={search} hint={t('tag.hint')} onChange={onChange} />
          <TextFilter name="person" search={search} hint={t('person.hint')} onChange={onChange} />
          <TextFilter name="from" type="date" search={search} onChange={onChange} />
          <TextFilter name="to" type="date" search={search} onChange={onChange} />
        </div>
      </details>
      {set.length > 0 && (
        <Button variant="default" component={Link} to="/incidents" className={classes.clear}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
