import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Failed } from './Failed.tsx'

/** In place of a page that cannot be drawn, because something that all of it needs could not be read. */
export function Broken() {
  const { reset } = useQueryErrorResetBoundary()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return <Failed again={again} />
}
