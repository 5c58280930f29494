import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../kit/api/look.ts'
import { Loaded } from './Loaded.tsx'
import { Page } from './Page.tsx'

type Props<T> = {
  title: string
  from: UseQueryResult<T>
  /** Who may read it, to whom may not. */
  forbidden: string
  /** What stands above it. */
  above: ReactNode
  children(value: T): ReactNode
}

/** A page that only some may read: whoever else comes is told who may. */
export function ForSome<T>({ title, from, forbidden, above, children }: Props<T>) {
  const isForbidden = from.error instanceof Refused && from.error.problem.status === 403
  return (
    <Page title={title}>
      {isForbidden ? (
        <p>{forbidden}</p>
      ) : (
        <>
          {above}
          <Loaded from={from}>{children}</Loaded>
        </>
      )}
    </Page>
  )
}
