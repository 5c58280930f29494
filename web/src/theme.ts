import { createTheme, type MantineColorsTuple } from '@mantine/core'

// The colours of the sandbox: calm beside the red and amber that incidents bring.
const mizu: MantineColorsTuple = [
  '#e9f7f5',
  '#d3ece8',
  '#a6d8d0',
  '#76c3b8',
  '#4fb2a4',
  '#36a798',
  '#1f8f81',
  '#14776c',
  '#125b57',
  '#0b4644',
]

const dark: MantineColorsTuple = [
  '#dfe6e4',
  '#b9c4c2',
  '#9fadab',
  '#768684',
  '#435050',
  '#323c3c',
  '#242c2c',
  '#1c2323',
  '#171d1d',
  '#101515',
]

export const theme = createTheme({
  primaryColor: 'mizu',
  primaryShade: 7,
  colors: { mizu, dark },
  // What the system has comes first: a Japanese page would pull some thirty files of the web font. Named, since Chromium does not draw
  // anew, once a web font has come, what it drew with a generic family that stands before it.
  fontFamily:
    "'Segoe UI', 'Helvetica Neue', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP', 'Half-width Kana', 'Noto Sans JP Variable', 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', system-ui, sans-serif",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Bold letters of Japanese are hard to read when they are small.
    Button: { defaultProps: { fw: 500 } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})
