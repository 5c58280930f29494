import { defineTexts } from '../../kit/words/words.ts'

export const texts = defineTexts({
  ja: {
    title: '有効な設定',
    lead: 'いま効いている設定です。書かれていない項目は既定値、時間はミリ秒です。変えるには sssbot.yaml を直してください。秘密の値は出ません（アドレスのパスも伏せます）。',
    refused: '設定ファイルに誤りがあります。直すまで、前の設定のまま動きます。',
    fine: '設定ファイルは、そのまま有効です。',
    forbidden: '設定を見られるのは、ボットの管理者だけです。',
  },
  en: {
    title: 'Settings in force',
    lead: 'The settings that the bot uses now. Anything not in the file has its default; durations are in milliseconds. To change something, edit sssbot.yaml. Secrets and the paths of addresses are hidden.',
    refused: 'The settings file has errors. Until they are fixed, the previous settings stay in force.',
    fine: 'The settings file is in force as it is.',
    forbidden: 'Only administrators of the bot can see the settings.',
  },
})
