import type { ServerResponse } from 'node:http'
import type { Person } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { choicePage, refusedPage } from './pages.ts'

/** Slack takes https alone; here this machine is good, too. */
export const isRedirect = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

/** Whoever could sign in to Slack: no app, and nobody whose account is deactivated. */
const canSignIn = (person: Person): boolean =>
  !person.is_bot && !person.deleted && person.id !== 'USLACKBOT' && !person.generated

/** Answers a browser. */
export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

/** Whose browser it is; undefined where they are to choose first, or nobody could be that person: the page then says so. */
export function person(workspace: Workspace, response: ServerResponse, url: URL): Person | undefined {
  const people = [...workspace.users.kept.values()].filter(canSignIn)
  const chosen = url.searchParams.get('sandbox_as')
  if (chosen === null) {
    send(response, 200, 'text/html', choicePage(people, url, workspace.app.name))
    return undefined
  }
  const found = people.find(({ name }) => name === chosen) ?? workspace.userByHandle(chosen)
  if (found && canSignIn(found)) return found
  send(response, 400, 'text/html', refusedPage('user_not_found'))
  return undefined
}
