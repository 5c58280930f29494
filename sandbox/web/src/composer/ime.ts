/**
 * Whether this key belongs to an input method that is turning letters into words: then Enter accepts a word and must not send.
 * Safari ends the composition before it reports the key, and marks it with 229 (UI Events, "keyCode during composition").
 */
export function isComposing(event: { nativeEvent: { isComposing?: boolean; keyCode?: number } }): boolean {
  return event.nativeEvent.isComposing === true || event.nativeEvent.keyCode === 229
}
