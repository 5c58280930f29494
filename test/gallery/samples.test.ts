import { describe, expect, it } from 'vitest'
import { checkMessage, checkView } from '../../sandbox/block-kit/index.ts'
import { locales } from '../../src/kit/i18n/index.ts'
import { samples } from './samples.ts'

const isView = (surface: object): surface is { type: string } => 'type' in surface

describe.each(locales)('every message and form in %s', (locale) => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('%s is what Slack takes', (_, sample) => {
    const surface = sample.render(locale)
    expect(isView(surface) ? checkView(surface) : checkMessage(surface)).toEqual([])
  })

  it.each(samples.map((sample) => [sample.name, sample] as const))('%s mentions nobody by accident', (name, sample) => {
    const surface = sample.render(locale)
    if (isView(surface)) return
    const told = JSON.stringify(surface).match(/<!(?:channel|here|everyone)|<!subteam/g) ?? []
    // These are told with @here on purpose, once in the blocks and once in the text.
    const isLoud = name.startsWith('broadcast/broadcast/') || name === 'crew/nudge/last'
    const meant = isLoud ? ['<!here', '<!here'] : []
    expect(told).toEqual(meant)
  })

  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s says nothing of a private incident',
    (name, sample) => {
      if (!name.includes('private') && name !== 'broadcast/broadcast/secret') return
      expect(JSON.stringify(sample.render(locale))).not.toMatch(
        /管理画面|サービスA|Service A|C0INCIDENT"|全ユーザー|再発した|監視の追加|接続数|監視の記録|機密性/,
      )
    },
  )

  it.each(samples.flatMap((sample) => (sample.name.endsWith('/drill') ? [[sample.name, sample] as const] : [])))(
    '%s says that it is a drill',
    (_, sample) => {
      const surface = sample.render(locale)
      const shown = isView(surface) || !('text' in surface) ? JSON.stringify(surface) : surface.text
      expect(shown).toMatch(locale === 'ja' ? /訓練/ : /drill/i)
    },
  )

  it.each(samples.map((sample) => [sample.name, sample] as const))('%s looks as it did', async (name, sample) => {
    const pretty = JSON.stringify(sample.render(locale), null, 2)
    await expect(pretty).toMatchFileSnapshot(`./snapshots/${name.replaceAll('/', '.')}.${locale}.json`)
  })
})
