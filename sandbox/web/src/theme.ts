import { createTheme, type MantineColorsTuple } from '@mantine/core'

// Pine and water: calm beside the red and amber that incidents bring.
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

// The greys of the dark scheme carry a little of the same water.
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
  fontFamily:
    "'Noto Sans JP Variable', 'Noto Sans JP', system-ui, sans-serif, 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji'",
  fontFamilyMonospace:
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans JP Variable', monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { styles: { label: { fontWeight: 500 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 }, withArrow: true } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } }, styles: { title: { fontWeight: 700 } } },
  },
})
