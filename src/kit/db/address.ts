import { SetupError } from './setup-error.ts'

/**
 * The address of a server as it may be shown: no user, no password. Throws a SetupError for one that is none, or would be read otherwise
 * than it is meant: a password with `/` in it makes a part of the password the server's name, which then stands in every error.
 */
export function nameServer(url: string): string {
  if (!/^postgres(ql)?:\/\//i.test(url)) throw new SetupError(otherForm)
  const rest = url.slice(url.indexOf('://') + 3)
  const end = /[/?#]|$/.exec(rest)?.index ?? rest.length
  const [path = '', query = ''] = splitAt(rest.slice(end), '?')
  const isMeantOtherwise = path.includes('@') || rest.includes('#') || (query.includes('@') && !isQuery(query))
  if (isMeantOtherwise || (!rest.slice(0, end).includes('@') && query.includes('@') && !path.startsWith('/')))
    throw new SetupError(notEncoded)
  const parsed = URL.parse(url)
  if (!parsed) throw new SetupError(otherForm)
  try {
    for (const part of [parsed.username, parsed.password, parsed.pathname, parsed.hostname]) decodeURIComponent(part)
  } catch {
    throw new SetupError(notEncoded)
  }
  return `PostgreSQL at ${parsed.host || 'a local socket'}${parsed.pathname}`
}

const isQuery = (query: string): boolean => query.split('&').every((each) => /^\w+=/.test(each))

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

const otherForm = {
  en: 'DATABASE_URL is not of the form postgres://user:password@host:5432/name',
  ja: 'DATABASE_URL の形が違います。postgres://user:password@host:5432/name のように書いてください',
}

const codes = '@ → %40, / → %2F, : → %3A, # → %23, ? → %3F, % → %25'

const notEncoded = {
  en: `DATABASE_URL holds a character in its user name or password that ends them: write its code instead (${codes})`,
  ja: `DATABASE_URL のユーザー名かパスワードに、そのままでは書けない文字があります。次のように置き換えてください（${codes}）`,
}
