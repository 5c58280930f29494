/** The colour of a level as a straight strip at the left edge; the corners of what it is on stay round. */
export const edgeOf = (color: string | undefined) => ({
  backgroundImage: `linear-gradient(to right, ${color ?? 'var(--line)'} 0.375em, transparent 0)`,
})
