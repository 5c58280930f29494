import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** What a document is checked against. */
export type Project = {
  /** Whether a path, relative to the project, exists. */
  exists: (path: string) => boolean
  /** The anchors of a Markdown file: its headings as GitHub links to them. */
  anchors: (path: string) => ReadonlySet<string>
  /** Whether a pattern, relative to the project, fits anything. */
  matches: (pattern: string) => boolean
  /** The names under `scripts` in package.json. */
  scripts: readonly string[]
}

/** Decision records tell what stood on their day and are never edited: their paths may be gone. */
export const isChecked = (path: string): boolean => path.endsWith('.md') && !path.startsWith('docs/decisions/')

const folders = 'src|sandbox|test|bench|eval|scripts|docs|migrations|web|\\.ci|\\.github'
const pathInCode = new RegExp(`^(?:\\./)?((?:${folders})/[\\w.@*/-]*)(?::\\d+)?$`)

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** The anchors of a Markdown text, made as GitHub makes them: lower case, spaces as hyphens, other signs left out. */
export const anchorsIn = (markdown: string): ReadonlySet<string> =>
  new Set(
    all(markdown.replace(/^```[\s\S]*?^```/gm, ''), /^#+ (.+)$/gm).map((heading) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

const linkProblem = (project: Project, document: string, text: string, target: string): string | undefined => {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined
  const [file = '', anchor] = decodeURI(target).replace(/\?.*$/, '').split('#')
  const path = normalize(join(file.startsWith('/') ? '.' : dirname(document), file))
  if (file && (path.startsWith('..') || !project.exists(path))) return `links to ${target}, which does not exist`
  if (!anchor || (file && !file.endsWith('.md'))) return undefined
  const anchors = file ? project.anchors(path) : anchorsIn(text)
  return anchors.has(anchor) ? undefined : `links to ${target}, and there is no such heading`
}

const codeProblem = (project: Project, code: string): string | undefined => {
  const path = pathInCode.exec(code)?.[1]
  if (!path) return undefined
  const there = path.includes('*') ? project.matches(path) : project.exists(path)
  return there ? undefined : `names ${path}, which does not exist`
}

const commandProblem = (project: Project, name: string): string | undefined =>
  project.scripts.includes(name) ? undefined : `tells to type npm run ${name}, which package.json does not have`

/**
 * Which paths, links and commands a Markdown document names that do not exist, as `path:line: what`.
 * A path counts where it stands alone in backticks and begins with one of the project's folders.
 */
export const documentProblems = (project: Project, document: string, text: string): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      [
        ...all(line, /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g).map((target) =>
          linkProblem(project, document, text, target),
        ),
        ...all(line, /`([^`\s]+)`/g).map((code) => codeProblem(project, code)),
        ...all(line, /\bnpm run ([a-z][\w:-]*)/g).map((name) => commandProblem(project, name)),
      ].flatMap((problem) => (problem ? [`${document}:${index + 1}: ${problem}`] : [])),
    )

/** The project on disk, as a document sees it. */
export const projectOnDisk = (
  root: string,
  exists: (path: string) => boolean,
  scripts: readonly string[],
): Project => ({
  exists: (path) => exists(join(root, path)),
  anchors: (path) => anchorsIn(readFileSync(join(root, path), 'utf8')),
  matches: (pattern) => globSync(pattern, { cwd: root }).length > 0,
  scripts,
})
