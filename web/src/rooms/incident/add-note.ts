import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kit/api/look.ts'

/** Writes onto the timeline what nobody said in the channel. */
export function useAddNote(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (words: string) => call('POST', `/incidents/${encodeURIComponent(id)}/timeline`, { words }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/incidents/{id}/timeline'] }),
  })
}
