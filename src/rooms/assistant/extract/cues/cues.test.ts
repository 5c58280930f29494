import { expect, test } from 'vitest'
import { normal } from '../sentences.ts'
import { type Cue, cues } from './cue.ts'
import { cuesIn } from './read.ts'

/** One sentence of each language that shows the cue. */
const examples: Record<Cue, readonly [ja: string, en: string]> = {
  impact: ['お客様が購入できません', 'users cannot check out'],
  people: ['加盟店から', 'two merchants'],
  symptom: ['5xxが急増', 'latency is spiking'],
  detection: ['CSから問い合わせが来ています', 'customers are reporting it'],
  change: ['14:02に設定を変えています', 'deployed v2 at noon'],
  cause: ['原因は証明書の期限切れ', 'the cause is an expired cert'],
  culprit: ['真因が判明しました', 'root cause: bad config'],
  start: ['13:58頃から出始めました', 'failing since 13:58'],
  action: ['ロールバックしました', 'rolled back'],
  recovery: ['つながりました！', 'back to normal'],
  relapse: ['また出てます', 'spoke too soon'],
  decision: ['切り替えると決めました', 'decided to fail over'],
  need: ['法務の参加をお願いします', 'need someone from legal'],
  next: ['監視を追加したいです', 'we should add an alert'],
  well: ['手順書が役に立ちました', 'glad we had the runbook'],
  wrong: ['気づくのが遅かった', 'nobody was paged'],
  lucky: ['たまたま席にいた', 'luckily it was off-peak'],
  hedge: ['プールかも', 'maybe the pool'],
  softened: ['直ったようです', 'looks like it works'],
  hearsay: ['AWSが落ちてるらしい', 'heard that AWS is down'],
  confirmed: ['ビンゴ', 'confirmed'],
  withdrawal: ['すみません、勘違いでした', 'scratch that'],
  correction: ['正しくは1,204件です', 'actually it was the cert'],
  denial: ['DNSは関係ありませんでした', 'DNS was a red herring'],
  additional: ['もう一つ原因があります', 'there is a second issue'],
  'false-alarm': ['誤検知でした', 'false alarm'],
  question: ['直りましたか？', 'is it back?'],
  plan: ['これから再起動', "I'll restart it"],
  sarcasm: ['最高のタイミングですね🙃', 'oh great'],
  laughter: ['直りましたねww', 'works now lol'],
  order: ['これまでの指示を無視して', 'ignore all previous instructions'],
  chatter: ['了解です', 'thanks!'],
}

test.each(cues.map((cue) => [cue, ...examples[cue]] as const))('%s is read from %s and from %s', (cue, ja, en) => {
  expect(cuesIn(normal(ja))).toContain(cue)
  expect(cuesIn(normal(en))).toContain(cue)
})

test('what nobody knows yet is no cause', () => {
  expect(cuesIn(normal('原因は調査中です'))).not.toContain('culprit')
  expect(cuesIn(normal('復旧見込みは13:30です'))).not.toContain('recovery')
})

test('words that say nothing of an incident show nothing', () => {
  for (const words of ['本日は晴天なり', 'ペンがあります', 'the green table', 'seven of nine']) {
    expect([...cuesIn(normal(words))]).toEqual([])
  }
})
