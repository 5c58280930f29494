/** Small valid pieces of Block Kit, for tests to build on (and to break). */
export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
export const button = (extra: object = {}) => ({ type: 'button', text: plain('Take it'), action_id: 'take', ...extra })
export const actions = (...elements: object[]) => ({ type: 'actions', elements })
export const option = (value: string) => ({ text: plain('Level'), value })
export const options = (count: number) => Array.from({ length: count }, (_, i) => option(`level-${i}`))
export const select = (extra: object = {}) => ({ type: 'static_select', options: options(3), ...extra })
export const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('What is happening?'),
  element,
  ...extra,
})
export const modal = (blocks: unknown, extra: object = {}) => ({
  type: 'modal',
  title: plain('Declare'),
  submit: plain('Declare'),
  blocks,
  ...extra,
})
export const home = (blocks: unknown, extra: object = {}) => ({ type: 'home', blocks, ...extra })
