/** What is kept from models. `secret`: keys, tokens, passwords; `own`: by a pattern of the company's. */
export const kinds = ['secret', 'mail', 'phone', 'card', 'mynumber', 'id', 'own'] as const
export type Kind = (typeof kinds)[number]

/** Where something stands in a text that is kept from models; ends before `to`. */
export type Span = { kind: Kind; from: number; to: number }
