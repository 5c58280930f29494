import { NativeSelect } from '@mantine/core'
import { useWords } from '../../kit/words/words.ts'
import type { Search } from './search.ts'
import { texts } from './texts.ts'

export function OrderChoice({ sort, onChange }: { sort: string | undefined; onChange(changed: Search): void }) {
  const t = useWords(texts)
  return (
    <NativeSelect
      aria-label={t('order')}
      value={sort ?? 'newest'}
      data={[
        { value: 'newest', label: t('newest') },
        { value: 'oldest', label: t('oldest') },
        { value: 'level', label: t('worst') },
      ]}
      onChange={({ currentTarget: { value } }) => onChange({ sort: value === 'newest' ? '' : value })}
    />
  )
}
