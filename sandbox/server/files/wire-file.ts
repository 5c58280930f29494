import { extname } from 'node:path'
import type { FileShown } from '../../protocol.ts'
import type { StoredFile } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What Slack tells of a file by its name: the MIME type, its own name of the type, and that name for people. */
const types: Readonly<Record<string, readonly [mimetype: string, filetype: string, pretty: string]>> = {
  csv: ['text/csv', 'csv', 'CSV'],
  gif: ['image/gif', 'gif', 'GIF'],
  jpeg: ['image/jpeg', 'jpg', 'JPEG'],
  jpg: ['image/jpeg', 'jpg', 'JPEG'],
  json: ['application/json', 'json', 'JSON'],
  md: ['text/markdown', 'markdown', 'Markdown (raw)'],
  pdf: ['application/pdf', 'pdf', 'PDF'],
  png: ['image/png', 'png', 'PNG'],
  txt: ['text/plain', 'text', 'Plain Text'],
  zip: ['application/zip', 'zip', 'Zip'],
}

const unknown = ['application/octet-stream', 'binary', 'Binary'] as const

/** The MIME type that a file has by its name. */
export function mimetypeOf(name: string): string {
  return (types[extname(name).slice(1).toLowerCase()] ?? unknown)[0]
}

function sharesOf(workspace: Workspace, file: StoredFile): Record<string, unknown> {
  const of = (isPrivate: boolean) => {
    const there = file.shares.filter(({ channel }) => (workspace.channel(channel)?.is_private ?? false) === isPrivate)
    return Object.fromEntries(
      there.map(({ channel, ts }) => {
        const channel_name = workspace.channel(channel)?.name ?? ''
        const share = { reply_users: [], reply_users_count: 0, reply_count: 0, ts, channel_name }
        return [channel, [{ ...share, team_id: workspace.team.id, share_user_id: file.user, source: 'UNKNOWN' }]]
      }),
    )
  }
  const [open, closed] = [of(false), of(true)]
  return {
    ...(Object.keys(open).length > 0 ? { public: open } : {}),
    ...(Object.keys(closed).length > 0 ? { private: closed } : {}),
  }
}

/** A file as Slack's answers, events and messages show it. Source: java-slack-sdk, samples/api/files.info.json. */
export function wireFile(workspace: Workspace, file: StoredFile): FileShown {
  const { id, name, title, user, created, size, alt_txt } = file
  const [mimetype, filetype, pretty_type] = types[extname(name).slice(1).toLowerCase()] ?? unknown
  const where = file.shares.map(({ channel }) => workspace.channel(channel)).filter((channel) => channel !== undefined)
  const url = `${workspace.url}/files-pri/${workspace.team.id}-${id}/${encodeURIComponent(name)}`
  const idsOf = (channels: typeof where) => [...new Set(channels.map((channel) => channel.id))]
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype,
    filetype: file.snippet_type ?? filetype,
    pretty_type,
    user,
    user_team: workspace.team.id,
    editable: false,
    size,
    mode: file.snippet_type === undefined ? 'hosted' : 'snippet',
    is_external: false,
    external_type: '',
    is_public: where.some((channel) => !channel.is_private),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: `${url}?download=1`,
    media_display_type: 'unknown',
    permalink: `https://${workspace.team.domain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
    permalink_public: `https://slack-files.com/${workspace.team.id}-${id}-${file.ticket.slice(0, 10)}`,
    comments_count: 0,
    is_starred: false,
    shares: sharesOf(workspace, file),
    channels: idsOf(where.filter((channel) => !channel.is_private)),
    groups: idsOf(where.filter((channel) => channel.is_private && !channel.is_im)),
    ims: idsOf(where.filter((channel) => channel.is_im)),
    has_more_shares: false,
    has_rich_preview: false,
    file_access: 'visible',
    ...(alt_txt === undefined ? {} : { alt_txt }),
  }
}
