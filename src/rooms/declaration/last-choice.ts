/** Of how many forms the last choice is remembered: more are not filled in at once. */
const mostForms = 500

/** Remembers in which order choices came in each form: `action_ts` of Slack, seconds with a fraction of one length. */
export function createLastChoices() {
  const last = new Map<string, string>()
  return {
    /** Notes a choice, and answers what tells later whether no other came after it. */
    isNewest(viewId: string, at = ''): () => boolean {
      if (at >= (last.get(viewId) ?? '')) {
        last.delete(viewId)
        last.set(viewId, at)
      }
      const [oldest] = last.keys()
      if (last.size > mostForms && oldest !== undefined) last.delete(oldest)
      return () => (last.get(viewId) ?? at) === at
    },
  }
}
