import { describe, expect, test } from 'vitest'
import { commonErrors, isDocumentedError, methodFacts } from '../../../sandbox/coverage/index.ts'
import { methods } from '../../kit/slack/methods.ts'
import { senseOf } from './error-words.ts'
import { situations, voices } from './situation.samples.ts'
import { errorWords, problemWords } from './words.ts'

const documented = [
  ...new Set([
    ...Object.values(commonErrors).flat(),
    ...Object.keys(methods).flatMap((method) => methodFacts.get(method)?.errors ?? []),
  ]),
].sort()

describe('every refusal that Slack documents for what is called', () => {
  test.each(documented)('%s has words of its own, in both languages', (error) => {
    expect(senseOf(error), 'name it in error-words.ts').toBeDefined()
    for (const voice of Object.values(voices)) {
      const words = errorWords(error, voice)
      expect(words).not.toMatch(/\{\{|undefined/)
      expect(words).not.toBe(errorWords('no_such_error', voice).replace('no_such_error', error))
    }
  })

  test('what one does about a channel that does not take news is said', () => {
    const broadcast = (error: string) => problemWords({ slot: 'broadcast:C0GENERAL', error }, voices.ja)
    expect(broadcast('restricted_action_read_only_channel')).toContain('ボットの投稿を許す')
    expect(broadcast('restricted_action_thread_only_channel')).toContain('スレッドへの返信しか')
    expect(broadcast('restricted_action_non_threadable_channel')).toContain('別のチャンネル')
  })
})

test('the table names nothing that Slack does not say', () => {
  const ours = ['private_place', 'timeout', 'cut', 'http5xx', 'unreadable', 'invalid_channel', 'bookmark_not_found']
  const unheard = ['msg_too_long', 'edit_window_closed', ...ours]
  for (const error of unheard) expect(senseOf(error)).toBeDefined()
  expect(isDocumentedError('chat.update', 'edit_window_closed')).toBe(true)
})

test('what is out of date is told as such, and by no name of ours', () => {
  const kinds = ['card', 'topic', 'bookmark', 'todos', 'checkpoint:3', 'broadcast:C0GENERAL', 'vacancy:1', 'call:1']
  for (const voice of Object.values(voices)) {
    for (const slot of kinds) {
      const words = problemWords({ slot, error: 'edit_window_closed', isStale: true }, voice)
      expect(words).not.toContain('vacancy')
      expect(words).not.toBe(problemWords({ slot, error: 'edit_window_closed' }, voice))
    }
  }
  expect(situations.declared.problems).toEqual([])
})
