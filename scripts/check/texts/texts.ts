import { askedIn, type Declared, declaredIn, isWithin, type Source } from './declared.ts'

const gaps = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((each) => each[1])
    .toSorted()
    .join(', ')

/** English counts: a text beside the one of the key. */
const isPlural = (key: string, { ja }: Declared): boolean => ja.has(key.replace(/_(one|other)$/, ''))

function differences(declared: Declared): string[] {
  const { ja, en } = declared
  const without = (keys: Iterable<string>, other: ReadonlyMap<string, string>) =>
    [...keys].filter((key) => !other.has(key))
  return [
    ...without(ja.keys(), en).map((key) => `${key}: is not said in English`),
    ...without(en.keys(), ja).flatMap((key) => (isPlural(key, declared) ? [] : [`${key}: is not said in Japanese`])),
    ...[...ja].flatMap(([key, text]) => {
      const [here, there] = [gaps(text), gaps(en.get(key) ?? text)]
      return here === there ? [] : [`${key}: has other gaps in Japanese (${here}) than in English (${there})`]
    }),
  ]
}

/** Slack shows the asterisks of what is bold beside letters, and beside Japanese signs; a full stop, comma or colon of English may follow. */
function boldBesideLetters({ ja, en }: Declared): string[] {
  return [...ja, ...en].flatMap(([key, text]) => {
    const apart = text.replaceAll(/(?<=^|[\s「]|\}\})(\*\*?)[^*\n]+\1(?=$|\s|[.,:;!?](?:$|\s))/g, '')
    return apart.includes('*') ? [`${key}: has bold words that no space parts from what is beside them`] : []
  })
}

/** Whether the file asks for words by codes that come from elsewhere: `code in texts.ja ? … `. */
const isAskedByCode = ({ path }: Pick<Declared, 'path'>, sources: readonly Source[]): boolean =>
  sources.some((each) => each.path === path && / in \w+\.ja\b/.test(each.text))

/** Keys that no file near the declaration asks for; where they are codes of others, none at all. */
function unused(
  { path, ja }: Declared,
  sources: readonly Source[],
  asked: ReadonlyMap<string, ReturnType<typeof askedIn>>,
): string[] {
  const near = sources.flatMap((each) =>
    isAskedByCode({ path }, sources) || isWithin(each.path, path) ? (asked.get(each.path) ?? []) : [],
  )
  return [...ja.keys()].flatMap((key) => {
    const isUsed = near.some(({ words, patterns }) => words.has(key) || patterns.some((pattern) => pattern.test(key)))
    return isUsed ? [] : [`${key}: is said nowhere`]
  })
}

/**
 * What is wrong with the texts that people read, as `path: namespace: what`, in every file that declares any: other keys or gaps
 * in one language, texts that nothing says, bold that Slack does not show, a text declared twice. A namespace may be shared by several files.
 * No texts at all are a problem.
 */
export function textProblems(sources: readonly Source[]): string[] {
  const all = sources.flatMap(declaredIn)
  if (all.length === 0) return ['no texts are found']
  const asked = new Map(sources.map((each) => [each.path, askedIn(each)]))
  const taken = new Map<string, string>()
  return all.flatMap((each) => {
    const twice = [...each.ja.keys()].flatMap((key) => {
      const name = `${each.namespace}.${key}`
      const before = taken.get(name)
      taken.set(name, each.path)
      return before ? [`${key}: is said in ${before} too`] : []
    })
    const problems = [
      ...each.odd,
      ...twice,
      ...differences(each),
      ...boldBesideLetters(each),
      ...unused(each, sources, asked),
    ]
    return problems.map((problem) => `${each.path}: ${each.namespace}: ${problem}`)
  })
}
