/** What was begun and not sent, by person and place; lost with the tab, as it should be in a sandbox. */
const drafts = new Map<string, string>()

export function draftKey(person: string | undefined, channel: string, thread: string | undefined): string {
  return `${person} ${channel} ${thread ?? ''}`
}

export function readDraft(key: string): string {
  return drafts.get(key) ?? ''
}

export function keepDraft(key: string, text: string): void {
  if (text === '') drafts.delete(key)
  else drafts.set(key, text)
}
