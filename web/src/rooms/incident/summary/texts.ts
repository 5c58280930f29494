import { defineTexts } from '../../../kit/words/words.ts'

export const texts = defineTexts({
  ja: {
    summary: '要約',
    none: '上に書かれていることのほかに、まだ記録はありません。',
    quoted: '会話と記録からの引用です。原因の推測は含みません。',
    'by-model': '言語モデルが書き、数・時刻・名前を引用元と照合しました。「推定」は誰かが言った事実ではありません。',
    made: '{when} 時点',
    whole: '全体を読む',
    'catch-up': '前回見たときからの動き',
    'catch-up.since': '{when} からの動き',
    'catch-up.all': 'はじめて見るので、これまでの動きすべて',
    'catch-up.none': '新しい動きはありません',
    drafts: '下書きの利用: そのまま {as_is}・直して {edited}・使わず {dropped}・未送信 {unsent}',
    link: 'Slack の投稿を開く',
  },
  en: {
    summary: 'Summary',
    none: 'Nothing on record yet beyond what stands above.',
    quoted: 'Quoted from the conversation and the record. No guesses about the cause.',
    'by-model':
      'Written by a language model; numbers, times and names were checked against the messages. “Assumed” is nobody’s statement.',
    made: 'As of {when}',
    whole: 'Read it in full',
    'catch-up': 'Since you last looked',
    'catch-up.since': 'Since {when}',
    'catch-up.all': 'Your first look: everything so far',
    'catch-up.none': 'Nothing new',
    drafts: 'Drafts: {as_is} used as they were, {edited} after an edit, {dropped} dropped, {unsent} not sent',
    link: 'Open the message in Slack',
  },
})
