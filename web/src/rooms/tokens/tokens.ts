import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kit/api/look.ts'

/** Ends a token. */
export function useRevoke() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('DELETE', `/tokens/${encodeURIComponent(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['/tokens'] }),
  })
}

/** Makes a token; its secret is answered this once. */
export function useMake() {
  const queries = useQueryClient()
  return useMutation({
    // The contract says what is answered there.
    mutationFn: async (given: object) => (await call('POST', '/tokens', given)) as { token: string; display: boolean },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/tokens'] }),
  })
}
