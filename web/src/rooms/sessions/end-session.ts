import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kit/api/look.ts'

/** Signs a browser out. */
export function useEndSession() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('DELETE', `/sessions/${encodeURIComponent(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['/sessions'] }),
  })
}
