/** What a message tells of, as far as its words say. The names stand in texts and in stories, so they stay. */
export const topics = [
  'cause',
  'found',
  'rollback',
  'restart',
  'deploy',
  'recovered',
  'workaround',
  'switch',
  'reproduced',
  'impact',
  'alert',
] as const
export type Topic = (typeof topics)[number]

/** Where a link leads, as far as its address says. */
export const destinations = ['pull-request', 'commit', 'deploy'] as const
export type Destination = (typeof destinations)[number]

/** The words of each topic, and what one of them is worth. Japanese words are found within others, English ones are whole. */
const words: Readonly<Record<Topic, { worth: number; pattern: RegExp }>> = {
  cause: { worth: 4, pattern: /原因|要因|\b(?:root cause|caused by|culprit|because of)\b/iu },
  found: {
    worth: 3,
    pattern:
      /判明|特定(?:でき|し)|突き止め|わかりました|分かりました|\b(?:identified|pinpointed|turns out|narrowed (?:it )?down)\b/iu,
  },
  rollback: {
    worth: 4,
    pattern: /切り?戻し|巻き戻し|ロールバック|\b(?:roll(?:ed|ing)?[ -]?back|revert(?:ed|ing)?)\b/iu,
  },
  restart: { worth: 3, pattern: /再起動|リスタート|再デプロイ|\b(?:restart(?:ed|ing)?|reboot(?:ed|ing)?|bounced)\b/iu },
  deploy: {
    worth: 3,
    pattern:
      /デプロイ|リリース|反映(?:し|済|完了)|適用(?:し|済|完了)|\b(?:deploy(?:ed|ing|ment)?|released?|hotfix|rolled out|shipped)\b/iu,
  },
  recovered: {
    worth: 4,
    pattern: /復旧|解消|収束|正常に戻|\b(?:recovered|resolved|restored|fixed|back to normal)\b/iu,
  },
  workaround: { worth: 3, pattern: /暫定対応|回避策|緩和|\b(?:work ?around|mitigat(?:ed|ion|ing))\b/iu },
  switch: {
    worth: 3,
    pattern:
      /フェイルオーバー|切り替え|切替|遮断|停止し|無効化|増設|スケール(?:アウト|アップ)|\b(?:fail(?:ed)?[ -]?over|switched|disabled|blocked|scaled)\b/iu,
  },
  reproduced: { worth: 3, pattern: /再現|\breproduc(?:ed?|ible|tion)\b/iu },
  impact: { worth: 3, pattern: /影響|被害|\b(?:impact(?:ed)?|affect(?:ed|s|ing))\b/iu },
  alert: { worth: 2, pattern: /アラート|検知|発報|\b(?:alert(?:s|ed)?|paged|detected)\b/iu },
}

const links: Readonly<Record<Destination, RegExp>> = {
  'pull-request': /\/pull\/\d+|\/pull-requests\/\d+|\/merge_requests\/\d+/u,
  commit: /\/commits?\/[0-9a-f]{7,40}\b/u,
  deploy:
    /\/actions\/runs\/\d+|\/deployments?\/|\/pipelines\/\d+|\/releases\/(?:tag\/)?\S|\/(?:argo|spinnaker)\S*\/applications\//u,
}

/** Any link to work on the code or its delivery. */
export const linkWorth = 3

/** Quotes and code are what somebody or something else said. */
const notTheirs = /```[\s\S]*?(?:```|$)|`[^`\n]*`|^(?:&gt;|>).*$/gmu

/** The topics of a message, with what each is worth. */
export function topicsIn(text: string): { topic: Topic; worth: number }[] {
  const plain = text
    .normalize('NFKC')
    .replace(notTheirs, ' ')
    .replace(/<[^<>]*>/gu, ' ')
  return topics
    .filter((topic) => words[topic].pattern.test(plain))
    .map((topic) => ({ topic, worth: words[topic].worth }))
}

/** Where the links of a message lead. */
export function destinationsIn(text: string): Destination[] {
  const addresses = [...text.matchAll(/https?:\/\/[^\s|>]+/gu)].map(([address]) => address)
  return destinations.filter((destination) => addresses.some((address) => links[destination].test(address)))
}

/** Whether somebody asks rather than tells. */
export const asks = (text: string): boolean =>
  /(?:[?？]|(?:です|ます|でしょう|ません|ました)か[。.]?)\s*$/u.test(text.normalize('NFKC').trim())

/** Whether somebody says that it is not so, or not yet. */
export const denies = (text: string): boolean =>
  /まだ|未だ|していません|しません|できません|ありません|ではな|じゃな|かもしれ|\b(?:not|isn't|wasn't|didn't|haven't|hasn't|no longer|yet|might|maybe)\b/iu.test(
    text.normalize('NFKC'),
  )
