import type { Message } from '../../../protocol.ts'

/** How many messages are new to a person, and how many of those name the person (or are a direct message). */
export function countUnread(
  messages: readonly Message[],
  person: string,
  mark: string,
  direct: boolean,
): { unread: number; mentions: number } {
  let unread = 0
  let mentions = 0
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]
    if (!message || message.ts <= mark) break
    if (message.user === person || (message.ephemeral_to && message.ephemeral_to !== person)) continue
    if (message.thread_ts && message.thread_ts !== message.ts && !namesPerson(message, person)) continue
    unread++
    if (direct || namesPerson(message, person)) mentions++
  }
  return { unread, mentions }
}

function namesPerson(message: Message, person: string): boolean {
  return message.text.includes(`<@${person}>`) || /<!(channel|here|everyone)/.test(message.text)
}
