import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kit/api/look.ts'

/** Takes a change back, by another one. */
export function useUndo(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: string) =>
      call('POST', `/incidents/${encodeURIComponent(id)}/changes/${encodeURIComponent(change)}/undo`, {}),
    onSettled: () => queries.invalidateQueries(),
  })
}
