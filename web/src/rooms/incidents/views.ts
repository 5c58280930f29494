import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kit/api/look.ts'

/** Saves what somebody looks for, and removes what is saved. */
export function useViews() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['/views'] })
  const save = useMutation({
    mutationFn: (view: { name: string; query: string; shared: boolean }) => call('POST', '/views', view),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', `/views/${encodeURIComponent(id)}`),
    onSettled: onSuccess,
  })
  return { save, remove }
}
