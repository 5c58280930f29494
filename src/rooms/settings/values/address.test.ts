import { describe, expect, test } from 'vitest'
import { channelAddress, channelMeant, party, partyMeant } from './address.ts'

describe('a name of Slack’s is read as people mean it', () => {
  test.each([
    ['@tanaka', 'tanaka'],
    ['Tanaka', 'tanaka'],
    ['＠Tanaka', 'tanaka'],
    ['@ｔａｎａｋａ', 'tanaka'],
    ['@service-Ａ', 'service-a'],
    ['Tanaka@Example.COM', 'tanaka@example.com'],
    ['tanaka＠example．com', 'tanaka@example.com'],
    ['U0123ABCD', 'U0123ABCD'],
    ['@U0123ABCD', 'U0123ABCD'],
    ['@ｻｰﾋﾞｽA', 'サービスa'],
  ])('%s is %s', (written, meant) => {
    expect(party.parse(written)).toBe(meant)
    expect(partyMeant(meant)).toBe(meant)
  })

  test.each([
    ['#general', 'general'],
    ['＃General', 'general'],
    ['ｇｅｎｅｒａｌ', 'general'],
    ['C0123ABCD', 'C0123ABCD'],
    ['#サービスＡ', 'サービスa'],
  ])('%s is the channel %s', (written, meant) => {
    expect(channelAddress.parse(written)).toBe(meant)
    expect(channelMeant(meant)).toBe(meant)
  })

  test.each(['', '@', 'a b', '@a b', '<!channel>', 'a@b', '@@tanaka'])('%j is none', (written) => {
    expect(party.safeParse(written).success).toBe(false)
  })
})
