/** The answer to a mention: a message with the button that opens the form. */
export type Invitation = {
  id: string
  channelId: string
  mentionTs: string
  /** Set when the mention stood in a thread: it is answered there. */
  threadTs: string | null
  askedBy: string
  askedAt: Date
}

export const invitationSubject = (id: string): string => `invitation:${id}`

export const invitationOf = (subject: string): string | undefined =>
  subject.startsWith('invitation:') ? subject.slice('invitation:'.length) : undefined
