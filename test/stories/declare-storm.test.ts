import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  everywhere(
    'when Slack lets no more channels be made, the declarer and the invitation are told; then it goes on by itself',
    async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.says('#general', '@sssbot 変です')
      await stage.quiet()
      const invitation = async () => inSlot(await stage.channel('general'), 'invitation')
      await tanaka.presses('general', await invitation(), 'incident.declare.open')
      await stage.driver.fault({ method: 'conversations.create', times: 1, http_status: 429, retry_after: 4 })
      await tanaka.sends({ service: 'a', summary: '障害' })
      await stage.until(async () => {
        const told = words(await tanaka.form())
        return told.includes('Slack の制限で順番を待っています（約 1 分）') && told.includes('宣言は保存されています')
          ? true
          : undefined
      })
      await stage.until(async () =>
        words(await invitation()).includes('Slack の制限で順番待ちです') ? true : undefined,
      )
      await stage.quiet()
      const { id } = await stage.channel('サービスa-20261123i')
      expect(words(await tanaka.form())).toContain(`<#${id}> を作りました`)
      expect(words(await invitation())).toContain(`<@U0TANAKA> が宣言しました → <#${id}>`)
    },
  )
})
