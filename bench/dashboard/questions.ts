/** What is asked: a name, and an address of the API. `{id}` stands for an ordinary incident, `{famous}` for the outage with 900 messages. */
export type Question = { name: string; path: string }

const search = (name: string, query: string): Question => ({ name: `search: ${name}`, path: `/api/v1/search?${query}` })
const list = (name: string, query: string): Question => ({ name: `list: ${name}`, path: `/api/v1/incidents?${query}` })
const q = encodeURIComponent

/** Twenty-seven words and filters, and every list and page beside them. */
export const questions: readonly Question[] = [
  search('ログイン', `q=${q('ログイン')}`),
  search('ログインできない', `q=${q('ログインできない')}`),
  search('ﾛｸﾞｲﾝ (half width)', `q=${q('ﾛｸﾞｲﾝ')}`),
  search('two words', `q=${q('接続 上限')}`),
  search('証明書', `q=${q('証明書')}`),
  search('two letters', `q=${q('冪等')}`),
  search('one letter', `q=${q('漏')}`),
  search('common', `q=${q('了解です')}`),
  search('English, common', 'q=rollback'),
  search('English, two words', `q=${q('idempotency key')}`),
  search('prefix', 'q=certif'),
  search('a host', 'q=web-123'),
  search('a request', 'q=req-{rare}'),
  search('nothing', 'q=zzznothing'),
  search('nothing, Japanese', `q=${q('鯨の回遊')}`),
  search('with a service', `q=${q('キャッシュ')}&service=a`),
  search('postmortems alone', `q=${q('トランザクション')}&kind=postmortem`),
  search('one old year', `q=${q('Webhook')}&from={from}&to={to}`),
  list('all', 'status=all'),
  list('oldest', 'status=all&sort=oldest'),
  list('worst', 'status=all&sort=level'),
  list('level 5', 'status=all&level=level5'),
  list('words', `status=all&q=${q('ログイン 遅い')}`),
  list('a word that nothing has', 'status=all&q=zzznothing'),
  list('a person', 'status=all&person=U0KATO'),
  list('private, confidentiality', 'status=all&visibility=private&type=confidentiality'),
  list('drills of one year', 'status=all&kind=drill,exercise&from={from}&to={to}'),
  list('a page far behind', 'status=completed&limit=100{behind}'),
  { name: 'the board', path: '/api/v1/board' },
  { name: 'what waits for me', path: '/api/v1/waiting' },
  { name: 'an incident', path: '/api/v1/incidents/{id}/detail' },
  { name: 'its timeline', path: '/api/v1/incidents/{id}/timeline' },
  { name: 'its postmortem', path: '/api/v1/incidents/{id}/postmortem' },
  { name: 'the famous outage', path: '/api/v1/incidents/{famous}/detail' },
  { name: 'its timeline of 900 messages', path: '/api/v1/incidents/{famous}/timeline' },
]
