import { z } from 'zod'
import { duration } from '../values/duration.ts'

/** Gaps of a path: when it was declared, whose service, and the document's own name, which it must hold. */
const pathGaps = ['year', 'month', 'service', 'slug'] as const

const isPath = (path: string): boolean =>
  path.includes('{slug}') &&
  !/(^|\/)\.{0,2}(\/|$)|[\\:*?"<>|]|(^|\/)\.git(\/|$)/.test(path) &&
  [...path.matchAll(/\{([^{}]*)\}/g)].every(([, gap]) => (pathGaps as readonly (string | undefined)[]).includes(gap))

const repository = z
  .string('repository')
  .regex(/^[\w.-]+\/[\w.-]+$/, 'repository')
  .describe('On GitHub: owner/name. GitHub のリポジトリ')

const branch = z
  .string('git_branch')
  .regex(/^(?![-/.])(?!.*(?:\.\.|\/\/|@\{|\/$|\.lock$|\.$))[^\s~^:?*[\\]{1,200}$/, 'git_branch')

/** Where the documents go. */
export type Place = (
  | { kind: 'github'; repository: string; labels: readonly string[]; drafts: boolean }
  | { kind: 'folder'; folder: string }
) & {
  /** The branch that a pull request is for, or that a folder is committed to; undefined for the usual one. */
  branch: string | undefined
  path: string
}

const place = z
  .strictObject({
    repository: repository.optional(),
    folder: z.string().trim().min(1).optional().describe('Or a local git repository. ローカルの git リポジトリ'),
    branch: branch.optional().describe('The base of pull requests, or where a folder is committed. ブランチ'),
    path: z
      .string('git_path')
      .refine(isPath, 'git_path')
      .default('postmortems/{year}/{slug}.md')
      .describe('ファイルの場所'),
    labels: z.array(z.string().trim().min(1).max(50)).default(['postmortem']).describe('ラベル'),
    drafts: z.boolean().default(true).describe('Whether pull requests begin as drafts. 下書きで始めるか'),
  })
  .superRefine(({ repository, folder }, context) => {
    if ((repository === undefined) === (folder === undefined))
      context.addIssue({ code: 'custom', path: ['repository'], message: 'publishing_place' })
  })
  .transform(
    ({ repository, folder, branch, path, labels, drafts }): Place =>
      repository === undefined
        ? { kind: 'folder', folder: folder ?? '', branch, path }
        : { kind: 'github', repository, labels, drafts, branch, path },
  )

/** What identifies a place: no two have it in common. */
const identityOf = (place: Place | undefined) =>
  place && (place.kind === 'github' ? place.repository.toLowerCase() : place.folder.replace(/(?<!\/)\/+$/, ''))

/** Where postmortems go by themselves. Of private incidents nowhere, unless they have a place of their own. */
export const publishing = z
  .strictObject({
    public: place.optional().describe('Of public incidents. 公開のインシデント'),
    private: place.optional().describe('Of private incidents: never the same place. 非公開のインシデント'),
    wait: duration.prefault('20s').describe('From a change to its writing. 変更から書き込みまでの時間'),
    poll: duration.prefault('10m').describe('How often GitHub is asked without a webhook. 問い合わせの間隔'),
  })
  .superRefine((both, context) => {
    if (both.private && identityOf(both.private) === identityOf(both.public))
      context.addIssue({ code: 'custom', path: ['private'], message: 'publishing_private' })
  })
