import { Button, Loader } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../kit/words/words.ts'
import { texts } from './texts.ts'

/** What was asked for, once it is there; what is there stays while it is read again. */
export function Loaded<T>({ from, children }: { from: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useWords(texts)
  if (from.data !== undefined) return children(from.data)
  if (from.isPending) return <Loader aria-label={t('waiting')} role="status" />
  return (
    <div role="alert">
      <p>{t('failed')}</p>
      <Button onClick={() => void from.refetch()}>{t('failed.again')}</Button>
    </div>
  )
}
