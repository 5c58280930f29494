/**
 * Something about this installation that the person who runs it must put right: an address, a folder, a version. Its
 * message is the whole story in one line, made to be printed alone, without a stack; in both languages where it comes before the
 * settings have said which one is spoken here.
 */
export class SetupError extends Error {
  override name = 'SetupError'

  constructor(words: string | Readonly<{ en: string; ja: string }>) {
    super(typeof words === 'string' ? words : `${words.en} / ${words.ja}`)
  }
}
