import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../kit/api/look.ts'
import { useWords } from '../kit/words/words.ts'
import { Failed } from './Failed.tsx'
import classes from './loaded.module.css'
import { texts } from './texts.ts'
import { Waiting } from './Waiting.tsx'

/** What was asked for, once it is there; what is there stays while it is read again. */
export function Loaded<T>({ from, children }: { from: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useWords(texts)
  if (from.data !== undefined) return children(from.data)
  if (from.isPending) return <Waiting />
  const refused = from.error instanceof Refused && isFinal(from.error) ? from.error.problem.detail : undefined
  if (refused !== undefined)
    return (
      <div className={classes.failed} role="alert">
        <p>{t('refused')}</p>
        {refused}
      </div>
    )
  return <Failed again={() => void from.refetch()} />
}

/** What the address asks for is wrong: to ask again is of no use, and the reason is. */
const isFinal = ({ problem: { status } }: Refused): boolean => status >= 400 && status < 500 && status !== 429
