/**
 * The check of a view: views.open, push, update, publish, and the `view` of a response_action.
 * Source: docs.slack.dev/reference/views, and the methods' pages.
 */
import { plainText } from './objects.ts'
import { type Problem, problem } from './problem.ts'
import { type Across, boolean, isObject, string, variants } from './rule.ts'
import { homeBlocks, modalBlocks } from './surface.ts'

/** "Greater than 250kb" (views.open, view_too_large); counted in bytes of its JSON. */
const viewSize = 250_000

const shared = {
  private_metadata: string(3000, { min: 0 }),
  callback_id: string(255, { min: 0 }),
  external_id: string(255, { min: 0 }),
}

const needsSubmit: Across = ({ blocks, submit }, pointer) => {
  if (submit !== undefined || !Array.isArray(blocks)) return []
  const first = blocks.findIndex((block) => isObject(block) && block.type === 'input')
  if (first === -1) return []
  const message = 'must define `submit` to use an `input` block in modals'
  return [{ pointer: `${pointer}/blocks/${first}/input`, message }]
}

const view = variants({
  modal: {
    required: { title: plainText(24), blocks: modalBlocks },
    optional: {
      ...shared,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    across: needsSubmit,
  },
  home: { required: { blocks: homeBlocks }, optional: shared },
})

/**
 * @param payload a modal or a home view, decoded.
 * @returns why Slack would refuse it, the gravest first (its `error` is the method's answer); [] when it is fine.
 */
export function checkView(payload: unknown): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? '')
  if (bytes > viewSize) {
    return [problem('view_too_large', { pointer: '/view', message: `must be less than ${viewSize + 1} bytes` })]
  }
  return view(payload, '/view').map((finding) => problem('invalid_arguments', finding))
}
