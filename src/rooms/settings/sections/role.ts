import { z } from 'zod'
import { label, paragraph } from '../values/localized.ts'

/** Who does what in an incident. */
export const roleKeys = ['handler', 'deputy', 'scribe', 'liaison', 'responder'] as const
export type RoleKey = (typeof roleKeys)[number]

const role = (name: { ja: string; en: string }, guidance: { ja: string; en: string }) =>
  z.strictObject({ label: label.prefault(name), guidance: paragraph.prefault(guidance) }).prefault({})

/** Each role's name, and the guidance for whoever takes it: lines of light Markdown: `- ` lists and `**bold**`. */
export const roles = z.strictObject({
  handler: role(
    { ja: 'ハンドラー', en: 'Handler' },
    {
      ja: '- 自分では手を動かさず、全体を見て判断します\n- まず状況を確かめ、**事象レベル**を決めます\n- 役割を割り振り、次の更新の時刻を約束します\n- 疲れる前に交代します',
      en: '- Keep the overview and decide; let others do the work\n- First find out what is happening, and set the **level**\n- Assign roles, and promise a time for the next update\n- Hand over before you are tired',
    },
  ),
  deputy: role(
    { ja: '補佐', en: 'Deputy' },
    {
      ja: '- ハンドラーのそばで、抜けや漏れを声に出します\n- ハンドラーが離れるときは代わりに進めます',
      en: '- Stay beside the handler, and speak up about what is missing\n- Take over while the handler is away',
    },
  ),
  scribe: role(
    { ja: '記録係', en: 'Scribe' },
    {
      ja: '- 決定・発見・操作に 📌 を付けます\n- 通話で話したことを、時刻とともにチャンネルへ書きます',
      en: '- Put 📌 on decisions, findings and actions\n- Write in the channel what was said on the call, and when',
    },
  ),
  liaison: role(
    { ja: '連絡係', en: 'Liaison' },
    {
      ja: '- サポート、経営、お客様への窓口になります\n- 確かなことだけを、分かる言葉で伝えます',
      en: '- Speak with support, executives and customers\n- Pass on only what is confirmed, in words they understand',
    },
  ),
  responder: role(
    { ja: '作業担当', en: 'Responder' },
    {
      ja: '- 何かを変える前に、チャンネルにひとこと書きます\n- 結果を書きます。うまくいかなかったことも書きます',
      en: '- Before you change anything, say so in the channel\n- Report the result, even if it did not work',
    },
  ),
})
