import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

/** What the bot itself says there, without what people wrote: theirs stays in their language. */
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

// A company of Tokyo with an office that reads English: its channels, and the incidents of the service that it runs.
forEachDatabase((database) => {
  const stage = setStage(database, {
    channels: { languages: { '#executives': 'en' } },
    services: {
      a: { name: { ja: 'サービスA', en: 'Service A' }, channels: ['#service-a'] },
      b: { name: { ja: 'サービスB', en: 'Service B' }, channels: ['#service-b'], language: 'en' },
    },
    notify: [
      { because: { ja: 'すべて', en: 'Every incident' }, broadcast: ['#incidents'] },
      { because: { ja: '海外', en: 'Overseas' }, broadcast: ['#executives'] },
    ],
    functions: { leaders: { name: { ja: '経営', en: 'Leaders' }, people: ['@sato'], channels: ['#executives'] } },
  })
  const told = async (channel: string) =>
    (await stage.channel(channel)).messages.filter((message) => slotOf(message) !== undefined && slotOf(message) !== '')
  const whole = async (channel: string) => (await told(channel)).map(words).join('\n')

  test('each channel reads one language, whatever the others read', async () => {
    const name = await stage.as('tanaka').declares({ service: 'a', summary: 'Login fails' })
    await stage.as('tanaka').does(name, 'set-level', { level: 'level4', reason: 'Everybody is affected' })
    await stage.as('tanaka').does(name, 'call-people', { function: 'leaders', reason: 'A decision' })
    await stage.as('tanaka').does(name, 'recover')
    expect(await whole('executives')).toMatch(/Service A/)
    expect(await whole('executives')).toMatch(/Recovered/)
    // Names of people and channels are theirs.
    const own = (await whole('executives')).replaceAll(/<#[^>]+>|田中 陽菜|佐藤 健|#サービスa[\w-]*/g, '')
    expect(own.match(/.*[\p{Script=Hiragana}\p{Script=Katakana}].*/gu)).toBeNull()
    expect(await whole('incidents')).toMatch(japanese)
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('ハンドラー')
  })

  test('the channel of an incident reads that of its service', async () => {
    const name = await stage.as('tanaka').declares({ service: 'b', summary: 'Payments fail' })
    await stage.pass(16 * 60_000)
    await stage.as('sato').takesNextStep(name)
    await stage.quiet()
    const all = await whole(name)
    expect(all).toContain('Handler')
    expect(
      all.replaceAll(/<#[^>]+>|田中 陽菜|佐藤 健/g, '').match(/.*[\p{Script=Hiragana}\p{Script=Katakana}].*/gu),
    ).toBeNull()
    expect(await whole('incidents')).toMatch(japanese)
  })
})
