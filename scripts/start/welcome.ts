import type { Plan } from './plan.ts'

/** What a person reads once everything serves: what to open, in Japanese and in English. */
export const welcome = (pages: Plan['pages'], colour: boolean): string => {
  const link = (url: string) => (colour ? `\x1b[1;36m${url}\x1b[0m` : url)
  const line = (word: string, name: 'ja' | 'en') =>
    `${word}  ${pages.map((page) => `${page[name]} ${link(page.url)}`).join('  ·  ')}`
  return `\n  ${line('準備ができました。開いてください:', 'ja')}\n  ${line('sssbot is ready. Open:', 'en')}\n`
}
