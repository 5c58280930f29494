import { smallMessage } from '../../kit/block-kit/index.ts'
import { type Command, doing } from '../../rooms/faces/index.ts'
import { isStuck, tryAgain } from '../../rooms/publishing/index.ts'
import { texts } from './form-texts.ts'

/** One tap, once it has been put right: what waits for GitHub or a folder goes there now. */
export const tryAgainCommand: Command = {
  ...doing(tryAgain, undefined, (_done, { voice }) => smallMessage(texts.in(voice.locale)('try-again.done'))),
  label: (locale) => texts.in(locale)('label.try-again'),
  spoken: {
    ja: ['もう一度書き込む', '書き込み直す', '再試行', 'リトライ', 'やり直す'],
    en: ['try again', 'retry', 'try writing again', 'write again'],
  },
  offered: ({ publication, actions }) => isStuck(publication, actions),
}
