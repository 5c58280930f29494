import { refuse } from '../refusal.ts'
import type { StoredChannel } from './types.ts'

/**
 * Refuses what the channel does not take from whoever is no administrator there.
 * Source: the errors of chat.postMessage, docs.slack.dev/reference/methods/chat.postMessage
 */
export function checkPosting({ posting }: StoredChannel, inThread: boolean): void {
  if (posting === 'read_only') refuse('restricted_action_read_only_channel')
  if (posting === 'thread_only' && !inThread) refuse('restricted_action_thread_only_channel')
  if (posting === 'non_threadable' && inThread) refuse('restricted_action_non_threadable_channel')
}
