import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const shared = 'a-token-for-stories-only'

/** テスト in Shift JIS, as an old monitor sends it. */
const shiftJis = Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67])

forEachDatabase((database) => {
  const stage = setStage(database, { api: { right: 'administrator', may_name_people: true } }, undefined, {
    SSSBOT_API_TOKEN: shared,
  })

  const sends = async (body: Uint8Array, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${stage.bot.app.url}/api/v1/incidents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shared}`,
        'content-type': 'application/json',
        'accept-language': 'ja',
        ...headers,
      },
      // Fetch takes bytes of its own kind of buffer.
      body: new Uint8Array(body),
    })
    return { status: answer.status, told: (await answer.json()) as Record<string, string> }
  }
  const declaring = (summary: Buffer) =>
    Buffer.concat([Buffer.from('{"service":"a","actor":"tanaka","summary":"'), summary, Buffer.from('"}')])

  describe('a call of the API', () => {
    test('in another encoding, or packed, is refused in words, and no incident bears signs that nobody can read', async () => {
      for (const headers of [{}, { 'content-type': 'application/json; charset=shift_jis' }]) {
        const { status, told } = await sends(declaring(shiftJis), headers)
        expect([status, told.code, told.detail]).toEqual([
          400,
          'body-not-utf8',
          '本文の文字コードが UTF-8 ではありません。UTF-8 で送ってください。',
        ])
      }
      const packed = await sends(gzipSync(declaring(Buffer.from('x'))), { 'content-encoding': 'gzip' })
      expect([packed.status, packed.told.code]).toEqual([415, 'body-packed'])
      const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), declaring(Buffer.from('先頭に BOM'))])
      expect((await sends(marked)).status).toBe(201)
    })

    test('that is hung up on in its middle is no error of the bot’s', async () => {
      const { hostname, port } = new URL(stage.bot.app.url)
      const line = `POST /api/v1/incidents HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${shared}\r\n`
      for (const more of ['transfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n', 'content-length: 500\r\n\r\n{"a":']) {
        const socket = connect(Number(port), hostname)
        await new Promise<void>((resolve) => socket.write(`${line}${more}`, () => resolve()))
        // What comes back is nobody's.
        socket.destroy()
      }
      // Only once the bot has seen both ends can it have said anything of them.
      expect((await sends(declaring(Buffer.from('あとから来た呼び出し')))).status).toBe(201)
      await stage.quiet()
      expect(stage.log.filter((line) => line.includes('"level":50'))).toEqual([])
    })
  })

  test('a summary turns no line of ours around', async () => {
    const name = await stage.as('tanaka').declares({ summary: '\u202eetisoppo\u2066 決済' })
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('etisoppo 決済')
    await stage.as('tanaka').does(name, 'edit-summary', { summary: '\u202dمرحبا\u202c が出る' })
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('مرحبا が出る')
    expect(JSON.stringify(await stage.state())).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('a group that gave a right to many loses its last member: whoever can mend it is told once, and the status says it', async () => {
    await stage.bot.configure({ access: { responders: ['@service-a'], managers: ['@csirt'] } })
    const group = (await stage.state()).usergroups.find(({ handle }) => handle === 'csirt')
    const set = (users: readonly string[]) => stage.as('watanabe').do({ do: 'usergroup', id: group?.id ?? '', users })
    const unheld = async () => (await stage.bot.app.status()).unheldRights
    const told = async () => {
      const { channels } = await stage.state()
      const direct = channels.filter(({ is_im, members }) => is_im && members.includes('U0WATANABE'))
      return direct.flatMap(({ messages }) => messages).filter(({ text }) => text.includes('access.managers'))
    }
    expect(await unheld()).toEqual([])
    await set([])
    await stage.until(async () => ((await told()).length > 0 ? true : undefined))
    expect(await unheld()).toEqual([{ list: 'managers', names: ['csirt'] }])
    expect((await told())[0]?.text).toContain('@csirt')
    await set(['guest-mori'])
    await stage.quiet()
    expect(await unheld()).toHaveLength(1)
    await set([])
    await stage.quiet()
    expect(await told()).toHaveLength(1)
    await set(group?.users ?? [])
    await stage.quiet()
    expect(await unheld()).toEqual([])
  })
})
