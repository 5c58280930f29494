export const groups = ['search', 'list', 'page'] as const

/**
 * What is asked: an address of the API. `{id}` stands for an ordinary incident, `{famous}` for the outage with 900 messages. `grows`: its work
 * is known to grow with the number of incidents.
 */
export type Question = { group: (typeof groups)[number]; name: string; path: string; grows?: boolean }

const search = (name: string, query: string): Question => ({ group: 'search', name, path: `/api/v1/search?${query}` })
const list = (name: string, query: string): Question => ({ group: 'list', name, path: `/api/v1/incidents?${query}` })
const page = (name: string, path: string): Question => ({ group: 'page', name, path: `/api/v1/${path}` })
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
  // Of two common words that rarely stand together, all incidents are read that hold either.
  { ...list('words', `status=all&q=${q('ログイン 遅い')}`), grows: true },
  list('words that nothing has', `status=all&q=${q('鯨の回遊')}`),
  list('a word that nothing has', 'status=all&q=zzznothing'),
  // What one person takes part in is looked up from them, up to 2,000 incidents.
  { ...list('a person', 'status=all&person=U0KATO'), grows: true },
  list('a person who is in few', 'status=all&person=U0SSSBOT'),
  { ...list('private, confidentiality', 'status=all&visibility=private&type=confidentiality'), grows: true },
  list('drills of one year', 'status=all&kind=drill,exercise&from={from}&to={to}'),
  list('one service, one level', 'status=all&service=b&level=level4'),
  list('recovered long ago', 'status=recovered&to=2024-12-31'),
  list('a page far behind', 'status=completed&limit=100{behind}'),
  page('the board', 'board'),
  // In the company that is copied there waits as many times as much for each of its people.
  { ...page('what waits for me', 'waiting'), grows: true },
  page('an incident', 'incidents/{id}/detail'),
  page('its timeline', 'incidents/{id}/timeline'),
  page('its record of changes', 'incidents/{id}/changes'),
  page('its postmortem', 'incidents/{id}/postmortem'),
  page('its summary', 'incidents/{id}/summary'),
  page('what has happened in it', 'incidents/{id}/catch-up'),
  page('what can be done in it', 'incidents/{id}/commands'),
  page('what is like it', 'incidents/{id}/alike'),
  page('the famous outage', 'incidents/{famous}/detail'),
  page('its timeline of 900 messages', 'incidents/{famous}/timeline'),
  page('people', 'people?q=ka'),
]
